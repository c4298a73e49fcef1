package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.api.ChangesDocument;
import se.statsbidrag.allocation.api.ChangesDocument.Change;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.read.PlanHistories;
import se.statsbidrag.allocation.read.PlanProjection;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.inbox.Rebuild;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * 'Why did my amount change although my own figures did not' is answered by the event and the recipient that moved it, from
 * plans after each single event and never from the batches as they came (architecture: truth 9).
 */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Truth09WhatChangedIsToldEventByEventTest {
    private static final String PROGRAMME = "told";
    private static final int YEAR = 2038;
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

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
    PlanHistories histories;

    private final PlanReader reader = new PlanReader(PROGRAMME);
    private GrantYear year;

    @BeforeAll
    void aWorkedExampleInWhichJonkopingIsCorrectedAtTheEnd() {
        // Whatever reporters other tests' years have named for the region, the register has it until this year's does.
        year = new GrantYear(sources, PROGRAMME, YEAR)
                .definitionInForce()
                .answersFor(GrantYear.REGISTER.value(), YearMonth.of(YEAR, 1), "12")
                .workedExample()
                .bothDeadlinesPassed();
        List<RecordedEvent> shuffled = new ArrayList<>(year.recorded());
        Collections.shuffle(shuffled, new Random(9));
        sources.send(shuffled);
        OperationsReported february = (OperationsReported) codec.decode(year.recorded().stream()
                        .filter(event -> event.stream().value().equals("delivery/patientregistret/" + YEAR + "-02"))
                        .findFirst()
                        .orElseThrow())
                .event();
        List<OperationCell> corrected = february.cells().stream()
                .map(cell -> cell.homeRegion().value().equals("06")
                                && cell.procedure().equals(GrantYear.PROCEDURES.getFirst())
                        ? new OperationCell(
                                cell.homeRegion(),
                                cell.performedIn(),
                                cell.provider(),
                                cell.procedure(),
                                cell.count() - 2)
                        : cell)
                .toList();
        year.delivers(GrantYear.REGISTER, 2, corrected);
    }

    @Test
    void theNewestChangeNamesTheEventAndTheRecipientThatMovedTheAmount() {
        Change newest = changes("20").changes().getFirst();

        assertThat(newest.own()).isFalse();
        assertThat(newest.movedBy()).containsExactly("06");
        assertThat(newest.event().type()).isEqualTo("operations-reported");
        assertThat(newest.about().reporter()).isEqualTo("patientregistret");
        assertThat(newest.about().month()).hasToString(YEAR + "-02");
        assertThat(newest.about().revision()).isEqualTo(2);
        assertThat(newest.difference()).isPositive().isEqualTo(newest.after() - newest.before());
        assertThat(newest.lines()).extracting("pot").doesNotContain("block-1", "block-2");
        assertThat(newest.text().replace('\u00a0', ' '))
                .startsWith("Beloppet till Region Dalarna ökade med ")
                .contains("utan att mottagarens egna uppgifter ändrades", "februari " + YEAR + " (version 2)")
                .contains("som ändrade antalet för Region Jönköpings län", "operations:");
        assertThat(newest.everyone().recipients())
                .filteredOn(each -> each.recipient().equals("06"))
                .allMatch(each -> each.difference() == -2 * 108_000);
        assertThat(newest.everyone().sum().difference()).isZero();
        assertThat(newest.everyone().recipients().stream()
                        .mapToLong(ChangesDocument.RecipientChange::difference)
                        .sum())
                .as("what some get others lose")
                .isZero();
    }

    @Test
    void theSameEventIsTheOtherRecipientsOwn() {
        Change newest = changes("06").changes().getFirst();

        assertThat(newest.own()).isTrue();
        assertThat(newest.difference()).isEqualTo(-2 * 108_000);
        assertThat(newest.text()).doesNotContain("utan att");
    }

    @Test
    void theChangesLeadFromNothingToTheAmountInThePlanEachFromWhereTheOneBeforeEnded() {
        PlanDocument plan = reader.plan(year.after());
        for (PlanDocument.Recipient recipient : plan.recipients()) {
            ChangesDocument told = changes(recipient.recipient());
            long amount = 0;
            for (Change change : told.changes().reversed()) {
                assertThat(change.before()).as(change.text()).isEqualTo(amount);
                assertThat(change.lines()).as(change.text()).isNotEmpty();
                assertThat(change.everyone().sum().difference()).isZero();
                amount = change.after();
            }
            assertThat(amount).as(recipient.recipient()).isEqualTo(recipient.total());
            assertThat(told.total()).isEqualTo(recipient.total());
        }
    }

    @Test
    void aRebuildTellsTheSameStoryByteForByte() {
        String before = get("20", "application/json", Map.of());

        new Rebuild(logs.names().stream().map(logs::source).toList(), inbox, transactions, codec)
                .rebuild(List.of(projection));

        assertThat(get("20", "application/json", Map.of())).isEqualTo(before);
    }

    @Test
    void anEventMoreIsOneChangeMoreAndTheOthersStay() {
        GrantYear small =
                new GrantYear(sources, "told-more", 2039).definitionInForce().approved("01");
        PlanReader smallReader = new PlanReader("told-more");
        smallReader.plan(small.after());
        smallReader
                .get("/plan/01/changes", "after", small.after(), "wait", 10)
                .body("changes", hasSize(1))
                .body("changes[0].event.type", equalTo("requisition-approved"))
                .body("changes[0].about.recipient", equalTo("01"))
                .body("changes[0].own", equalTo(true))
                .body("changes[0].difference", equalTo(4_761_905));

        small.delivers(3, Map.of("01", List.of(1, 0, 0)));
        smallReader.plan(small.after());
        smallReader
                .get("/plan/01/changes", "after", small.after(), "wait", 10)
                .statusCode(200)
                .body("changes.difference", contains(108_000, 4_761_905))
                .body("changes.own", contains(true, true));
        smallReader
                .get("/plan/03/changes")
                .statusCode(200)
                .body("changes", hasSize(0))
                .body("count", equalTo(0));
    }

    @Test
    void whatWasComputedForOneReaderIsKeptForTheNext() {
        GrantYear small =
                new GrantYear(sources, "told-kept", 2040).definitionInForce().approved("01");
        new PlanReader("told-kept").plan(small.after());
        PlanHistories.Told first = histories.ofStoredPlans(new ProgrammeId("told-kept"));
        small.delivers(3, Map.of("01", List.of(1, 0, 0)));
        new PlanReader("told-kept").plan(small.after());

        PlanHistories.Told second = histories.ofStoredPlans(new ProgrammeId("told-kept"));

        assertThat(second.basis().get("operations")).isGreaterThan(first.basis().get("operations"));
        assertThat(second.history().changes()).hasSize(first.history().changes().size() + 1);
        assertThat(second.history().changes().getFirst())
                .isSameAs(first.history().changes().getFirst());
    }

    @Test
    void aPeriodAndAPageCanBeAskedFor() {
        List<Change> all = changes("20").changes();
        String newest = all.getFirst().event().recordedAt().toString();

        assertThat(read(get("20", "application/json", Map.of("from", newest))).changes())
                .isEmpty();
        assertThat(read(get("20", "application/json", Map.of("to", newest))).changes())
                .isEqualTo(all);
        ChangesDocument second = read(get("20", "application/json", Map.of("page", "2", "limit", "1")));
        assertThat(second.changes()).containsExactly(all.get(1));
        assertThat(second.count()).isEqualTo(all.size());
        reader.get("/plan/20/changes", "from", "then", "to", "now", "page", "0", "limit", "501")
                .statusCode(422)
                .body("faults.field", contains("from", "to", "page", "limit"));
        reader.get("/plan/20/changes", "from", "2025-02-01T00:00:00Z", "to", "2025-01-01T00:00:00Z")
                .statusCode(422)
                .body("faults.field", contains("to"));
    }

    @Test
    void theStoryCanBeReadInSwedish() {
        String text = get("20", "text/plain", Map.of("limit", "2")).replace('\u00a0', ' ');

        assertThat(text)
                .startsWith("Korta vårdköerna 2025: ändringar för Region Dalarna\n\n")
                .contains("Beloppet till Region Dalarna ökade med ")
                .contains("\n– ")
                .contains("\n\n2 av ");
    }

    @Test
    void whoActsForAnOrganisationReadsOfItsOwnRecipientAlone() {
        reader.plan(year.after());
        assertThat(status("representative-23", "/plan/23/changes")).isEqualTo(200);
        assertThat(status("representative-23", "/plan/20/changes")).isEqualTo(403);
        assertThat(status("operator-1", "/plan/20/changes")).isEqualTo(403);
        assertThat(status("reader-1", "/plan/99/changes")).isEqualTo(404);
        new PlanReader("no-such-grant").get("/plan/20/changes").statusCode(404);
    }

    @Test
    void theExampleInTheDocumentationIsSuchAnAnswer() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/openapi-examples/getChanges.200.json")) {
            ChangesDocument example = JSON.readValue(Objects.requireNonNull(in), ChangesDocument.class);
            assertThat(example.changes())
                    .isNotEmpty()
                    .allMatch(change -> change.everyone().sum().difference() == 0);
        }
    }

    private ChangesDocument changes(String recipient) {
        return read(get(recipient, "application/json", Map.of("limit", "500")));
    }

    private String get(String recipient, String form, Map<String, String> query) {
        reader.plan(year.after());
        return given().accept(form)
                .queryParams(new HashMap<>(query))
                .get("/allocation/v1/programmes/" + PROGRAMME + "/plan/" + recipient + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ChangesDocument read(String json) {
        try {
            return JSON.readValue(json, ChangesDocument.class);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private static int status(String clientId, String path) {
        return given().header("Authorization", SignedIn.bearer(clientId))
                .get("/allocation/v1/programmes/" + PROGRAMME + path)
                .statusCode();
    }
}
