package se.statsbidrag.events.quarkus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.events.audit.ExportVerdict;
import se.statsbidrag.events.audit.ExportVerifier;
import se.statsbidrag.events.audit.HeadsStatement;
import se.statsbidrag.events.audit.StatementCheck;
import se.statsbidrag.events.audit.StatementKey;
import se.statsbidrag.events.inbox.ExampleEvents;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.local.LocalPostgres;

/** What an auditor gets of a running service: its logs, their verification, exports, and signed statements of heads. */
@QuarkusTest
@RunningService
class EvidenceOverRestTest {
    private static final String LOGS = "/test/v1/logs";
    private static final String KEY_FILE = "statsbidrag.statement.key-file";

    @Inject
    EventLog log;

    @Inject
    BusinessClock clock;

    @Inject
    Refusals refusalsLog;

    @Inject
    @Identifier(Refusals.LOG) EventLog refusals;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void moreThanOnePage() {
        ExampleEvents.append(log, 120);
    }

    @AfterEach
    void withoutKey() {
        System.clearProperty(KEY_FILE);
    }

    private static RequestSpecification as(String client) {
        return given().header("Authorization", SignedIn.as(client));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static ExportVerdict verdict(Response export, Optional<HeadsStatement> statement) {
        return ExportVerifier.verify(new ByteArrayInputStream(export.asByteArray()), statement);
    }

    /** As somebody who may do everything in the database, without the guards of the tables. */
    private static void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"), LocalPostgres.SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica; " + sql);
        }
    }

    @Test
    void aVerificationThatTakesTooLongSaysHowFarItCame() {
        Verification verification = new LogVerifications(clock, refusalsLog, Duration.ZERO).verify(log);

        assertThat(verification.verdict()).isEqualTo(Verification.Verdict.UNFINISHED);
        assertThat(verification.position()).isLessThan(log.head().position());
    }

    @Test
    void logsAreListedWithTheirHeads() {
        as("auditor-1")
                .get(LOGS)
                .then()
                .statusCode(200)
                .body("logs.log", contains("requisitions", "refusals"))
                .body("logs[0].hash", equalTo(log.head().hash()))
                .body("logs.position", hasItem((int) log.head().position()));
    }

    @Test
    void wholeLogIsVerifiedWhole() {
        as("operator-1")
                .get(LOGS + "/requisitions/verification")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("WHOLE"))
                .body("position", equalTo((int) log.head().position()))
                .body("hash", equalTo(log.head().hash()));
    }

    @Test
    void logOfRefusalsIsEvidenceToo() {
        as("auditor-1")
                .get(LOGS + "/refusals/verification")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("WHOLE"));
        assertThat(verdict(as("auditor-1").get(LOGS + "/refusals/export"), Optional.empty()))
                .isInstanceOfSatisfying(
                        ExportVerdict.Whole.class,
                        whole -> assertThat(whole.header().log()).isEqualTo("refusals"));
    }

    @Test
    void changedEventIsNamedByVerificationAndByTheExport() throws SQLException {
        RecordedEvent event = log.readAfter(2, 1).getFirst();
        tamper("UPDATE log_event SET trace = 'changed' WHERE log = 'requisitions' AND position = 3");
        try {
            as("auditor-1")
                    .get(LOGS + "/requisitions/verification")
                    .then()
                    .statusCode(200)
                    .body("verdict", equalTo("BROKEN"))
                    .body("position", equalTo(3))
                    .body("fault", startsWith("is not what was recorded"))
                    .body("stream", equalTo(event.stream().value()))
                    .body("type", equalTo(event.type()))
                    .body("action", containsString("export"));
            assertThat(verdict(as("auditor-1").get(LOGS + "/requisitions/export"), Optional.empty()))
                    .isInstanceOfSatisfying(
                            ExportVerdict.Broken.class,
                            broken -> assertThat(broken.broken().position()).isEqualTo(3));
        } finally {
            tamper("UPDATE log_event SET trace = '%s' WHERE log = 'requisitions' AND position = 3"
                    .formatted(event.trace()));
        }
    }

    @Test
    void exportIsWholeAndEndsAtTheHead() {
        Response export = as("auditor-1").get(LOGS + "/requisitions/export");

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.contentType()).startsWith("application/x-ndjson");
        assertThat(export.header("Content-Disposition")).contains("requisitions.ndjson");
        assertThat(verdict(export, Optional.empty()))
                .isInstanceOfSatisfying(
                        ExportVerdict.Whole.class,
                        whole -> assertThat(whole.header().hash())
                                .isEqualTo(log.head().hash()));
    }

    @Test
    void signedStatementHoldsForTheExport() throws Exception {
        Path key = directory.resolve("key");
        StatementKey.create(key);
        System.setProperty(KEY_FILE, key.toString());

        Response signed = as("auditor-1").get(LOGS + "/heads-statement");
        Response keys = as("auditor-1").get(LOGS + "/statement-keys");
        ExampleEvents.append(log, 1);
        Optional<HeadsStatement> statement =
                StatementCheck.with(keys.asString()).read(signed.asString());

        assertThat(signed.contentType()).startsWith("application/jose");
        assertThat(keys.contentType()).startsWith("application/jwk-set+json");
        assertThat(keys.asString()).doesNotContain("\"d\"");
        assertThat(statement)
                .hasValueSatisfying(stated -> assertThat(stated.issuer()).isEqualTo("common-events-test"));
        assertThat(verdict(as("auditor-1").get(LOGS + "/requisitions/export"), statement))
                .isInstanceOf(ExportVerdict.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heads-statement", "statement-keys"})
    void withoutAUsableKeyTheProblemSaysWhatToSet(String resource) throws Exception {
        as("auditor-1")
                .get(LOGS + "/" + resource)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/no-statement-key"))
                .body("action", containsString("STATSBIDRAG_STATEMENT_KEY_FILE"));

        System.setProperty(
                KEY_FILE, Files.writeString(directory.resolve("key"), "hemlig").toString());
        as("auditor-1")
                .get(LOGS + "/" + resource)
                .then()
                .statusCode(503)
                .body("detail", equalTo("The file of this service's key for statements cannot be read as a JWK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/test/v1/logs/operations/verification",
                "/test/v1/logs/operations/export",
                "/test/v1/logs/..%2Frequisitions/export",
                "/other/v1/logs",
                "/test/v2/logs/requisitions/export"
            })
    void logsOfOthersAndOtherAddressesAreNotFound(String path) {
        as("auditor-1")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 200, 403",
        "/requisitions/verification, 200, 403",
        "/requisitions/export, 403, 403",
        "/heads-statement, 403, 403",
        "/statement-keys, 503, 403"
    })
    void nobodyElseGetsEvidence(String path, int operator, int officer) {
        assertThat(as("operator-1").get(LOGS + path).statusCode()).isEqualTo(operator);
        assertThat(as("officer-1").get(LOGS + path).statusCode()).isEqualTo(officer);
        assertThat(given().header("Authorization", "Bearer none")
                        .get(LOGS + path)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void examplesOfTheDescriptionAreTrue() throws Exception {
        byte[] export = example("exportLog.200.ndjson");
        String keys = new String(example("getStatementKeys.200.json"), StandardCharsets.UTF_8);
        String signed = new String(example("getHeadsStatement.200.jws"), StandardCharsets.UTF_8);
        Optional<HeadsStatement> statement = StatementCheck.with(keys).read(signed);

        assertThat(statement).isPresent();
        assertThat(ExportVerifier.verify(new ByteArrayInputStream(export), statement))
                .isInstanceOf(ExportVerdict.Whole.class);
        StrictJson.read(example("listLogs.200.json"), LogsResource.LogList.class);
        StrictJson.read(example("verifyLog.200.json"), Verification.class);
    }

    private static byte[] example(String name) throws Exception {
        try (var in = EvidenceOverRestTest.class.getResourceAsStream("/openapi-examples/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @Test
    void operationsAreDescribedUnderTheServicesOwnBase() {
        var paths = given().get("/q/openapi?format=json").jsonPath().<String, Object>getMap("paths");

        assertThat(paths.keySet())
                .contains(
                        LOGS,
                        LOGS + "/{log}/verification",
                        LOGS + "/{log}/export",
                        LOGS + "/heads-statement",
                        LOGS + "/statement-keys")
                .noneMatch(path -> path.contains("{api}"));
        assertThat(String.valueOf(paths.get(LOGS + "/{log}/export")))
                .contains("example", "requisition-approved")
                .doesNotContain("{name=api");
    }
}
