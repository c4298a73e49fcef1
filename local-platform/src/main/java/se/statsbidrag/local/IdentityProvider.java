package se.statsbidrag.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A part that signs people and machines in by OpenID Connect. */
public sealed interface IdentityProvider extends Part permits LocalIdentity, LocalKeycloak {

    /** Its address, without a last slash; always at {@code localhost}, since tokens name the host they were asked at. */
    URI issuer();

    /**
     * The local one, or Keycloak where the system property {@code statsbidrag.identity.provider} says {@code keycloak}.
     *
     * @param directory holds what it keeps
     * @param log where its output goes
     * @param port the port on 127.0.0.1
     * @param pages where its sign-in may lead back to, where that is not the usual: by the variables that name the services' pages
     */
    static IdentityProvider chosen(Path directory, Path log, int port, Map<String, String> pages) {
        return System.getProperty("statsbidrag.identity.provider", "local").equals("keycloak")
                ? new LocalKeycloak(directory, log, port, pages)
                : new LocalIdentity(directory, log, port);
    }
}
