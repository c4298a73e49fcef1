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
 * A file in which the JVM keeps the classes that it loaded and linked in an earlier run of the same program (JEP 483 and
 * 514): with it a service starts with half the work. The first run that ends in order makes it, where the system property
 * {@value #MAKE} is {@code true}: the system tests' do, {@code ./start} does not, since whoever ends that should not wait
 * for it. A JVM that the file does not fit does without it by itself.
 */
final class StartCache {

    static final String MAKE = "statsbidrag.start-caches";

    /** How long a run that makes the file may take to end in order. */
    private static final Duration MAKING = Duration.ofMinutes(4);

    /** A class that cannot be kept is of no concern to whoever reads a part's log. */
    private static final String QUIET = "-Xlog:aot*=error";

    private final Path file;
    private final Path program;
    private @Nullable Path making;

    /**
     * @param file where it is kept, under a directory that a clean build removes
     * @param program the file or directory that the build writes anew when the program changes
     */
    StartCache(Path file, Path program) {
        this.file = file;
        this.program = program;
    }

    /** The options of a run that uses the file if there is one, and else makes it if it should. */
    List<String> options() {
        making = null;
        if (usable()) {
            return List.of("-XX:AOTCache=" + file, QUIET);
        }
        if (!Boolean.getBoolean(MAKE)) {
            return List.of();
        }
        // Several may make it at once, each its own; the last to end keeps it.
        Path own = file.resolveSibling(file.getFileName() + "-" + UUID.randomUUID());
        making = own;
        return List.of("-XX:AOTCacheOutput=" + own, QUIET);
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

    /** How long the run may take to end in order. */
    Duration patience() {
        return making == null ? PidFile.IN_ORDER : MAKING;
    }

    /** Keeps what the run made, now that it has ended in order. */
    void keep() {
        Path made = making;
        if (made != null && Files.exists(made)) {
            try {
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new LocalFault("Cannot move " + made + " to " + file + ": " + e.getMessage(), e);
            }
        }
    }
}
