package se.statsbidrag.events.quarkus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A large body, kept in a file while its request is handled, so that memory holds none of it. It can be read more than
 * once: when another writer was first, the command is tried again.
 */
public final class SpooledBody implements AutoCloseable {
    private final Path file;
    private final String sha256;

    private SpooledBody(Path file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /** @throws ProblemException 413 for more than a request may hold */
    public static SpooledBody of(InputStream body) {
        try {
            Path file = Files.createTempFile("body-", ".part");
            try (OutputStream out = Files.newOutputStream(file);
                    DigestInputStream in =
                            new DigestInputStream(RequestSize.limited(body), MessageDigest.getInstance("SHA-256"))) {
                in.transferTo(out);
                return new SpooledBody(
                        file, HexFormat.of().formatHex(in.getMessageDigest().digest()));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From its first byte. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
