package se.statsbidrag.events.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The private key with which a service signs its statements: elliptic curve P-256, in a file of its own as a JWK (RFC 7517),
 * which unlike a bare PKCS #8 key always holds the public part as well.
 */
public final class StatementKey {
    private static final String CURVE = "P-256";

    private final PublicJsonWebKey key;

    private StatementKey(PublicJsonWebKey key) throws JoseException {
        this.key = key;
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    /** @throws UnusableKey when the file cannot be read or holds another kind of key */
    public static StatementKey read(Path file) throws UnusableKey {
        try {
            if (PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)) instanceof EllipticCurveJsonWebKey found
                    && CURVE.equals(found.getCurveName())
                    && found.getPrivateKey() != null) {
                return new StatementKey(found);
            }
        } catch (IOException | JoseException | RuntimeException e) {
            throw new UnusableKey("cannot be read as a JWK", e);
        }
        throw new UnusableKey("holds no private key of the curve " + CURVE, null);
    }

    /**
     * Makes a new key that only its owner can read.
     *
     * @param file where there is none yet
     */
    public static void create(Path file) throws IOException {
        String key;
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("every Java has " + CURVE, e);
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key);
    }

    /** The statement as a compact JWS (RFC 7515), signed by ES256. */
    public String sign(HeadsStatement statement) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", HeadsStatement.TYPE);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(statement.json());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a statement cannot be signed", e);
        }
    }

    /** What an auditor keeps to check statements with: the public part, as a JWK Set. */
    public String publicKeys() {
        return new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }
}
