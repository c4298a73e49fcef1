package se.statsbidrag.allocation.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.domain.PlanDifference;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.WrittenLogs;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** The history of a plan follows from the events and their one order, not from how they came (architecture: truth 9). */
class PlanHistoryTest {
    private static final ProgrammeId QUEUES = new ProgrammeId("queues");
    private static final ReporterId REGISTER = new ReporterId("patientregistret");
    private static final PlanCalculator CALCULATOR = new PlanCalculator(REGISTER.value());

    private final WrittenLogs logs = new WrittenLogs();

    @Test
    void eventsThatComeLateIntoTheOrderGiveTheSameHistoryAsAllAtOnce() {
        aYearOfTheQueueGrant();
        List<DecodedEvent> all = inOrder(logs.all());
        PlanHistory whole = PlanHistory.none(QUEUES, CALCULATOR).upTo(all);
        assertThat(whole.changes()).hasSizeGreaterThan(6);

        Random random = new Random(9);
        for (int round = 0; round < 5; round++) {
            List<DecodedEvent> ordered = new ArrayList<>();
            PlanHistory history = PlanHistory.none(QUEUES, CALCULATOR);
            for (DecodedEvent event : logs.interleaved(random)) {
                int place = -Collections.binarySearch(ordered, event, PlanHistory.ORDER) - 1;
                history = history.before(place, ordered);
                ordered.add(place, event);
                history = history.upTo(ordered);
            }
            assertThat(history.changes()).isEqualTo(whole.changes());
        }
    }

    @Test
    void anEventThatNoPlanFollowsFromChangesNothing() {
        aYearOfTheQueueGrant();
        List<PlanChange> before =
                PlanHistory.none(QUEUES, CALCULATOR).upTo(inOrder(logs.all())).changes();
        logs.record(
                "requisitions", "nonsense", new RequisitionApproved(QUEUES, new RecipientCode("01"), 99, "a mistake"));

        PlanHistory after = PlanHistory.none(QUEUES, CALCULATOR).upTo(inOrder(logs.all()));

        assertThat(after.changes()).isEqualTo(before);
        assertThat(after.latest()).isPresent();
    }

    @Test
    void aWholeYearOf311RecipientsIsToldEventByEvent() {
        ProgrammeDefinition definition = ProgrammeDefinitionReader.read(ShippedDefinition.tree("god-nara-vard-2025"))
                .orThrow();
        aYearOf(definition);
        List<DecodedEvent> all = inOrder(logs.all());
        assertThat(all).hasSizeGreaterThan(600);

        PlanHistory history = PlanHistory.none(definition.id(), CALCULATOR).upTo(all);

        assertThat(history.changes()).hasSizeGreaterThan(300);
        assertThat(history.changes())
                .allMatch(change -> change.difference().sum().difference() == 0);
        assertThat(history.latest().orElseThrow().plan())
                .isEqualTo(CALCULATOR
                        .calculate(FactsFold.empty().with(logs.all()), definition.id())
                        .plan());
        for (Recipient recipient : definition.recipients()) {
            long sum = history.changes().stream()
                    .flatMap(change -> change.difference().recipient(recipient.code()).stream())
                    .mapToLong(PlanDifference.Recipient::difference)
                    .sum();
            assertThat(history.latest().orElseThrow().plan().recipient(recipient.code()))
                    .hasValueSatisfying(planned -> assertThat(planned.total()).isEqualTo(sum));
        }
    }

    private void aYearOfTheQueueGrant() {
        ShippedDefinition.putInForce(QUEUES).forEach(event -> logs.record("requisitions", "programme", event));
        for (String region : List.of("01", "03", "04")) {
            submittedAndApproved(QUEUES, new RecipientCode(region), null);
        }
        logs.at("2025-06-03T00:01:00Z");
        passed(QUEUES, DeadlineKind.REQUISITION);
        for (int month = 2; month < 6; month++) {
            logs.at("2025-0" + (month + 1) + "-10T11:00:00Z");
            reported(month, 10 + month);
        }
        logs.at("2025-11-21T00:01:00Z");
        passed(QUEUES, DeadlineKind.DELIVERY_CUT_OFF);
    }

    private void reported(int month, int count) {
        RecipientCode home = new RecipientCode("03");
        logs.record(
                "operations",
                "delivery/" + month,
                new OperationsReported(
                        REGISTER,
                        YearMonth.of(2025, month),
                        1,
                        Instant.parse("2025-0" + (month + 1) + "-10T11:00:00Z"),
                        List.of(new OperationCell(
                                home, home, Provider.PUBLIC, new Procedure("HIP_REPLACEMENT"), count))));
    }

    private void passed(ProgrammeId programme, DeadlineKind kind) {
        DeadlineDefinition deadline =
                ShippedDefinition.definition().onlyDeadline(kind).orElseThrow();
        logs.record(kind.log(), "deadline/" + kind, new DeadlinePassed(programme, deadline.id(), deadline.dueDate()));
    }

    /** All requisition; every third asks for less, and every second wants more. */
    private void aYearOf(ProgrammeDefinition definition) {
        logs.at("2025-03-12T08:00:00Z");
        ShippedDefinition.putInForce(ShippedDefinition.tree(definition.id().value()))
                .forEach(event -> logs.record("requisitions", "programme", event));
        Shares shares = Shares.of(definition);
        int number = 0;
        for (Recipient recipient : definition.recipients()) {
            number++;
            long share = shares.total(recipient.code());
            submittedAndApproved(definition.id(), recipient.code(), number % 3 == 0 ? share / 2 : share);
        }
        DeadlineDefinition deadline =
                definition.onlyDeadline(DeadlineKind.REQUISITION).orElseThrow();
        LocalDate due = deadline.dueDate();
        logs.at(due.plusDays(1) + "T00:01:00Z");
        logs.record("requisitions", "deadline", new DeadlinePassed(definition.id(), deadline.id(), due));
        assertThat(definition.pots()).anyMatch(pot -> pot.funding() instanceof PotDefinition.RemainderOf);
    }

    private void submittedAndApproved(ProgrammeId programme, RecipientCode recipient, @Nullable Long amount) {
        String stream = "requisition/" + programme + "/" + recipient;
        logs.record(
                "requisitions",
                stream,
                new RequisitionSubmitted(
                        programme,
                        recipient,
                        "case-" + recipient,
                        Instant.parse("2025-03-12T11:00:00Z"),
                        new RequisitionContent(amount, true, true, List.of(), null),
                        null));
        logs.record("requisitions", stream, new RequisitionApproved(programme, recipient, 1, "complete"));
    }

    private static List<DecodedEvent> inOrder(List<DecodedEvent> events) {
        return events.stream().sorted(PlanHistory.ORDER).toList();
    }
}
