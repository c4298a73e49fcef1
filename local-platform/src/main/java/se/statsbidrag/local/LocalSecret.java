package se.statsbidrag.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;

/** A secret that the first start makes and every later one finds, in a file that its owner alone may read. */
final class LocalSecret {

    private static final int BYTES = 32;

    private LocalSecret() {}

    /** The secret in this file, 64 random hexadecimal digits; made if it is not there. */
    static String of(Path file) {
        return of(file, LocalSecret::random);
    }

    /** The secret in this file; made in this way if it is not there. */
    static String of(Path file, Supplier<String> secret) {
        try {
            if (!Files.exists(file)) {
                make(file, secret.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalFault("Cannot read or write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Writes beside it first, so that a start that is killed meanwhile leaves no half of a secret. */
    private static void make(Path file, String secret) throws IOException {
        ProjectFiles.makeParent(file);
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
        Path draft = Files.createTempFile(
                parent, "new-", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret);
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft);
        }
    }
}
