package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.allocation.application.SecondOpinion;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanDocument.Position;
import se.statsbidrag.allocation.read.PlanDocument.Pot;
import se.statsbidrag.allocation.read.PlanProjection;
import se.statsbidrag.allocation.read.SecondOpinions;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.allocation.support.WorkedExample;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.inbox.Rebuild;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.Logs;

/** The worked example from events in Kafka to every region's money over REST, to the krona. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedExampleEndToEndTest {
    private static final String PROGRAMME = "worked-example";

    @Inject
    Sources sources;

    @Inject
    PlanProjection projection;

    @Inject
    Logs logs;

    @Inject
    InboxStore inbox;

    @Inject
    Transactions transactions;

    @Inject
    EventCodec codec;

    @Inject
    SecondOpinions second;

    private final PlanReader reader = new PlanReader(PROGRAMME);
    private GrantYear year;

    @BeforeAll
    void recordTheYearAndSendItTwiceInAnyOrder() {
        year = new GrantYear(sources, PROGRAMME, 2025)
                .definitionInForce()
                .workedExample()
                .bothDeadlinesPassed();
        sources.send(twiceInAnyOrder(year.recorded(), 497));
    }

    @Test
    void everyRegionIsDueWhatTheTableSaysToTheKrona() {
        PlanDocument plan = plan();

        assertThat(plan.status()).isEqualTo("FINAL");
        assertThat(plan.recipients()).hasSize(21);
        for (WorkedExample.Row row : WorkedExample.rows()) {
            PlanDocument.Recipient recipient = plan.findRecipient(row.code()).orElseThrow();
            assertThat(recipient.lines())
                    .as(row.code())
                    .extracting(PlanDocument.Line::pot)
                    .isEqualTo(WorkedExample.POTS);
            assertThat(recipient.lines())
                    .as(row.code())
                    .extracting(PlanDocument.Line::amount)
                    .isEqualTo(row.amounts());
            assertThat(recipient.total()).as(row.code()).isEqualTo(row.total());
        }
    }

    @Test
    void thePotsSayWhereTheMoneyWent() {
        assertThat(plan().pots())
                .containsExactly(
                        new Pot("block-1", "CLOSED", 100_000_000, 95_238_095, 0, 0, 4_761_905),
                        new Pot("block-2", "CLOSED", 397_000_000, 207_591_680, 0, 189_408_320, 0),
                        new Pot("remaining-hip-replacement", "CLOSED", 123_115_408, 123_115_408, 0, 0, 0),
                        new Pot("remaining-prolapse", "CLOSED", 43_563_914, 43_563_914, 0, 0, 0),
                        new Pot("remaining-cataract", "CLOSED", 22_728_998, 22_728_998, 0, 0, 0));
    }

    @Test
    void theSecondCalculatorConfirmsThePlanAndWouldTellAKronaMore() {
        PlanDocument plan = plan();

        reader.get("/plan/second-opinion")
                .statusCode(200)
                .body("outcome", equalTo("CONFIRMED"))
                .body("digest", equalTo(plan.digest()))
                .body("differencesInAll", equalTo(0));
        assertThat(statusFor("representative-23", "/plan/second-opinion")).isEqualTo(403);
        assertThat(second.of(withAKronaMore(plan, "24", "block-2")))
                .isEqualTo(new SecondOpinion.Opinion.Differs(
                        List.of(new SecondOpinion.Difference("24", "block-2", "due", 7_885_001, 7_885_000))));
        assertThat(second.of(plan)).isEqualTo(new SecondOpinion.Opinion.Agrees());
    }

    private static PlanDocument withAKronaMore(PlanDocument plan, String recipient, String pot) {
        List<PlanDocument.Recipient> recipients = plan.recipients().stream()
                .map(each -> new PlanDocument.Recipient(
                        each.recipient(),
                        each.total(),
                        each.lines().stream()
                                .map(line -> each.recipient().equals(recipient)
                                                && line.pot().equals(pot)
                                        ? new PlanDocument.Line(pot, line.amount() + 1)
                                        : line)
                                .toList()))
                .toList();
        return new PlanDocument(
                plan.programme(),
                plan.programmeVersion(),
                plan.definitionHash(),
                plan.status(),
                plan.staleReason(),
                plan.computedAt(),
                plan.digest(),
                plan.number(),
                plan.basis(),
                plan.pots(),
                recipients,
                plan.ties(),
                plan.syntheticTables());
    }

    @Test
    void theBasisSaysWhichPositionsThePlanRestsOn() {
        assertThat(plan().basis())
                .contains(
                        new Position("operations", sources.operations().position()),
                        new Position("requisitions", sources.requisitions().position()));
    }

    @Test
    void oneRecipientsPartIsThatOfTheWholePlan() {
        PlanDocument plan = plan();

        reader.get("/plan/24")
                .statusCode(200)
                .body("recipient", equalTo("24"))
                .body("total", equalTo(26_751_751))
                .body("digest", equalTo(plan.digest()))
                .body("lines.amount", equalTo(List.of(4_761_904, 7_885_000, 14_104_847, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"representative-23", "deputy-23", "data-coordinator-23"})
    void whoActsForAnOrganisationReadsOfItsOwnRecipientAlone(String clientId) {
        plan();
        assertThat(statusFor(clientId, "/plan/23")).isEqualTo(200);
        assertThat(statusFor(clientId, "/plan/23/explanation")).isEqualTo(200);
        assertThat(statusFor(clientId, "/plan/24")).isEqualTo(403);
        assertThat(statusFor(clientId, "/plan/24/explanation")).isEqualTo(403);
        assertThat(statusFor(clientId, "/plan/99")).isEqualTo(403);
        assertThat(statusFor(clientId, "/plan")).isEqualTo(403);
        assertThat(statusFor(clientId, "/ties")).isEqualTo(403);
    }

    private static int statusFor(String clientId, String path) {
        return given().header("Authorization", SignedIn.bearer(clientId))
                .get("/allocation/v1/programmes/" + PROGRAMME + path)
                .statusCode();
    }

    @Test
    void anUnchangedPlanIsNotSentAgain() {
        String tag = reader.planAfter(year.after()).extract().header("ETag");

        assertThat(tag).contains(plan().digest());
        given().header("If-None-Match", tag)
                .get("/allocation/v1/programmes/" + PROGRAMME + "/plan")
                .then()
                .statusCode(304);
    }

    @Test
    void theExplanationGoesDownToEventsAndParametersAndIsTheSameByteForByte() {
        String basis = plan().basis().toString();
        byte[] first = explanation("application/json");

        assertThat(new String(first, java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"total\":40949087", "R-K6", "R-K7", "R-K8", "\"log\":\"operations\"", "\"parameter\":");
        byte[] text = explanation("text/plain");
        assertThat(new String(text, java.nio.charset.StandardCharsets.UTF_8))
                .contains("Region Dalarna får sammanlagt", "40\u00a0949\u00a0087");
        rebuild();
        assertThat(plan().basis().toString()).isEqualTo(basis);
        assertThat(explanation("application/json")).isEqualTo(first);
        assertThat(explanation("text/plain")).isEqualTo(text);
    }

    @Test
    void whatIsNotThereIsNamed() {
        reader.get("/plan/99").statusCode(404).body("detail", containsString("recipient '99'"));
        new PlanReader("no-such-grant").get("/plan").statusCode(404).body("detail", containsString("no-such-grant"));
        new PlanReader("No%20Grant").get("/plan").statusCode(404);
        reader.get("/plan", "after", "elsewhere:1").statusCode(422);
        reader.get("/plan", "after", "operations:1000000", "wait", 0).statusCode(504);
    }

    private void rebuild() {
        new Rebuild(logs.names().stream().map(logs::source).toList(), inbox, transactions, codec)
                .rebuild(List.of(projection));
    }

    private byte[] explanation(String form) {
        return given().accept(form)
                .get("/allocation/v1/programmes/" + PROGRAMME + "/plan/20/explanation")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private PlanDocument plan() {
        return reader.plan(year.after());
    }

    private static List<RecordedEvent> twiceInAnyOrder(List<RecordedEvent> events, long seed) {
        List<RecordedEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        Collections.shuffle(twice, new Random(seed));
        return twice;
    }
}
