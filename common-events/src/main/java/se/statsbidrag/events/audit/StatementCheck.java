package se.statsbidrag.events.audit;

import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Tells a service's statement from a forged one, by the service's public keys. */
public final class StatementCheck {
    private final JsonWebKeySet keys;

    private StatementCheck(JsonWebKeySet keys) {
        this.keys = keys;
    }

    /**
     * @param jwks a JWK Set, kept from before or had from somebody who is trusted
     * @throws UnusableKey when it is none, or an empty one
     */
    public static StatementCheck with(String jwks) throws UnusableKey {
        try {
            JsonWebKeySet keys = new JsonWebKeySet(jwks);
            if (!keys.getJsonWebKeys().isEmpty()) {
                return new StatementCheck(keys);
            }
        } catch (JoseException | RuntimeException e) {
            throw new UnusableKey("is no JWK Set", e);
        }
        throw new UnusableKey("is a JWK Set without a key that is known here", null);
    }

    /** The statement, where its signature is by one of the keys and by ES256; empty otherwise. */
    public Optional<HeadsStatement> read(String compact) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(
                    ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256));
            signature.setCompactSerialization(compact.strip());
            JsonWebKey key = new VerificationJwkSelector().select(signature, keys.getJsonWebKeys());
            if (key == null || !HeadsStatement.TYPE.equals(signature.getHeader("typ"))) {
                return Optional.empty();
            }
            signature.setKey(key.getKey());
            return signature.verifySignature()
                    ? Optional.of(HeadsStatement.read(signature.getPayload()))
                    : Optional.empty();
        } catch (JoseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
