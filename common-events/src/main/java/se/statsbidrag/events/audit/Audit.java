package se.statsbidrag.events.audit;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code ./audit} for operators and auditors. It ends with {@value #WHOLE} when all is as it should be,
 * {@value #BROKEN} when it is not, and {@value #USAGE} when it could not look.
 */
@Command(
        name = "audit",
        subcommands = VerifyCommand.class,
        description = "Verifies exports of the services' logs, far from the services.",
        footer = {
            "",
            "Take out a log and the day's signed heads, as an auditor:",
            "  GET <service>/logs/<log>/export      keep it as <log>.ndjson",
            "  GET <service>/logs/heads-statement   keep each day's",
            "  GET <service>/logs/statement-keys    keep it once",
            "",
            "Exit code: 0 whole, 1 broken, 2 wrong usage or a file that cannot be read."
        })
public final class Audit {
    static final int WHOLE = 0;
    static final int BROKEN = 1;
    static final int USAGE = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "this text")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Audit() {}

    /** Ends the process. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Audit())
                .setExecutionExceptionHandler((fault, command, _) -> {
                    command.getErr().println("audit: " + fault.getMessage());
                    return USAGE;
                })
                .execute(arguments));
    }

    @Command(
            name = "create-key",
            description = "Makes a key for a service to sign statements with (a private JWK, P-256).")
    int createKey(@Parameters(paramLabel = "FILE", description = "where there is none yet") Path file)
            throws Exception {
        try {
            StatementKey.create(file);
        } catch (FileAlreadyExistsException _) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), file + " is there already. Name another file, or move it away first");
        }
        spec.commandLine()
                .getOut()
                .println(file + " made. Give it to the service as STATSBIDRAG_STATEMENT_KEY_FILE, and to nobody else");
        return WHOLE;
    }
}
