package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.local.demo.Regime;

class StartTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "--demo, ALL_CAPPED",
        "--demo=all-capped, ALL_CAPPED",
        "--demo=remaining, REMAINING",
        "--demo=missing-region, MISSING_REGION"
    })
    void demonstrationIsChosenByItsRegime(String word, Regime regime) {
        StartOptions options = StartOptions.parse(List.of("--fresh", word));
        assertThat(options.demo()).contains(regime);
        assertThat(options.fresh()).isTrue();
    }

    @Test
    void unknownOptionEndsTheScriptWithTheUsage() throws Exception {
        Process script = script("--frehs");
        assertThat(output(script)).contains("unknown option --frehs").contains("usage: ./start");
        assertThat(script.waitFor()).isEqualTo(2);
    }

    @Test
    void helpNamesEveryOptionAndPort() throws Exception {
        Process script = script("--help");
        assertThat(output(script))
                .contains("--fresh", "--demo=remaining", "--demo=missing-region")
                .contains(SystemSettings.fromEnvironment(directory, Map.of()).ports().stream()
                        .map(use -> use.variable() + " (" + use.port() + ")")
                        .toArray(String[]::new));
        assertThat(script.waitFor()).isZero();
    }

    @Test
    void takenPortIsNamedWithThePartThatNeedsItAndTheWayOut() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LocalSystem system = new LocalSystem(new SystemSettings(
                        directory,
                        Ports.free(),
                        Ports.free(),
                        Ports.free(),
                        Ports.free(),
                        Ports.free(),
                        other.getLocalPort(),
                        Ports.free()))) {
            assertThatThrownBy(system::checkPorts)
                    .isInstanceOf(LocalFault.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", which reporting-service needs, is taken")
                    .hasMessageContaining("STATSBIDRAG_REPORTING_PORT=<port> ./start");
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "65536", "kafka", "''"})
    void portThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> SystemSettings.fromEnvironment(directory, Map.of("STATSBIDRAG_KAFKA_PORT", port)))
                .isInstanceOf(LocalFault.class)
                .hasMessageContaining("STATSBIDRAG_KAFKA_PORT=" + port);
    }

    @Test
    void secretsAreMadeOnceAndOnlyTheirOwnerMayReadThem() throws IOException {
        Path file = directory.resolve("secrets/session");
        String made = LocalSecret.of(file);

        assertThat(made).matches("[0-9a-f]{64}").isEqualTo(LocalSecret.of(file));
        assertThat(LocalSecret.of(directory.resolve("secrets/identity-client"))).isNotEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    private static Process script(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("./start"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(ProjectFiles.root().toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process script) throws IOException {
        return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
