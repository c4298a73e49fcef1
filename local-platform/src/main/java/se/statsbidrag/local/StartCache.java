package se.statsbidrag.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in which the JVM keeps the classes that it loaded and checked in an earlier run of the same program (a dynamic
 * archive of class data, JEP 350): with it a service starts with half the work. The first run after a build that ends in
 * order makes it, where the system property {@value #MAKE} is {@code true}, as with {@code ./start} and the system tests.
 * A JVM that the file does not fit does without it by itself, class by class; and nothing fails where none can be made.
 */
final class StartCache {

    static final String MAKE = "statsbidrag.start-caches";

    /** How long a run that makes the file may take to end in order; seconds, unless the machine is very busy. */
    private static final Duration MAKING = Duration.ofMinutes(2);

    /** A class that cannot be kept is of no concern to whoever reads a part's log. */
    private static final String QUIET = "-Xlog:cds*=off,aot*=off";

    private final Path file;
    private final Path program;
    private @Nullable Path making;

    /**
     * @param directory where it is kept, one that a clean build removes
     * @param program the file or directory that the build writes anew when the program changes
     */
    StartCache(Path directory, Path program) {
        this.file = directory.resolve("start-" + Runtime.version() + ".jsa");
        this.program = program;
    }

    /** The options of a run that uses the file if there is one, and else makes it if it should. */
    List<String> options() {
        making = null;
        if (usable()) {
            return List.of("-XX:SharedArchiveFile=" + file, QUIET);
        }
        if (!Boolean.getBoolean(MAKE)) {
            return List.of();
        }
        // Several may make it at once, each its own; the last to end keeps it.
        Path own = file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID());
        making = own;
        return List.of("-XX:ArchiveClassesAtExit=" + own, QUIET);
    }

    private boolean usable() {
        try {
            return Files.exists(file) && modified(file).compareTo(modified(program)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static FileTime modified(Path path) throws IOException {
        return Files.getLastModifiedTime(path);
    }

    /** Whether the run makes the file as it ends. */
    boolean making() {
        return making != null;
    }

    /** How long the run may take to end in order. */
    Duration patience() {
        return making() ? MAKING : PidFile.IN_ORDER;
    }

    /**
     * Keeps what the run made, now that it has ended, at once and whole; removes the rest of a run that was killed.
     *
     * @param inOrder whether it ended by itself
     */
    void ended(boolean inOrder) {
        Path made = making;
        making = null;
        if (made != null && Files.exists(made)) {
            try {
                if (inOrder) {
                    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
                } else {
                    Files.delete(made);
                }
            } catch (IOException e) {
                // The next start is as slow as this one, and makes it again.
                making = null;
            }
        }
    }
}
