package se.statsbidrag.local;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/** A secret that the first start makes and every later one finds, in a file that its owner alone may read. */
final class LocalSecret {

    private static final int BYTES = 32;

    private LocalSecret() {}

    /** The secret in this file, 64 random hexadecimal digits; made if it is not there. */
    static String of(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalFault("Cannot read or write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes beside it first, so that a start that is killed meanwhile leaves no half of a secret. */
    private static void make(Path file) throws IOException {
        ProjectFiles.makeParent(file);
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                parent, "new-", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(random));
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft);
        }
    }
}
