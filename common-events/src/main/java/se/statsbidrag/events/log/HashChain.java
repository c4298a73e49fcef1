package se.statsbidrag.events.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The chain that makes tampering show: each event's hash covers the hash before it, all of its envelope and its payload's
 * bytes as stored.
 *
 * <p>The hash is SHA-256 over, in this order: previous hash, log, position, stream, version, type, schema, recorded time
 * in microseconds since 1970, actor, trace, authentication where there is one, payload. A text is its length in UTF-8 bytes (4 bytes, big-endian) and those
 * bytes; a number is 8 bytes, big-endian. So no two different events have the same encoding: one with an authentication is
 * always longer than one whose payload begins like it.
 */
public final class HashChain {
    /** What stands before the first event of a log. */
    public static final String BEGINNING = "0".repeat(64);

    private HashChain() {}

    /**
     * The event as it is recorded after another one.
     *
     * @param recordedAt to the microsecond
     */
    public static RecordedEvent link(
            String previousHash,
            String log,
            long position,
            StreamName stream,
            long version,
            EncodedEvent event,
            Instant recordedAt,
            Origin origin) {
        RecordedEvent unhashed = new RecordedEvent(
                log,
                position,
                stream,
                version,
                event.type(),
                event.schema(),
                recordedAt,
                origin.actor(),
                origin.trace(),
                origin.authentication(),
                event.payload(),
                previousHash,
                "");
        return unhashed.withHash(hash(unhashed));
    }

    /** The hash that the event should have, whatever it says itself: lower-case hexadecimal. */
    public static String hash(RecordedEvent event) {
        MessageDigest sha256 = sha256();
        byte[] payload = event.payload().getBytes(StandardCharsets.UTF_8);
        sha256.update(envelope(event, payload.length));
        sha256.update(payload);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static byte[] envelope(RecordedEvent event, int payloadLength) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, event.previousHash());
            text(out, event.log());
            out.writeLong(event.position());
            text(out, event.stream().value());
            out.writeLong(event.version());
            text(out, event.type());
            out.writeLong(event.schema());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()));
            text(out, event.actor());
            text(out, event.trace());
            if (!event.authentication().isEmpty()) {
                text(out, event.authentication());
            }
            out.writeInt(payloadLength);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
