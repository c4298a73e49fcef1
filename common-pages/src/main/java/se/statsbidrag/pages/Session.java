package se.statsbidrag.pages;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is signed in to the pages, and for how long. */
@RequestScoped
public class Session {
    private final SecurityIdentity identity;

    Session(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The name to show; empty where nobody is signed in. */
    String name() {
        return token().map(token -> token.<String>getClaim("name")).orElse("");
    }

    /** The time left until the token expires, by the system's clock; nothing left where there is none. */
    Duration left() {
        return token().map(token -> Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime())))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private Optional<JsonWebToken> token() {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }
}
