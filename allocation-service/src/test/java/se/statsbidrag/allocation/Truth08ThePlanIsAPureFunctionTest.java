package se.statsbidrag.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanProjection;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.allocation.support.WrittenLogs;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.inbox.Rebuild;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * The plan depends on what has happened and nothing else: not on order, duplicates, detours, batches or rebuilds; and as
 * of an instant it is the same for ever (architecture: truth 8).
 */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Truth08ThePlanIsAPureFunctionTest {
    private static final String PROGRAMME = "pure-function";

    @Inject
    Sources sources;

    @Inject
    PlanProjection projection;

    @Inject
    BusinessClock clock;

    @Inject
    Logs logs;

    @Inject
    InboxStore inbox;

    @Inject
    Transactions transactions;

    @Inject
    EventCodec codec;

    private final PlanReader reader = new PlanReader(PROGRAMME);
    private GrantYear year;

    @BeforeAll
    void recordTheYearAndSendItTwiceInAnyOrder() {
        year = new GrantYear(sources, PROGRAMME, 2032)
                .definitionInForce()
                .workedExample()
                .bothDeadlinesPassed();
        sources.send(twiceInAnyOrder(year.recorded(), 497));
    }

    @Test
    void deliveringTheSameEventsAgainInAnyOrderChangesNothing() {
        PlanDocument before = plan();

        sources.send(twiceInAnyOrder(year.recorded(), 15));
        year.answersFor("north", java.time.YearMonth.of(2031, 1), "25");
        sources.send(year.recorded()
                .subList(year.recorded().size() - 1, year.recorded().size()));

        assertThat(plan().digest()).isEqualTo(before.digest());
    }

    @Test
    void aWrongCountThatIsCorrectedGivesThePlanAsIfItHadNeverBeenWrong() {
        PlanDocument before = plan();
        RecordedEvent march = year.recorded().stream()
                .filter(event -> event.stream().value().equals("delivery/patientregistret/2032-03"))
                .findFirst()
                .orElseThrow();

        year.delivers(3, Map.of("03", List.of(7, 7, 7)));
        assertThat(plan().digest()).isNotEqualTo(before.digest());

        year.deliversAgain(codec.decode(march).event());
        PlanDocument after = plan();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.recipients()).isEqualTo(before.recipients());
        assertThat(after.number()).isGreaterThan(before.number());
    }

    @Test
    void rebuildingFromNothingGivesTheSamePlan() {
        PlanDocument before = plan();

        rebuild();

        PlanDocument after = plan();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.basis()).isEqualTo(before.basis());
        assertThat(after.number()).as("numbers never go back").isGreaterThan(before.number());
    }

    @Test
    void thePlanAsOfAnInstantIsTheSameForEver() {
        PlanReader reader = new PlanReader("as-of");
        Instant before = clock.instant();
        GrantYear year =
                new GrantYear(sources, "as-of", 2026).definitionInForce().approved("01");
        Instant between = clock.instant();
        String first = reader.get("/plan", "asOf", between.toString())
                .statusCode(200)
                .extract()
                .asString();
        year.approved("03").delivers(3, Map.of("01", List.of(1, 0, 0), "03", List.of(0, 1, 0)));
        Instant after = clock.instant();

        reader.get("/plan", "asOf", before.toString()).statusCode(404);
        assertThat(reader.get("/plan", "asOf", between.toString()).extract().asString())
                .isEqualTo(first);
        PlanDocument earlier = reader.asOf(between.toString());
        PlanDocument later = reader.asOf(after.toString());
        assertThat(total(earlier, "01")).isEqualTo(4_761_905);
        assertThat(total(earlier, "03")).isZero();
        assertThat(total(later, "01")).isEqualTo(4_761_905 + 108_000);
        assertThat(total(later, "03")).isEqualTo(4_761_905 + 39_000);
        assertThat(later.digest()).isEqualTo(reader.plan(year.after()).digest());
        reader.get("/plan/03", "asOf", between.toString()).statusCode(200).body("total", equalTo(0));
        reader.get("/plan/01/explanation", "asOf", after.toString())
                .statusCode(200)
                .body("total", equalTo(4_761_905 + 108_000));
    }

    @Test
    void anInstantThatHasNotComeIsRefused() {
        PlanReader reader = new PlanReader("as-of-what");
        new GrantYear(sources, "as-of-what", 2026).definitionInForce();

        reader.get("/plan", "asOf", clock.instant().plus(Duration.ofDays(1)).toString())
                .statusCode(422)
                .body("faults.field", hasItem("asOf"));
        reader.get("/plan", "asOf", "yesterday").statusCode(422).body("faults.field", hasItem("asOf"));
    }

    @Test
    void anInstantThatASourceHasNotReachedIsRefusedNamingTheSource() {
        PlanReader reader = new PlanReader("as-of-behind");
        new GrantYear(sources, "as-of-behind", 2026).definitionInForce();

        sources.operations().behind(Duration.ofHours(1));
        try {
            reader.get("/plan", "asOf", clock.instant().toString())
                    .statusCode(422)
                    .body("faults[0].field", equalTo("asOf"))
                    .body("faults[0].fault", containsString("operations"));
        } finally {
            sources.operations().behind(Duration.ZERO);
        }
    }

    @Test
    void whatIsRolledBackLeavesNothingBehind() {
        GrantYear year =
                new GrantYear(sources, "rolled-back", 2027).definitionInForce().approved("01");
        PlanReader reader = new PlanReader("rolled-back");
        PlanDocument before = reader.plan(year.after());
        DecodedEvent neverRecorded = next(
                new RequisitionApproved(new ProgrammeId("rolled-back"), new RecipientCode("01"), 99, "never recorded"));

        QuarkusTransaction.begin();
        projection.apply("requisitions", List.of(neverRecorded));
        QuarkusTransaction.rollback();
        QuarkusTransaction.begin();
        projection.reset();
        QuarkusTransaction.rollback();

        assertThat(reader.plan(year.after()).digest()).isEqualTo(before.digest());
        year.approved("03");
        PlanDocument after = reader.plan(year.after());
        assertThat(after.status()).isEqualTo("PRELIMINARY");
        assertThat(total(after, "03")).isEqualTo(4_761_905);
    }

    private DecodedEvent next(RequisitionApproved event) {
        RecordedEvent last = sources.requisitions().all().getLast();
        RecordedEvent recorded = new WrittenLogs().fabricated(event, "requisitions", last.position() + 1);
        return new DecodedEvent(recorded, event);
    }

    private void rebuild() {
        new Rebuild(logs.names().stream().map(logs::source).toList(), inbox, transactions, codec)
                .rebuild(List.of(projection));
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

    private static long total(PlanDocument plan, String recipient) {
        return plan.findRecipient(recipient).orElseThrow().total();
    }
}
