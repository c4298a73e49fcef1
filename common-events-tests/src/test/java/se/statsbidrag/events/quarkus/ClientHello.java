package se.statsbidrag.events.quarkus;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** A client's first words in TLS (RFC 5246, 7.4.1.2), for versions that no client of today speaks any more. */
final class ClientHello {
    static final int TLS_1_0 = 0x0301;
    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    /** ECDHE with RSA: AES-128-GCM for TLS 1.2, AES-128-CBC for what is older. */
    private static final String SUITES = "c02f" + "c013" + "c014";

    /** Groups x25519 and secp256r1; uncompressed points; signatures RSA with SHA-256, PKCS #1 and PSS. */
    private static final String EXTENSIONS =
            "000a0006" + "0004001d0017" + "000b0002" + "0100" + "000d0006" + "000404010804";

    private ClientHello() {}

    static byte[] of(int version) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        append(body, "%04x".formatted(version));
        body.writeBytes(new byte[32]);
        append(body, "00");
        append(body, counted(SUITES));
        append(body, "0100");
        append(body, counted(EXTENSIONS));

        ByteArrayOutputStream record = new ByteArrayOutputStream();
        append(record, "160301%04x".formatted(body.size() + 4));
        append(record, "01%06x".formatted(body.size()));
        record.writeBytes(body.toByteArray());
        return record.toByteArray();
    }

    private static String counted(String hex) {
        return "%04x%s".formatted(hex.length() / 2, hex);
    }

    private static void append(ByteArrayOutputStream out, String hex) {
        out.writeBytes(HexFormat.of().parseHex(hex));
    }
}
