package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.bank.PaymentFile;
import se.statsbidrag.allocation.bank.Schemas;
import se.statsbidrag.allocation.read.MissingPayments;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.deadline.BankDays;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.local.LocalBank;
import se.statsbidrag.local.LocalBank.Entry;
import se.statsbidrag.local.LocalBank.Order;
import se.statsbidrag.rules.value.ProgrammeId;

/** What is decided is ordered from the bank once, by two persons, and followed until it is paid. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentsOverRestTest {
    private static final int BLOCK_1 = 4_761_904;
    private static final String AGENCY = "202100-0555";
    private static final String NO_DETAILS = "25";

    @Inject
    Sources sources;

    @Inject
    Ledgers ledgers;

    @Inject
    MissingPayments missing;

    @Inject
    EventLog log;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "statsbidrag.bank.folder")
    String folder = "";

    private int programmes;
    private String programme = "";
    private LocalDate day = LocalDate.MIN;

    private void whereToPay() {
        String today = given().get("/local/clock").then().extract().path("now");
        day = BankDays.after(LocalDate.parse(today.substring(0, 10)), 1);
        details(AGENCY, "50504562", "Socialstyrelsen");
        details("232100-0214", "55556666", "Region Jämtland Härjedalen");
        details("232100-0222", "50501055", "Region Västerbotten");
    }

    /** Three regions with a decision each; one of them nobody knows how to pay. */
    @BeforeEach
    void aProgrammeWithADecision() {
        if (programmes == 0) {
            whereToPay();
        }
        programmes++;
        programme = "paid-" + programmes;
        GrantYear year = new GrantYear(sources, programme, 2046)
                .definitionInForce()
                .approved("23")
                .approved("24")
                .approved(NO_DETAILS);
        new PlanReader(programme).plan(year.after());
        as("officer-1", "/decisions", "{\"pots\": [\"block-1\"], \"reason\": \"Godkända\"}")
                .statusCode(201);
        as("decision-maker-1", "/decisions/1/approval", "{\"reason\": \"Ja\"}").statusCode(200);
    }

    @Test
    void twoPersonsOrderAndTheFileGoesToTheBankOnce() throws IOException {
        JsonPath batch = prepare()
                .statusCode(201)
                .body("state", equalTo("PREPARED"))
                .body("sum", equalTo(2 * BLOCK_1))
                .body("payments.recipient", contains("23", "24"))
                .body("leftOut.recipient", contains(NO_DETAILS))
                .body("leftOut[0].reasons", contains("Betalningsuppgifter saknas"))
                .extract()
                .jsonPath();
        byte[] file = file(1);
        assertThat(PaymentFile.sha256(file)).isEqualTo(batch.getString("fileSha256"));
        Schemas.requireValid("pain.001.001.09", file);
        prepare().statusCode(409).body("faults.fault", hasItem(containsString("where the organisation is paid")));

        approve("economist-1", batch.getString("fileSha256")).statusCode(409).body("type", containsString("second"));
        approve("economist-2", "0".repeat(64)).statusCode(409).body("detail", containsString("SHA-256"));
        approve("economist-2", batch.getString("fileSha256"))
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy", notNullValue());
        approve("economist-2", batch.getString("fileSha256")).statusCode(409);

        Path sent = Path.of(folder).resolve(programme + "-1.xml");
        Awaitility.await().until(() -> Files.exists(sent) && isWritten());
        assertThat(Files.readAllBytes(sent)).isEqualTo(file);
        get("/payments").body("payments.state", contains("ORDERED", "ORDERED"));
        get("/payment-batches").body("batches.state", contains("APPROVED"));
    }

    /** What a stop between recording and writing leaves is written at the next look; what the bank took away is not. */
    @Test
    void noFileIsLostAndNoneIsDoubledWhereverTheServiceStops() throws IOException, SQLException {
        ordered();
        Path sent = Path.of(folder).resolve(programme + "-1.xml");
        Awaitility.await().until(() -> Files.exists(sent) && isWritten());
        byte[] file = Files.readAllBytes(sent);
        Files.delete(sent);

        stoppedWith("written_at = NULL, ready_at = NULL");
        Awaitility.await().until(() -> Files.exists(sent) && isWritten());
        assertThat(Files.readAllBytes(sent)).as("never laid ready").isEqualTo(file);

        Files.move(sent, Path.of(folder).resolve("." + programme + "-1.xml.part"));
        stoppedWith("written_at = NULL");
        Awaitility.await().until(() -> Files.exists(sent) && isWritten());
        assertThat(Files.readAllBytes(sent)).as("laid ready and not sent").isEqualTo(file);

        Files.delete(sent);
        stoppedWith("written_at = NULL");
        Awaitility.await().until(this::isWritten);
        assertThat(sent).as("sent, and taken by the bank before that was noted").doesNotExist();
        Awaitility.await().during(Duration.ofMillis(2_500)).until(() -> Files.notExists(sent));
    }

    private void stoppedWith(String state) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE bank_file SET " + state + " WHERE message = '" + programme + "-1'");
        }
    }

    private boolean isWritten() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM bank_file WHERE written_at IS NOT NULL"
                        + " AND message = '" + programme + "-1'")) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    @Test
    void whatTheBankPaysAndRejectsIsReconciledToTheKrona() {
        Order order = ordered();
        String rejected = order.transfers().getLast().id();
        byte[] report = LocalBank.statusReport(order, "PSR-" + programme, Map.of(rejected, "AC04"));
        JsonPath first = bank("/payment-status-reports", report)
                .statusCode(200)
                .body("programmes[0].statuses.accepted", contains(true, false))
                .extract()
                .jsonPath();
        assertThat(bank("/payment-status-reports", report)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Map<String, Object>>get(""))
                .isEqualTo(first.get(""));
        byte[] statement = LocalBank.statement(
                order.account(),
                "STMT-" + programme,
                day,
                List.of(new Entry("B-1", true, order.transfers().getFirst().id(), BLOCK_1, "")));
        JsonPath shown = bank("/bank-statements", statement)
                .statusCode(200)
                .body("programmes[0].booked.amount", contains(BLOCK_1))
                .extract()
                .jsonPath();
        assertThat(bank("/bank-statements", statement)
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .<Map<String, Object>>get(""))
                .isEqualTo(shown.get(""));

        get("/payments")
                .body("payments.state", contains("PAID", "REJECTED"))
                .body("payments[1].code", equalTo("AC04"))
                .body("payments[0].bookedOn", equalTo(day.toString()));
        get("/reconciliation")
                .body("agrees", equalTo(true))
                .body("total.decided", equalTo(3 * BLOCK_1))
                .body("total.paid", equalTo(BLOCK_1))
                .body("total.rejected", equalTo(BLOCK_1))
                .body("total.notOrdered", equalTo(2 * BLOCK_1));
        prepare().statusCode(201).body("batch", equalTo(2)).body("payments.recipient", contains("24"));
        as("economist-1", "/payment-batches/2/return", "{\"reason\": \"Fel konto\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
    }

    @Test
    void wrongFilesAreRefusedWholeAndWrongEntriesSetAside() {
        Order order = ordered();
        String first = order.transfers().getFirst().id();
        byte[] report = LocalBank.statusReport(order, "PSR-W-" + programme, Map.of());
        Order foreign = new Order("somebody-elses", order.account(), day, order.transfers());
        Order other = new Order(
                order.message(), order.account(), day, order.transfers().subList(0, 1));
        bank("/payment-status-reports", LocalBank.statusReport(foreign, "PSR-F", Map.of()))
                .statusCode(422)
                .body("faults.field", hasItem("OrgnlGrpInfAndSts/OrgnlMsgId"));
        bank("/payment-status-reports", LocalBank.statusReport(other, "PSR-O", Map.of()))
                .statusCode(422)
                .body("faults", hasSize(2));
        bank("/payment-status-reports", java.util.Arrays.copyOf(report, report.length / 2))
                .statusCode(400);
        bank("/bank-statements", LocalBank.statement("55556666", "STMT-F", day, List.of()))
                .statusCode(422)
                .body("faults.field", hasItem("Stmt/Acct/Id"));

        List<Entry> entries = List.of(
                new Entry("B-1", true, first, 1, ""),
                new Entry("B-2", true, first, BLOCK_1, ""),
                new Entry("B-3", true, first, BLOCK_1, ""),
                new Entry("B-4", false, first, BLOCK_1, ""));
        bank("/bank-statements", LocalBank.statement(order.account(), "STMT-W-" + programme, day, entries))
                .statusCode(200)
                .body("programmes[0].booked.reference", contains("B-2"))
                .body("programmes[0].setAside.reference", contains("B-1", "B-3", "B-4"));
        bank("/bank-statements", LocalBank.statement(order.account(), "STMT-W-" + programme, day, List.of()))
                .statusCode(409);
        get("/reconciliation")
                .body("agrees", equalTo(false))
                .body("setAside", hasSize(3))
                .body("suspectedDoublePayments.kind", hasItem("BOOKED_TWICE"))
                .body("total.paid", equalTo(BLOCK_1));

        List<Integer> waiting = get("/reconciliation").extract().jsonPath().getList("setAside.entry");
        settle(waiting.get(0), "EXPLAINED", " ").statusCode(422);
        settle(waiting.get(0), "LOST", "a").statusCode(422).body("faults.field", hasItem("outcome"));
        settle(waiting.get(0), "PAYMENT_RETURNED", "a").statusCode(409);
        settle(999_999, "EXPLAINED", "a").statusCode(404);
        settle(waiting.get(0), "EXPLAINED", "Avgift").statusCode(200).body("entry.outcome", equalTo("EXPLAINED"));
        settle(waiting.get(0), "EXPLAINED", "Avgift").statusCode(409);
        settle(waiting.get(1), "EXPLAINED", "Banken rättar").statusCode(200);
        settle(waiting.get(2), "PAYMENT_RETURNED", "Kontot är avslutat").statusCode(200);
        get("/reconciliation")
                .body("agrees", equalTo(true))
                .body("setAside", hasSize(0))
                .body("total.paid", equalTo(0))
                .body("total.rejected", equalTo(BLOCK_1))
                .body("total.notOrdered", equalTo(2 * BLOCK_1));
        bank(
                        "/bank-statements",
                        LocalBank.statement(
                                order.account(),
                                "STMT-X-" + programme,
                                day,
                                List.of(new Entry("B-5", true, first, BLOCK_1, ""))))
                .body("programmes[0].setAside.reference", contains("B-5"));
    }

    @Test
    void aHoldAndANewAccountStopABatchThatIsNotApproved() {
        JsonPath batch = prepare().statusCode(201).extract().jsonPath();
        as("economist-1", "/holds", "{\"recipient\": \"24\", \"type\": \"under-inquiry\", \"reason\": \"Utreds\"}")
                .statusCode(201);

        approve("economist-2", batch.getString("fileSha256"))
                .statusCode(409)
                .body("faults.fault", hasItem(containsString("Payment is barred")));
        as("economist-2", "/payment-batches/1/return", "{\"reason\": \"Stopp\"}")
                .statusCode(200);
        prepare().statusCode(201).body("leftOut.recipient", contains("24", NO_DETAILS));
    }

    @Test
    void daysOnWhichNoBankPaysAreRefusedAndLatePaymentsNeedAReason() {
        batch("{\"executionDate\": \"2024-12-02\"}").statusCode(422);
        batch("{\"executionDate\": \"2045-12-25\"}").statusCode(422).body("faults.field", hasItem("executionDate"));
        batch("{\"executionDate\": \"2047-01-10\", \"decisions\": [9]}")
                .statusCode(422)
                .body("faults.field", hasItems("latePaymentReason", "decisions[0]"));
        batch("{\"executionDate\": \"2047-01-10\", \"latePaymentReason\": \"Beslutet kom i december\"}")
                .statusCode(201)
                .body("latePaymentReason", equalTo("Beslutet kom i december"));
    }

    @Test
    void anOrderThatNoStatementShowsIsMissing() {
        JsonPath batch = prepare().statusCode(201).extract().jsonPath();
        Ledgers.Loaded loaded = ledgers.load(new ProgrammeId(programme));
        PaymentBatchPrepared now =
                loaded.ledger().payments().batch(1).orElseThrow().event();
        PaymentBatchPrepared then = new PaymentBatchPrepared(
                now.programme(),
                2,
                programme + "-2",
                now.createdAt(),
                LocalDate.of(2024, 12, 2),
                "",
                now.agency(),
                now.payer(),
                now.from(),
                now.payments().stream()
                        .map(each -> new PaymentBatchPrepared.Payment(
                                each.id() + "x",
                                each.recipient(),
                                each.decisions(),
                                each.amount(),
                                each.name(),
                                each.to(),
                                each.text()))
                        .toList(),
                "");
        PaymentBatchPrepared hashed = new PaymentBatchPrepared(
                then.programme(),
                then.batch(),
                then.message(),
                then.createdAt(),
                then.executionDate(),
                then.latePaymentReason(),
                then.agency(),
                then.payer(),
                then.from(),
                then.payments(),
                PaymentFile.sha256(PaymentFile.of(then)));
        log.append(
                List.of(loaded.append(
                        hashed, new PaymentBatchApproved(then.programme(), 2, hashed.fileHash(), "as read"))),
                Origin.ofSystem("test"));

        assertThat(batch.getInt("batch")).isEqualTo(1);
        get("/payments").body("payments.state", contains("PREPARED", "PREPARED", "MISSING", "MISSING"));
        get("/reconciliation")
                .body("agrees", equalTo(false))
                .body("recipients[0].faults", hasItem(containsString("saknas")))
                .body("suspectedDoublePayments.kind", hasItem("DECISION_PAID_TWICE"));
        assertThat(missing.look())
                .contains(then.payments().getFirst().id())
                .doesNotContain(now.payments().getFirst().id());
    }

    @Test
    void paymentDetailsTakeTwoPersonsAndARightCheckDigit() {
        String own = "/payment-details/232100-0016";
        put(
                        "economist-1",
                        own,
                        "{\"kind\": \"BANKGIRO\", \"number\": \"5050-1056\", \"name\": \"\", \"reason\": \"a\"}")
                .statusCode(422)
                .body("faults.field", hasItems("number", "name"));
        put(
                        "economist-1",
                        own,
                        "{\"kind\": \"BANKGIRO\", \"number\": \"5050-1055\", \"name\": \"Region Stockholm\", \"reason\": \"a\"}")
                .statusCode(202)
                .body("state", equalTo("PROPOSED"));
        post("economist-1", own + "/approval", "{\"reason\": \"b\"}").statusCode(409);
        post("economist-2", own + "/return", "{\"reason\": \"b\"}")
                .statusCode(200)
                .body("state", equalTo("NONE"));
        post("economist-2", own + "/approval", "{\"reason\": \"b\"}").statusCode(404);
        given().header("Authorization", SignedIn.bearer("auditor-1"))
                .get("/allocation/v1/payment-details")
                .then()
                .statusCode(200)
                .body("paymentDetails.organisationNumber", hasItems(AGENCY, "232100-0214"));
    }

    private static void details(String organisation, String number, String name) {
        String path = "/payment-details/" + organisation;
        put(
                        "economist-1",
                        path,
                        "{\"kind\": \"BANKGIRO\", \"number\": \"%s\", \"name\": \"%s\", \"reason\": \"Brev\"}"
                                .formatted(number, name))
                .statusCode(202);
        post("economist-2", path + "/approval", "{\"reason\": \"Kontrollerat\"}")
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"));
    }

    private Order ordered() {
        JsonPath batch = prepare().statusCode(201).extract().jsonPath();
        approve("economist-2", batch.getString("fileSha256")).statusCode(200);
        return LocalBank.read(file(1));
    }

    private ValidatableResponse prepare() {
        return batch("{\"executionDate\": \"" + day + "\"}");
    }

    private ValidatableResponse batch(String body) {
        return as("economist-1", "/payment-batches", body);
    }

    private ValidatableResponse settle(int entry, String outcome, String reason) {
        return as(
                "economist-1",
                "/bank-entries/" + entry + "/settlement",
                "{\"outcome\": \"" + outcome + "\", \"reason\": \"" + reason + "\"}");
    }

    private ValidatableResponse approve(String client, String hash) {
        return as(client, "/payment-batches/1/approval", "{\"fileSha256\": \"" + hash + "\", \"reason\": \"Läst\"}");
    }

    private byte[] file(int batch) {
        return given().header("Authorization", SignedIn.bearer("economist-2"))
                .get("/allocation/v1/programmes/" + programme + "/payment-batches/" + batch + "/payment-file")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asByteArray();
    }

    private ValidatableResponse get(String path) {
        return given().header("Authorization", SignedIn.bearer("economist-1"))
                .get("/allocation/v1/programmes/" + programme + path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse as(String client, String path, String body) {
        return post(client, "/programmes/" + programme + path, body);
    }

    private static ValidatableResponse post(String client, String path, String body) {
        return given().header("Authorization", SignedIn.bearer(client))
                .contentType("application/json")
                .body(body)
                .post("/allocation/v1" + path)
                .then();
    }

    private static ValidatableResponse put(String client, String path, String body) {
        return given().header("Authorization", SignedIn.bearer(client))
                .contentType("application/json")
                .body(body)
                .put("/allocation/v1" + path)
                .then();
    }

    private static ValidatableResponse bank(String path, byte[] file) {
        return given().header("Authorization", SignedIn.bearer("economist-1"))
                .contentType("application/xml")
                .body(file)
                .post("/allocation/v1" + path)
                .then();
    }
}
