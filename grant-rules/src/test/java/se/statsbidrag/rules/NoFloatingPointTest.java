package se.statsbidrag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What byte code does not show: local variables. */
class NoFloatingPointTest {
    private static final Pattern FLOATING_POINT = Pattern.compile("\\b(double|float|Double|Float|BigDecimal)\\b");

    @Test
    void no_source_file_mentions_floating_point() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(FLOATING_POINT));
        }
    }
}
