package se.statsbidrag.secondcalculator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.ReporterScope;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.SourcedAmount;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Puts a year of the second calculator's in the words of the rules. */
final class ForTheRules {
    private static final DeadlineId REQUISITION = new DeadlineId("requisition");
    private static final DeadlineId CUT_OFF = new DeadlineId("delivery-cut-off");

    private final Random random;
    private final RandomYear year;
    private final Map<String, Long> positions = new HashMap<>();

    /** @param random decides what must not matter: the order of facts, and who performed an operation */
    ForTheRules(RandomYear year, Random random) {
        this.random = random;
        this.year = year;
    }

    /** The pot that hands out one procedure's part. */
    static PotId pot(String name) {
        return new PotId(InOneForm.pot(name));
    }

    /** The shipped definition with the figures of the year's grant. */
    ProgrammeDefinition definition(ProgrammeDefinition shipped) {
        QueueGrant grant = year.grant;
        List<ReferenceTable> tables = shipped.tables().stream()
                .map(table -> switch (table.id().value()) {
                    case "cap" -> with(table, grant.cap());
                    case "population" -> with(table, grant.population());
                    default -> table;
                })
                .toList();
        return new ProgrammeDefinition(
                shipped.id(),
                shipped.version(),
                shipped.hash(),
                shipped.title(),
                shipped.decision(),
                shipped.caseNumberSeries(),
                shipped.frame(),
                shipped.ownCost(),
                shipped.requisition(),
                shipped.period(),
                shipped.recipients().stream()
                        .filter(recipient ->
                                grant.regions().contains(recipient.code().value()))
                        .toList(),
                shipped.recipientsSource(),
                shipped.organisationNumbersSource(),
                tables,
                shipped.procedures(),
                shipped.pots().stream().map(this::potWithFigures).toList(),
                shipped.deadlines(),
                shipped.conditions(),
                shipped.repayment(),
                shipped.followUp(),
                shipped.governmentReports(),
                shipped.interpretations(),
                shipped.totals());
    }

    private static ReferenceTable with(ReferenceTable table, Map<String, Long> values) {
        return ReferenceTable.ofFigures(
                table.id(),
                table.title(),
                table.source(),
                values.entrySet().stream()
                        .collect(Collectors.toMap(entry -> new RecipientCode(entry.getKey()), Map.Entry::getValue)));
    }

    private PotDefinition potWithFigures(PotDefinition pot) {
        QueueGrant grant = year.grant;
        return switch (pot.key()) {
            case AllocationKey.EqualShares key -> with(pot, new PotDefinition.Appropriated(grant.block1()), key);
            case AllocationKey.UnitPriceWithCap key ->
                with(
                        pot,
                        new PotDefinition.Appropriated(grant.block2()),
                        new AllocationKey.UnitPriceWithCap(
                                grant.procedures().stream()
                                        .collect(Collectors.toMap(
                                                Procedure::new,
                                                procedure -> new SourcedAmount(grant.rate(procedure), "made up"))),
                                key.caps()));
            case AllocationKey.TopRanked key ->
                with(
                        pot,
                        new PotDefinition.RemainderOf(
                                pot("block-2"), (int) grant.part(key.procedure().value())),
                        new AllocationKey.TopRanked(key.procedure(), grant.places(), key.population(), key.weights()));
            default -> throw new IllegalStateException("the queue grant has no such key: " + pot.key());
        };
    }

    private static PotDefinition with(PotDefinition pot, PotDefinition.Funding funding, AllocationKey key) {
        return new PotDefinition(
                pot.id(), pot.title(), funding, key, pot.rule(), pot.recipients(), pot.closedBy(), pot.source());
    }

