package se.statsbidrag.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files of this project, and removes directories. */
public final class ProjectFiles {

    private ProjectFiles() {}

    /**
     * The project's top directory: the system property {@code statsbidrag.root}, or the nearest directory at or above the
     * working directory that holds {@code local-platform}.
     */
    public static Path root() {
        String given = System.getProperty("statsbidrag.root");
        Path from = Path.of(given == null || given.isBlank() ? "" : given).toAbsolutePath();
        for (@Nullable Path here = from; here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve("local-platform/pom.xml"))) {
                return here;
            }
        }
        throw new LocalFault("No local-platform directory at or above " + from + ". Run this inside the project.");
    }

    /** The broker's jars, which the build copies. */
    static Path brokerJars() {
        Path jars = root().resolve("local-platform/target/kafka/lib");
        if (!Files.isDirectory(jars)) {
            throw new LocalFault("The Kafka broker's jars are missing in " + jars
                    + ". Build them with: mvn -pl local-platform process-resources");
        }
        return jars;
    }

    /** The identity provider's jars, which the build copies. */
    static Path identityJars() {
        Path jars = root().resolve("local-platform/identity/target/lib");
        if (!Files.isDirectory(jars)) {
            throw new LocalFault("The identity provider's jars are missing in " + jars
                    + ". Build them with: mvn -pl local-platform/identity process-resources");
        }
        return jars;
    }

    /** Keycloak's distribution, which the build unpacks in the profile {@code keycloak}. */
    static Path keycloak() {
        Path unpacked = root().resolve("local-platform/target/keycloak");
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> versions = Files.list(unpacked)) {
                return versions.filter(Files::isDirectory).findFirst().orElseThrow(ProjectFiles::noKeycloak);
            } catch (IOException e) {
                throw new LocalFault("Cannot read " + unpacked + ": " + e.getMessage(), e);
            }
        }
        throw noKeycloak();
    }

    private static LocalFault noKeycloak() {
        return new LocalFault("Keycloak is missing in local-platform/target/keycloak."
                + " Fetch it with: mvn -Pkeycloak -pl local-platform -am process-resources");
    }

    /** Where the PostgreSQL binaries are unpacked, once. */
    static Path postgresBinaries() {
        return root().resolve("local-platform/target/postgres");
    }

    /** Removes a directory with all in it; does nothing when it does not exist. */
    public static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LocalFault("Cannot remove " + directory + ": " + e.getMessage() + ". Remove it by hand.", e);
        }
    }

    /** Makes the directory that this file is to stand in. */
    static void makeParent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            make(parent);
        }
    }

    /** Makes a directory and those above it. */
    static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new LocalFault("Cannot create " + directory + ": " + e.getMessage(), e);
        }
    }
}
