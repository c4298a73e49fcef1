package se.statsbidrag.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.statsbidrag.events.log.EventLog;

/** The command as an auditor runs it: a process of its own. */
class AuditCommandTest {
    private static final Path ROOT = Path.of(System.getProperty("statsbidrag.root"));

    private final EventLog log = Exports.log("requisitions", "approved", 5);

    @TempDir
    private Path directory = Path.of("");

    private Path export = Path.of("");
    private Path statement = Path.of("");
    private Path keys = Path.of("");

    private record Ended(int code, String output) {}

    private static Ended audit(Object... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("audit").toString()));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        return run(command);
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    @BeforeEach
    void files() throws Exception {
        StatementKey key = Exports.newKey(directory, "key");
        export = Exports.file(directory, "requisitions.ndjson", Exports.of(log));
        statement = Exports.file(
                directory, "statement.jws", key.sign(Exports.statement(log)).getBytes(StandardCharsets.UTF_8));
        keys = Exports.file(directory, "keys.json", key.publicKeys().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wholeExportEndsWith0() throws Exception {
        Ended alone = audit("verify", export);
        Ended stated = audit("verify", export, "--statement", statement, "--key", keys);

        assertThat(alone.code()).as(alone.output()).isZero();
        assertThat(alone.output())
                .startsWith("whole: 5 events of requisitions are as they were recorded")
                .contains("--statement")
                .hasLineCount(1);
        assertThat(stated.code()).as(stated.output()).isZero();
        assertThat(stated.output())
                .contains("The statement of requisition-service")
                .hasLineCount(1);
    }

    @Test
    void brokenExportEndsWith1AndNamesTheEvent() throws Exception {
        Path tampered = Exports.file(
                directory,
                "tampered.ndjson",
                Files.readString(export).replace("approved å 2", "approved å 7").getBytes(StandardCharsets.UTF_8));
        Path cut = Exports.file(directory, "cut.ndjson", Arrays.copyOf(Exports.of(log), 300));

        Ended changed = audit("verify", tampered);
        Ended unreadable = audit("verify", cut);

        assertThat(changed.code()).as(changed.output()).isEqualTo(1);
        assertThat(changed.output())
                .startsWith(
                        "broken: event 3 of requisitions (stream thing/0, type tie-resolved) is not what was recorded")
                .contains("Rely on nothing from there on")
                .hasLineCount(1);
        assertThat(unreadable.code()).as(unreadable.output()).isEqualTo(1);
        assertThat(unreadable.output()).startsWith("broken: line 2, where event 1 should stand, is cut off");
    }

    @Test
    void logWrittenAnewAndStatementOfAWrongKeyEndWith1() throws Exception {
        Path anew = Exports.file(directory, "anew.ndjson", Exports.of(Exports.log("requisitions", "rejected", 5)));
        StatementKey other = Exports.newKey(directory, "other");
        Path forged = Exports.file(
                directory, "forged.jws", other.sign(Exports.statement(log)).getBytes(StandardCharsets.UTF_8));

        Ended rewritten = audit("verify", anew, "--statement", statement, "--key", keys);
        Ended wrongKey = audit("verify", export, "--statement", forged, "--key", keys);

        assertThat(rewritten.code()).as(rewritten.output()).isEqualTo(1);
        assertThat(rewritten.output()).contains("event 5", "this log was written anew");
        assertThat(wrongKey.code()).as(wrongKey.output()).isEqualTo(1);
        assertThat(wrongKey.output()).contains("is not signed by any key in");
    }

    @Test
    void wrongUsageEndsWith2AndSaysHow() throws Exception {
        Path otherStatement = Exports.file(
                directory,
                "operations.jws",
                StatementKey.read(directory.resolve("key"))
                        .sign(Exports.statement(Exports.log("operations", "x", 1)))
                        .getBytes(StandardCharsets.UTF_8));
        List<Ended> wrong = List.of(
                audit("verify"),
                audit("verify", directory.resolve("none")),
                audit("verify", export, "--statement", statement),
                audit("verify", export, "--statement", statement, "--key", export),
                audit("verify", export, "--statement", otherStatement, "--key", keys),
                audit("create-key", directory.resolve("key")),
                audit("repair"));

        assertThat(wrong).allSatisfy(ended -> {
            assertThat(ended.code()).as(ended.output()).isEqualTo(2);
            assertThat(ended.output())
                    .containsAnyOf("Usage: audit", "Did you mean: audit")
                    .doesNotContain("Exception", "\tat ");
        });
        assertThat(audit("--help").code()).isZero();
    }

    @Test
    void largeExportNeedsLittleMemory() throws Exception {
        Path large = directory.resolve("large.ndjson");
        EventLog many = Exports.log("requisitions", "x".repeat(2_000), 20_000);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large))) {
            ExportWriter.write(many::readAfter, many.head(), Exports.NOW, out);
        }

        Ended ended = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx20m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "se.statsbidrag.events.audit.Audit",
                "verify",
                large.toString()));

        assertThat(Files.size(large)).isGreaterThan(40_000_000);
        assertThat(ended.code()).as(ended.output()).isZero();
    }
}
