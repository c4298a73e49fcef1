package se.statsbidrag.allocation.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.WrittenLogs;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

class FactsFoldTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("a-grant");
    private static final ProgrammeId ANOTHER = new ProgrammeId("another-grant");
    private static final RecipientCode REGION = new RecipientCode("23");
    private static final OrganisationNumber ORGANISATION = new OrganisationNumber("232100-0214");
    private static final ReporterId REGISTER = new ReporterId("register");
    private static final DeadlineId LAST_DAY = deadline(DeadlineKind.REQUISITION);
    private static final DeadlineId CUT_OFF = deadline(DeadlineKind.DELIVERY_CUT_OFF);
    private final WrittenLogs logs = new WrittenLogs();

    @BeforeEach
    void putProgrammesInForce() {
        for (ProgrammeId programme : List.of(PROGRAMME, ANOTHER)) {
            ShippedDefinition.putInForce(programme).forEach(event -> record("requisitions", event));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    submitted                                      | SUBMITTED
                    submitted, approve 1                           | APPROVED
                    submitted, reject 1                            | REJECTED
                    submitted, return 1                            | RETURNED
                    submitted, return 1, completed                 | RETURNED SUBMITTED+
                    submitted, return 1, completed, approve 3      | RETURNED APPROVED+
                    submitted, approve 1, changed                  | APPROVED SUBMITTED
                    submitted, approve 1, changed, approve 3       | APPROVED APPROVED
                    submitted, changed, approve 1                  | APPROVED SUBMITTED
                    submitted, approve 1, withdrawn                | APPROVED WITHDRAWN
                    submitted, withdrawn, submitted, approve 3     | SUBMITTED WITHDRAWN APPROVED
                    held                                           | ''
                    held, dismiss 1                                | ''
                    submitted, held, approve 1                     | APPROVED
                    held, release 1, submitted, approve 3          | APPROVED
                    """)
    void everySubmissionIsKeptWithWhatBecameOfIt(String acts, String outcomes) {
        for (String act : acts.split(", ", -1)) {
            requisition(PROGRAMME, REGION, act);
        }
        assertThat(facts().requisitions().getOrDefault(REGION, List.of()).stream()
                        .map(each -> each.outcome() + (each.completion() ? "+" : ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(outcomes);
    }

    @Test
    void whoMayActIsNoFact() {
        Facts before = facts();
        MandateReference mandate = new MandateReference(ORGANISATION, "anna");
        record("requisitions", new RepresentativeApplied(ORGANISATION, "anna", Instant.parse("2025-02-03T08:00:00Z")));
        record("requisitions", new RepresentativeApproved(ORGANISATION, "anna", "in order"));
        record("requisitions", new DelegateInvited(mandate, DelegateRole.DEPUTY, "bo"));
        record("requisitions", new DelegateRemoved(mandate, DelegateRole.DEPUTY, "bo"));
        record("requisitions", new RepresentativeWithdrawn(ORGANISATION, "anna", "has left"));

        assertThat(facts()).isEqualTo(before);
        assertThat(fold().touchedBy(logs.all().subList(4, 9))).isEmpty();
    }

    @Test
    void aSubmissionCitesItsEventAndThatOfTheDecision() {
        EventReference submitted = requisition(PROGRAMME, REGION, "submitted");
        EventReference approved = requisition(PROGRAMME, REGION, "approve 1");

        Submission submission =
                facts().requisitions().getOrDefault(REGION, List.of()).getFirst();
        assertThat(submission.submitted()).isEqualTo(submitted);
        assertThat(submission.decided()).isEqualTo(approved);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    nothing happened                                   | 2025-06-02 |
                    passed 2025-06-02                                  | 2025-06-02 | requisitions:5
                    extended 2025-06-10                                | 2025-06-10 |
                    passed 2025-06-02, extended 2025-06-10             | 2025-06-10 |
                    extended 2025-06-10, passed 2025-06-02             | 2025-06-10 |
                    extended 2025-06-10, passed 2025-06-10             | 2025-06-10 | requisitions:6
                    passed 2025-06-02, passed 2025-06-02               | 2025-06-02 | requisitions:5
                    extended 2025-06-10, extended 2025-06-05           | 2025-06-05 |
                    """)
    void aMarkCountsOnlyWhenItNamesTheDueDateInForce(String acts, LocalDate dueDate, @Nullable String passed) {
        for (String act : acts.split(", ", -1)) {
            String[] words = act.split(" ", -1);
            switch (words[0]) {
                case "passed" ->
                    record("requisitions", new DeadlinePassed(PROGRAMME, LAST_DAY, LocalDate.parse(words[1])));
                case "extended" ->
                    record(
                            "requisitions",
                            new DeadlineExtended(PROGRAMME, LAST_DAY, LocalDate.parse(words[1]), "a reason"));
                default -> assertThat(act).isEqualTo("nothing happened");
            }
        }
        DeadlineInForce deadline = requireNonNull(facts().deadlines().get(LAST_DAY));
        assertThat(deadline.dueDate()).isEqualTo(dueDate);
        assertThat(Objects.toString(deadline.passed(), null)).isEqualTo(passed);
    }

    @Test
    void everyRevisionOfADeliveryIsAFactOfEveryProgramme() {
        report(REGISTER, "2025-03", 1, 41);
        report(REGISTER, "2025-03", 2, 40);
        record("operations", new ReporterScopeSet(new ReporterId("north"), List.of(REGION), YearMonth.of(2025, 4)));

        for (ProgrammeId programme : List.of(PROGRAMME, ANOTHER)) {
            Facts facts = fold().facts(programme, REGISTER);
            assertThat(facts.deliveries().stream().map(Delivery::revision)).containsExactly(1, 2);
            assertThat(facts.scopes()).hasSize(1);
        }
    }

    @Test
    void programmesDoNotMix() {
        requisition(PROGRAMME, REGION, "submitted");
        tie(ANOTHER);

        assertThat(facts().requisitions()).hasSize(1);
        assertThat(facts().ties()).isEmpty();
    }

    @Test
    void anActThatMakesNoSenseStopsItsProgrammeOnly() {
        requisition(PROGRAMME, REGION, "approve 7");
        requisition(ANOTHER, REGION, "submitted");

        assertThatThrownBy(this::facts)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("requisitions:5 decides over submission 7 of 23, which does not exist");
        assertThat(FactsFold.empty().with(logs.all()).facts(ANOTHER, REGISTER).requisitions())
                .hasSize(1);
    }

    @Test
    void theDefinitionInForceIsTheOneActivatedLast() {
        Map<String, Object> second = ShippedDefinition.tree();
        second.put("id", PROGRAMME.value());
        int shipped = ShippedDefinition.definition().version();
        second.put("version", shipped + 1);
        List<GrantEvent> events = ShippedDefinition.putInForce(second);

        record("requisitions", events.getFirst());
        assertThat(fold().inForce(PROGRAMME).orElseThrow().version()).isEqualTo(shipped);
        record("requisitions", events.getLast());
        assertThat(fold().inForce(PROGRAMME).orElseThrow().version()).isEqualTo(shipped + 1);
        assertThat(fold().programmesInForce()).containsExactly(PROGRAMME, ANOTHER);
        assertThat(FactsFold.empty().programmesInForce()).isEmpty();
    }

    @Test
    void anActivationWithAnotherHashThanTheProposalStopsItsProgrammeOnly() {
        record("requisitions", new ProgrammeVersionActivated(PROGRAMME, 1, "forged"));

        assertThatThrownBy(this::facts).hasMessageContaining("requisitions:5").hasMessageContaining("version 1");
        assertThat(fold().facts(ANOTHER, REGISTER).requisitions()).isEmpty();
    }

    @Test
    void aProgrammeOfWhichNothingIsInForceHasNoFacts() {
        ProgrammeId unknown = new ProgrammeId("unknown");
        FactsFold fold = fold();

        assertThatThrownBy(() -> fold.facts(unknown, REGISTER)).hasMessageContaining("no definition of unknown");
    }

    @Test
    void anEventThatIsNotTheNextOfItsLogIsRefused() {
        requisition(PROGRAMME, REGION, "submitted");
        requisition(PROGRAMME, REGION, "approve 1");
        List<DecodedEvent> all = logs.all();

        assertThatThrownBy(() -> FactsFold.empty().with(all.subList(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected position 1");
        FactsFold whole = FactsFold.empty().with(all);
        assertThatThrownBy(() -> whole.with(all.subList(1, 2))).hasMessageContaining("expected position 7");
    }

    @Test
    void addingToAFoldLeavesTheFoldItWasAddedToAsItWas() {
        requisition(PROGRAMME, REGION, "submitted");
        FactsFold before = fold();
        Facts factsBefore = before.facts(PROGRAMME, REGISTER);
        requisition(PROGRAMME, REGION, "approve 1");
        report(REGISTER, "2025-03", 1, 41);

        FactsFold after = before.with(logs.all().stream()
                .filter(each -> each.recorded().position()
                        > before.position(each.recorded().log()))
                .toList());

        assertThat(before.facts(PROGRAMME, REGISTER)).isEqualTo(factsBefore);
        assertThat(after.facts(PROGRAMME, REGISTER)).isEqualTo(facts());
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "8", "13", "21", "34", "55", "89"})
    void howTheLogsAreInterleavedAndCutIntoBatchesMakesNoDifference(long seed) {
        Random random = new Random(seed);
        for (int act = 0; act < 120; act++) {
            happenAtRandom(random);
        }
        Facts inLogOrder = facts();
        for (int round = 0; round < 5; round++) {
            FactsFold fold = FactsFold.empty();
            List<DecodedEvent> left = logs.interleaved(random);
            while (!left.isEmpty()) {
                int batch = 1 + random.nextInt(left.size());
                fold = fold.with(left.subList(0, batch));
                left = left.subList(batch, left.size());
            }
            assertThat(fold.facts(PROGRAMME, REGISTER)).as("seed %d", seed).isEqualTo(inLogOrder);
            assertThat(fold.positions()).as("seed %d", seed).isEqualTo(fold().positions());
        }
    }

    private void happenAtRandom(Random random) {
        RecipientCode region = new RecipientCode("%02d".formatted(1 + random.nextInt(3)));
        LocalDate day = LocalDate.of(2025, 6, 2 + random.nextInt(3));
        switch (random.nextInt(7)) {
            case 0 -> requisition(PROGRAMME, region, "submitted");
            case 1 -> requisition(PROGRAMME, region, "withdrawn");
            case 2 -> report(REGISTER, "2025-0" + (2 + random.nextInt(3)), 1, random.nextInt(50));
            case 3 ->
                record(
                        "operations",
                        new ReporterScopeSet(new ReporterId("north"), List.of(region), YearMonth.of(2025, 4)));
            case 4 -> tie(random.nextBoolean() ? PROGRAMME : ANOTHER);
            case 5 ->
                record(
                        random.nextBoolean() ? "requisitions" : "operations",
                        new DeadlinePassed(PROGRAMME, CUT_OFF, day));
            default ->
                record(
                        random.nextBoolean() ? "requisitions" : "operations",
                        new DeadlineExtended(PROGRAMME, CUT_OFF, day, "a reason"));
        }
    }

    private EventReference requisition(ProgrammeId programme, RecipientCode region, String act) {
        Instant received = Instant.parse("2025-05-01T07:59:59Z");
        RequisitionContent content = new RequisitionContent(null, true, true, List.of(), null);
        String[] words = act.split(" ", -1);
        GrantEvent event = switch (words[0]) {
            case "submitted" -> new RequisitionSubmitted(programme, region, "1/2025", received, content, null);
            case "changed" -> new RequisitionChanged(programme, region, received, content, false, null);
            case "completed" -> new RequisitionChanged(programme, region, received, content, true, null);
            case "withdrawn" -> new RequisitionWithdrawn(programme, region, received, null);
            case "held" ->
                new RequisitionHeld(programme, region, ORGANISATION, "somebody", Lapse.REPLACED, received, content);
            case "release" -> new RequisitionReleased(programme, region, Long.parseLong(words[1]), "in force again");
            case "dismiss" -> new RequisitionDismissed(programme, region, Long.parseLong(words[1]), "not meant");
            case "approve" -> new RequisitionApproved(programme, region, Long.parseLong(words[1]), "complete");
            case "reject" -> new RequisitionRejected(programme, region, Long.parseLong(words[1]), "not due");
            case "return" ->
                new RequisitionReturned(programme, region, Long.parseLong(words[1]), "a gap", LocalDate.of(2025, 6, 9));
            default -> throw new IllegalArgumentException(act);
        };
        return logs.record("requisitions", "requisition/" + programme + "/" + region, event);
    }

    private void report(ReporterId reporter, String month, int revision, int count) {
        record(
                "operations",
                new OperationsReported(
                        reporter,
                        YearMonth.parse(month),
                        revision,
                        Instant.parse("2025-05-01T07:59:59Z"),
                        List.of(new OperationCell(REGION, REGION, Provider.PUBLIC, new Procedure("CATARACT"), count))));
    }

    private void tie(ProgrammeId programme) {
        List<RecipientCode> tied = List.of(new RecipientCode("01"), new RecipientCode("03"));
        record("allocations", new TieResolved(programme, new PotId("a-pot"), tied, tied.subList(0, 1), "lots"));
    }

    private static DeadlineId deadline(DeadlineKind kind) {
        return ShippedDefinition.definition().onlyDeadline(kind).orElseThrow().id();
    }

    private void record(String log, GrantEvent event) {
        logs.record(log, log, event);
    }

    private FactsFold fold() {
        return FactsFold.empty().with(logs.all());
    }

    private Facts facts() {
        return fold().facts(PROGRAMME, REGISTER);
    }
}
