package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.audit.HeadsStatement;
import se.statsbidrag.events.audit.StatementKey;
import se.statsbidrag.events.audit.UnusableKey;

/** Signs what this service states about its logs. The key is read anew each time, so that it can be replaced. */
@Singleton
class Statements {
    private static final Logger LOGGER = Logger.getLogger(Statements.class);
    private static final String ACTION =
            "Have an operator make a key with ./audit create-key FILE and name it to the service as STATSBIDRAG_STATEMENT_KEY_FILE";

    private final Settings settings;
    private final WrittenLogs logs;
    private final BusinessClock clock;
    private final String issuer;

    @Inject
    Statements(
            Settings settings,
            WrittenLogs logs,
            BusinessClock clock,
            @ConfigProperty(name = "quarkus.application.name") String issuer) {
        this.settings = settings;
        this.logs = logs;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** @throws ProblemException 503 without a key */
    String signed() {
        return key().sign(new HeadsStatement(issuer, clock.instant(), logs.heads()));
    }

    /** @throws ProblemException 503 without a key */
    String publicKeys() {
        return key().publicKeys();
    }

    private StatementKey key() {
        Path file = settings.statementKeyFile()
                .orElseThrow(() -> unavailable("This service has no key to sign statements with"));
        try {
            return StatementKey.read(file);
        } catch (UnusableKey e) {
            LOGGER.errorf("The key for statements, %s, %s", file, e.fault());
            throw unavailable("The file of this service's key for statements " + e.fault());
        }
    }

    private static ProblemException unavailable(String detail) {
        return Problems.of(503, "no-statement-key", "Statements cannot be signed", detail, ACTION);
    }
}
