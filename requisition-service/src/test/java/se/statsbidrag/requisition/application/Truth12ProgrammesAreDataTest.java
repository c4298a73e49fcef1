package se.statsbidrag.requisition.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No programme's name stands in main Java, in any module: a new programme is a new file. */
class Truth12ProgrammesAreDataTest {
    private static final Path ROOT = Path.of(System.getProperty("statsbidrag.root", ".."));

    @Test
    void noProgrammesNameStandsInMainJava() throws IOException {
        List<String> programmes;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/programmes"))) {
            programmes = files.map(file -> String.valueOf(file.getFileName()).replace(".yaml", ""))
                    .toList();
        }
        assertThat(programmes).isNotEmpty();

        try (Stream<Path> modules = Files.list(ROOT)) {
            List<String> naming = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(Truth12ProgrammesAreDataTest::sources)
                    .filter(source -> programmes.stream().anyMatch(text(source)::contains))
                    .map(Path::toString)
                    .toList();
            assertThat(naming).isEmpty();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
