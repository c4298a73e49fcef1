package se.statsbidrag.events.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.statsbidrag.events.log.LogVerdict;

/** {@code audit verify}: says in one line whether an export is whole, and what to do. */
@Command(name = "verify", description = "Verifies an export and names the first event that is not as it was recorded.")
final class VerifyCommand implements Callable<Integer> {
    private static final String UNSIGNED =
            "Give a --statement kept from before to see that the log was not written anew from its beginning";

    /** A statement is worth nothing without the key to check it by. */
    static final class Signed {
        @Option(
                names = "--statement",
                required = true,
                paramLabel = "FILE",
                description = "a signed statement of heads")
        private Path statement = Path.of("");

        @Option(
                names = "--key",
                required = true,
                paramLabel = "FILE",
                description = "the service's public keys (JWKS), kept from before")
        private Path key = Path.of("");
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "an export of one log")
    private Path export = Path.of("");

    @ArgGroup(exclusive = false)
    private @Nullable Signed signed;

    @Override
    public Integer call() throws IOException {
        Optional<HeadsStatement> statement = Optional.empty();
        if (signed != null) {
            statement = statement(signed);
            if (statement.isEmpty()) {
                return broken(
                        signed.statement + " is not signed by any key in " + signed.key
                                + ". Do not trust it: fetch the statement again, and ask the service's owner which keys are theirs");
            }
        }
        try (InputStream in = Files.newInputStream(existing(export))) {
            return say(ExportVerifier.verify(in, statement), statement);
        }
    }

    private Optional<HeadsStatement> statement(Signed files) throws IOException {
        try {
            return StatementCheck.with(Files.readString(existing(files.key)))
                    .read(Files.readString(existing(files.statement)));
        } catch (UnusableKey e) {
            throw wrong(files.key + " " + e.fault() + ". Name the file that GET …/logs/statement-keys gave");
        }
    }

    private int say(ExportVerdict verdict, Optional<HeadsStatement> statement) {
        return switch (verdict) {
            case ExportVerdict.Whole(ExportHeader header) -> {
                spec.commandLine()
                        .getOut()
                        .println("whole: %d events of %s are as they were recorded (last hash %s). %s"
                                .formatted(
                                        header.position(),
                                        header.log(),
                                        header.hash(),
                                        statement.map(VerifyCommand::agrees).orElse(UNSIGNED)));
                yield Audit.WHOLE;
            }
            case ExportVerdict.Broken(ExportHeader header, LogVerdict.Broken broken) ->
                broken(
                        "event %d of %s%s %s. Rely on nothing from there on; keep the file, and compare it with earlier exports"
                                .formatted(broken.position(), header.log(), what(broken), broken.fault()));
            case ExportVerdict.Unreadable(long line, String fault) ->
                broken(
                        "line %d%s %s. Rely on nothing from there on; take a new export, and keep this file if that is whole"
                                .formatted(
                                        line, line > 1 ? ", where event " + (line - 1) + " should stand," : "", fault));
            case ExportVerdict.NotStated(ExportHeader header) ->
                throw wrong("the statement says nothing about the log " + header.log()
                        + ". Name a statement of the service that the export is of");
        };
    }

    private static String agrees(HeadsStatement statement) {
        return "The statement of " + statement.issuer() + ", " + statement.issuedAt() + ", agrees";
    }

    private static String what(LogVerdict.Broken broken) {
        return broken.stream() == null ? "" : " (stream " + broken.stream() + ", type " + broken.type() + ")";
    }

    private int broken(String verdict) {
        spec.commandLine().getOut().println("broken: " + verdict);
        return Audit.BROKEN;
    }

    private Path existing(Path file) throws NoSuchFileException {
        if (!Files.isRegularFile(file)) {
            throw wrong(file + " is no file that can be read. Check its name");
        }
        return file;
    }

    private ParameterException wrong(String fault) {
        return new ParameterException(spec.commandLine(), fault);
    }
}
