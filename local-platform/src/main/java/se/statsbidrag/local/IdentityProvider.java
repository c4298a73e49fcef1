package se.statsbidrag.local;

import java.net.URI;

/** A part that signs people and machines in by OpenID Connect. */
public sealed interface IdentityProvider extends Part permits LocalIdentity, LocalKeycloak {

    /** Its address, without a last slash; always at {@code localhost}, since tokens name the host they were asked at. */
    URI issuer();
}
