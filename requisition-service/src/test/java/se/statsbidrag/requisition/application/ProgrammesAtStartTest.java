package se.statsbidrag.requisition.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.InMemoryEventLog;

class ProgrammesAtStartTest {
    private final EventCodec codec = new EventCodec();
    private final InMemoryEventLog log =
            new InMemoryEventLog("requisitions", codec, () -> Instant.parse("2025-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private void start(String location) {
        new ProgrammesAtStart(log, codec, location, true).propose(new StartupEvent());
    }

    @Test
    void theDefinitionsOnTheClassPathAreShipped() {
        start("classpath:programmes");

        assertThat(log.head().position()).isEqualTo(2);
    }

    @Test
    void aDirectoryCanTakeTheirPlace() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not a definition");

        start(folder.toString());

        assertThat(log.head().position()).isZero();
    }

    @Test
    void aWrongDefinitionKeepsTheServiceFromStarting() throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), "id: [");

        assertThatThrownBy(() -> start(folder.toString()))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining("wrong.yaml line");
        assertThat(log.head().position()).isZero();
    }

    @Test
    void soDoesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> start(folder.resolve("nowhere").toString()))
                .isInstanceOf(DefinitionsRefused.class)
                .hasMessageContaining("set statsbidrag.programmes");
    }
}