    Facts facts(ProgrammeDefinition definition) {
        Map<RecipientCode, List<Submission>> requisitions = new HashMap<>();
        year.submissions.forEach((region, all) -> requisitions.put(
                new RecipientCode(region), all.stream().map(this::submission).toList()));
        List<TieResolution> ties = new ArrayList<>();
        year.choices.forEach((procedure, choices) -> choices.forEach(choice -> ties.add(
                new TieResolution(pot(procedure), codes(choice.tied()), codes(choice.chosen()), next("allocations")))));
        return new Facts(
                requisitions,
                shuffled(deliveries()),
                shuffled(year.scopes.stream().map(this::scope).toList()),
                new ReporterId(RandomYear.DEFAULT_REPORTER),
                deadlines(definition),
                shuffled(ties),
                List.of());
    }

    private Submission submission(QueueArrivals.Submission submission) {
        return submission(submission, null, () -> next("requisitions"));
    }

    /** @param next the reference of the next event in the requisitions' log */
    static Submission submission(
            QueueArrivals.Submission submission, @Nullable Long amount, Supplier<EventReference> next) {
        Submission.Outcome outcome = switch (submission.answer()) {
            case WAITING -> Submission.Outcome.SUBMITTED;
            case RETURNED -> Submission.Outcome.RETURNED;
            case APPROVED -> Submission.Outcome.APPROVED;
            case REJECTED -> Submission.Outcome.REJECTED;
            case WITHDRAWN -> Submission.Outcome.WITHDRAWN;
        };
        boolean decided = outcome != Submission.Outcome.SUBMITTED && outcome != Submission.Outcome.WITHDRAWN;
        return new Submission(
                submission.receivedAt(),
                amount,
                submission.wantsRemainingFunds(),
                outcome,
                next.get(),
                decided ? next.get() : null,
                submission.completion(),
                submission.admitted() ? next.get() : null);
    }

    private List<Delivery> deliveries() {
        Map<String, Integer> revisions = new HashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (QueueArrivals.Delivery delivery : year.deliveries) {
            YearMonth month = delivery.month();
            int revision = revisions.merge(delivery.reporter() + month, 1, Integer::sum);
            deliveries.add(new Delivery(
                    new ReporterId(delivery.reporter()),
                    month,
                    revision,
                    delivery.receivedAt(),
                    shuffled(delivery.cells().stream().map(this::cell).toList()),
                    next("operations")));
        }
        return deliveries;
    }

    private OperationCell cell(QueueArrivals.Cell cell) {
        return new OperationCell(
                new RecipientCode(cell.homeRegion()),
                new RecipientCode(cell.performedIn()),
                random.nextBoolean() ? Provider.PUBLIC : Provider.PRIVATE,
                new Procedure(cell.procedure()),
                (int) cell.count());
    }

    private ReporterScope scope(QueueArrivals.Scope scope) {
        return new ReporterScope(
                new ReporterId(scope.reporter()),
                scope.performedIn().stream().map(RecipientCode::new).collect(Collectors.toSet()),
                scope.fromMonth(),
                scope.inForceAt(),
                next("operations"));
    }

    private Map<DeadlineId, DeadlineInForce> deadlines(ProgrammeDefinition definition) {
        return List.of(
                        new DeadlineInForce(
                                REQUISITION,
                                year.requisitionDeadline,
                                extension(definition, REQUISITION, "requisitions"),
                                mark(year.requisitionsClosed, "requisitions")),
                        new DeadlineInForce(
                                CUT_OFF,
                                year.cutOff,
                                extension(definition, CUT_OFF, "operations"),
                                mark(year.deliveriesClosed, "operations")))
                .stream()
                .collect(Collectors.toMap(DeadlineInForce::deadline, Function.identity()));
    }

    private @Nullable EventReference extension(ProgrammeDefinition definition, DeadlineId deadline, String log) {
        LocalDate inForce = deadline.equals(REQUISITION) ? year.requisitionDeadline : year.cutOff;
        boolean original = definition.deadline(deadline).orElseThrow().dueDate().equals(inForce);
        return original ? null : next(log);
    }

    private @Nullable EventReference mark(boolean passed, String log) {
        return passed ? next(log) : null;
    }

    private EventReference next(String log) {
        return new EventReference(log, positions.merge(log, 1L, Long::sum));
    }

    private <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<RecipientCode> codes(List<String> regions) {
        return regions.stream().map(RecipientCode::new).toList();
    }
}
