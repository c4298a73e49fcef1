package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    private static final String MAKES = "-XX:AOTCacheOutput=";
    private static final String USES = "-XX:AOTCache=";

    @TempDir
    private Path directory = Path.of("");

    private Path program = Path.of("");
    private Path file = Path.of("");

    @AfterAll
    static void makeNoMore() {
        System.clearProperty(StartCache.MAKE);
    }

    @BeforeEach
    void buildTheProgram() throws Exception {
        System.setProperty(StartCache.MAKE, "true");
        program = Files.createFile(directory.resolve("program.jar"));
        file = directory.resolve("start.aot");
    }

    private StartCache cache() {
        return new StartCache(file, program);
    }

    private static Path made(StartCache cache) {
        return Path.of(cache.options().getFirst().substring(MAKES.length()));
    }

    @Test
    void whatTheFirstRunMakesTheNextOneUses() throws Exception {
        StartCache first = cache();
        Files.createFile(made(first));
        assertThat(cache().options().getFirst()).startsWith(MAKES);

        first.keep();

        assertThat(cache().options()).startsWith(USES + file);
        assertThat(directory).isDirectoryNotContaining("glob:**-*");
    }

    @Test
    void twoThatMakeItAtOnceAreNotInEachOthersWay() throws Exception {
        StartCache one = cache();
        StartCache other = cache();
        Files.writeString(made(one), "one");
        Files.writeString(made(other), "other");

        one.keep();
        other.keep();

        assertThat(file).hasContent("other");
    }

    @Test
    void whereNobodyAsksForItNoneIsMade() {
        System.clearProperty(StartCache.MAKE);

        assertThat(cache().options()).isEmpty();
    }

    @Test
    void aRunThatWasKilledLeavesNoneToKeep() {
        StartCache killed = cache();
        assertThat(made(killed)).doesNotExist();

        killed.keep();

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileOlderThanTheProgramIsMadeAnew() throws Exception {
        Files.createFile(file);
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(cache().options().getFirst()).startsWith(MAKES);
    }
}
