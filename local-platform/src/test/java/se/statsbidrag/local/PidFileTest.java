package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    private Path directory;

    @Test
    void processLeftByAKilledStartIsFoundAndEnded() throws IOException {
        Process left = sleeper();
        PidFile pidFile = new PidFile(directory.resolve("run/part.pid"));
        pidFile.write(left.toHandle());

        assertThat(pidFile.endSurvivor("TERM")).isTrue();
        assertThat(left.isAlive()).isFalse();
        assertThat(pidFile.endSurvivor("TERM")).isFalse();
    }

    @Test
    void processOfSomebodyElseWithTheSameIdIsLeftAlone() throws IOException {
        Process stranger = sleeper();
        try {
            Path file = directory.resolve("part.pid");
            Files.writeString(file, stranger.pid() + " 2001-01-01T00:00:00Z");

            assertThat(new PidFile(file).endSurvivor("TERM")).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void damagedFileMeansNoSurvivor() throws IOException {
        Path file = directory.resolve("part.pid");
        Files.writeString(file, "half a li");
        assertThat(new PidFile(file).survivor()).isEmpty();
    }

    private static Process sleeper() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }
}
