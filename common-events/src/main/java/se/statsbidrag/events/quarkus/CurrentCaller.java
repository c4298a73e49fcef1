package se.statsbidrag.events.quarkus;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;

/** Who calls now, from the token that was verified before. */
@RequestScoped
public class CurrentCaller {
    private static final String ORGANISATIONS = "organisationNumbers";
    private static final String REPORTERS = "reporters";

    private final SecurityIdentity identity;
    /** Read once for each request, though several ask. */
    private @Nullable Caller caller;

    @Inject
    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller; one without roles, named {@code anonymous}, where nobody signed in. */
    public Caller get() {
        if (caller == null) {
            caller = token().map(CurrentCaller::caller).orElse(Caller.NOBODY);
        }
        return caller;
    }

    boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The person's name as the identity provider has it; none for machines. For the register of people alone. */
    Optional<String> name() {
        return token().map(token -> token.<String>getClaim("name")).filter(name -> !name.isBlank());
    }

    private Optional<JsonWebToken> token() {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    private static Caller caller(JsonWebToken token) {
        return new Caller(
                token.getSubject(),
                texts(token, "roles").stream()
                        .flatMap(name -> Role.of(name).stream())
                        .collect(Collectors.toSet()),
                texts(token, ORGANISATIONS),
                texts(token, REPORTERS),
                authentication(token));
    }

    private static String authentication(JsonWebToken token) {
        String level = token.<Object>getClaim("acr") instanceof String text ? text : "";
        String methods = String.join("+", texts(token, "amr"));
        return level.isEmpty() && methods.isEmpty() ? "" : level + ";" + methods;
    }

    private static Set<String> texts(JsonWebToken token, String claim) {
        return switch (token.<Object>getClaim(claim)) {
            case JsonArray array ->
                array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            case Iterable<?> several -> {
                Set<String> texts = new LinkedHashSet<>();
                several.forEach(value -> texts.add(String.valueOf(value)));
                yield texts;
            }
            case String one -> Set.of(one);
            case null, default -> Set.of();
        };
    }
}
