package se.statsbidrag.local;

import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The key with which a service of the local system signs statements of its logs' heads. */
final class LocalStatementKey {

    private LocalStatementKey() {}

    /** The key's file; the key, a private JWK of the curve P-256, is made if it is not there. */
    static Path at(Path file) {
        LocalSecret.of(file, LocalStatementKey::generate);
        return file;
    }

    private static String generate() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new LocalFault("Cannot make a key for statements: " + e.getMessage(), e);
        }
    }
}
