package se.statsbidrag.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedStatementTest {
    private final HeadsStatement statement =
            Exports.statement(Exports.log("requisitions", "approved", 3), Exports.log("refusals", "", 0));

    @TempDir
    private Path directory = Path.of("");

    private StatementKey key;
    private String signed = "";
    private StatementCheck check;

    @BeforeEach
    void sign() throws Exception {
        key = Exports.newKey(directory, "key");
        signed = key.sign(statement);
        check = StatementCheck.with(key.publicKeys());
    }

    @Test
    void statementIsReadAsItWasSigned() {
        assertThat(check.read(signed)).contains(statement);
        assertThat(signed.split("\\.")).hasSize(3);
    }

    @Test
    void signatureOfAnotherKeyIsRefused() throws Exception {
        assertThat(check.read(Exports.newKey(directory, "other").sign(statement)))
                .isEmpty();
    }

    @Test
    void tamperedUnsignedOrCutStatementIsRefused() {
        String[] parts = signed.split("\\.");
        String forged = encode(decode(parts[1]).replace("\"position\":3", "\"position\":2"));
        String unsigned = encode(decode(parts[0]).replace("ES256", "none"));
        String ofAnotherKind = encode(decode(parts[0]).replace(HeadsStatement.TYPE, "jwt"));

        assertThat(check.read(parts[0] + "." + forged + "." + parts[2])).isEmpty();
        assertThat(check.read(unsigned + "." + parts[1] + ".")).isEmpty();
        assertThat(check.read(ofAnotherKind + "." + parts[1] + "." + parts[2])).isEmpty();
        assertThat(check.read(signed.substring(0, signed.length() - 8))).isEmpty();
        assertThat(check.read("")).isEmpty();
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void publicKeysHoldNothingPrivate() throws Exception {
        assertThat(Files.readString(directory.resolve("key"))).contains("\"d\"");
        assertThat(key.publicKeys()).contains("\"kid\"", "P-256").doesNotContain("\"d\"");
    }

    @Test
    void newKeyIsItsOwnersAloneAndReplacesNone() throws Exception {
        Path file = directory.resolve("key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> StatementKey.create(file));
    }

    @Test
    void fileThatHoldsNoSuchKeyIsRefusedWithoutBeingShown() throws Exception {
        Path secret = Exports.file(directory, "secret", "hemlig".getBytes(StandardCharsets.UTF_8));
        Path publicOnly = Exports.file(directory, "public", jwk(OutputControlLevel.PUBLIC_ONLY, EllipticCurves.P256));
        Path otherCurve =
                Exports.file(directory, "curve", jwk(OutputControlLevel.INCLUDE_PRIVATE, EllipticCurves.P384));

        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> StatementKey.read(secret))
                .withMessage("cannot be read as a JWK");
        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> StatementKey.read(publicOnly))
                .withMessage("holds no private key of the curve P-256");
        assertThatExceptionOfType(UnusableKey.class).isThrownBy(() -> StatementKey.read(otherCurve));
        assertThatExceptionOfType(UnusableKey.class).isThrownBy(() -> StatementKey.read(directory.resolve("none")));
        assertThatExceptionOfType(UnusableKey.class).isThrownBy(() -> StatementCheck.with("{}"));
    }

    private static byte[] jwk(OutputControlLevel level, java.security.spec.ECParameterSpec curve) throws Exception {
        return EcJwkGenerator.generateJwk(curve).toJson(level).getBytes(StandardCharsets.UTF_8);
    }
}
