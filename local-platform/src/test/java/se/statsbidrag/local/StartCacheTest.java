package se.statsbidrag.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    private static final String MAKES = "-XX:ArchiveClassesAtExit=";
    private static final String USES = "-XX:SharedArchiveFile=";

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
        file = directory.resolve("start-" + Runtime.version() + ".jsa");
    }

    private StartCache cache() {
        return new StartCache(directory, program);
    }

    private static Path made(StartCache cache) {
        return Path.of(cache.options().getFirst().substring(MAKES.length()));
    }

    @Test
    void whatTheFirstRunMakesTheNextOneUses() throws Exception {
        StartCache first = cache();
        Files.createFile(made(first));
        assertThat(cache().options().getFirst()).startsWith(MAKES);

        first.ended(true);

        assertThat(cache().options()).startsWith(USES + file);
        assertThat(directory).isDirectoryNotContaining("glob:**.jsa-*");
    }

    @Test
    void twoThatMakeItAtOnceAreNotInEachOthersWay() throws Exception {
        StartCache one = cache();
        StartCache other = cache();
        Files.writeString(made(one), "one");
        Files.writeString(made(other), "other");

        one.ended(true);
        other.ended(true);

        assertThat(file).hasContent("other");
    }

    @Test
    void whereNobodyAsksForItNoneIsMade() {
        System.clearProperty(StartCache.MAKE);

        assertThat(cache().options()).isEmpty();
    }

    @Test
    void whatARunThatWasKilledHadHalfMadeIsRemoved() throws Exception {
        StartCache killed = cache();
        Files.createFile(made(killed));

        killed.ended(false);

        assertThat(directory).isDirectoryNotContaining("glob:**.jsa*");
    }

    @Test
    void whereNoneCanBeMadeTheNextRunTriesAgain() throws Exception {
        StartCache first = cache();
        Files.createFile(made(first));
        Files.createFile(Files.createDirectory(file).resolve("in-the-way"));

        first.ended(true);

        Files.delete(file.resolve("in-the-way"));
        Files.delete(file);
        assertThat(cache().options().getFirst()).startsWith(MAKES);
    }

    @Test
    void aJvmLeavesAtItsEndWhatTheNextOneStartsWith() throws Exception {
        Path log = directory.resolve("log");
        StartCache first = cache();
        List<String> making = new ArrayList<>(first.options());
        making.addAll(program());
        assertThat(JavaProcess.run(making, log, Duration.ofMinutes(1))).isZero();
        first.ended(true);

        List<String> using = new ArrayList<>(List.of("-Xshare:on"));
        using.addAll(cache().options());
        using.addAll(program());
        assertThat(using).contains(USES + file);
        assertThat(JavaProcess.run(using, log, Duration.ofMinutes(1)))
                .as(JavaProcess.tail(log, 5))
                .isZero();
    }

    @Test
    void aFileThatNoJvmUnderstandsHindersNone() throws Exception {
        Files.writeString(file, "no archive");
        List<String> using = new ArrayList<>(cache().options());
        using.addAll(program());

        assertThat(using).contains(USES + file);
        assertThat(JavaProcess.run(using, directory.resolve("log"), Duration.ofMinutes(1)))
                .isZero();
    }

    /** Any small one. */
    private static List<String> program() {
        return List.of("-m", "jdk.jartool/sun.tools.jar.Main", "--version");
    }
}
