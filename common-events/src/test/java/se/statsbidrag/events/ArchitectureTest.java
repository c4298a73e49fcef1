package se.statsbidrag.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "se.statsbidrag.events", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Path ROOT = Path.of(System.getProperty("statsbidrag.root"));
    private static final Pattern LOG_WRITTEN = Pattern.compile(
            "(insert\\s+into|update|delete\\s+from|truncate|merge\\s+into|copy)\\s+\"?(log_event|log_head|receipt)\\b",
            Pattern.CASE_INSENSITIVE);

    @ArchTest
    static final ArchRule EVENTS_ARE_PLAIN_RECORDS = classes()
            .that()
            .resideInAPackage("se.statsbidrag.events")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "se.statsbidrag.events", "se.statsbidrag.rules.value");

    @ArchTest
    static final ArchRule ONLY_QUARKUS_KNOWS_THE_FRAMEWORK = noClasses()
            .that()
            .resideOutsideOfPackage("se.statsbidrag.events.quarkus..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "io.smallrye..",
                    "org.eclipse.microprofile..",
                    "org.hibernate..",
                    "io.vertx..",
                    "org.jboss..",
                    "se.statsbidrag.events.quarkus..");

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NOTHING_BUT_EVENTS = classes()
            .that()
            .resideInAPackage("se.statsbidrag.events.log")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.sql..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "se.statsbidrag.events",
                    "se.statsbidrag.events.log",
                    "se.statsbidrag.rules.value");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("se.statsbidrag.events.(*)..").should().beFreeOfCycles();

    @Test
    void onlyThePackageLogWritesTheLog() throws IOException {
        List<Path> writers = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT)) {
            for (Path module : modules) {
                Path sources = module.resolve("src/main");
                if (Files.isDirectory(sources)) {
                    writers.addAll(writersIn(sources));
                }
            }
        }

        Path log = Path.of("common-events/src/main/java/se/statsbidrag/events/log");
        assertThat(writers).isNotEmpty().allMatch(file -> file.startsWith(log));
    }

    private static List<Path> writersIn(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|properties)"))
                    .filter(file -> LOG_WRITTEN.matcher(text(file)).find())
                    .map(ROOT::relativize)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
