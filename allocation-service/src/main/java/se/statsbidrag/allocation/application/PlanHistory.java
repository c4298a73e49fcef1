package se.statsbidrag.allocation.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.Assumptions;
import se.statsbidrag.allocation.domain.PlanDifference;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * How a programme's plan came to be what it is: what each single event changed, in the one order over all logs, however
 * they arrived (architecture: truth 9). A value: more events give another history.
 *
 * <p>An event after which no plan can be computed changes nothing; what it did shows at the next one that heals it.
 */
public final class PlanHistory {
    /** The one order over all logs. */
    public static final Comparator<DecodedEvent> ORDER = Comparator.comparing(
                    (DecodedEvent event) -> event.recorded().recordedAt())
            .thenComparing(event -> event.recorded().reference());

    private final ProgrammeId programme;
    private final PlanCalculator calculator;
    private final int reached;
    private final FactsFold fold;
    private final @Nullable Calculation latest;
    private final List<PlanChange> changes;

    private PlanHistory(
            ProgrammeId programme,
            PlanCalculator calculator,
            int reached,
            FactsFold fold,
            @Nullable Calculation latest,
            List<PlanChange> changes) {
        this.programme = programme;
        this.calculator = calculator;
        this.reached = reached;
        this.fold = fold;
        this.latest = latest;
        this.changes = List.copyOf(changes);
    }

    /** Before any event. */
    public static PlanHistory none(ProgrammeId programme, PlanCalculator calculator) {
        return new PlanHistory(programme, calculator, 0, FactsFold.empty(), null, List.of());
    }

    /** The changes, the earliest first. */
    public List<PlanChange> changes() {
        return changes;
    }

    /**
     * What changed one recipient's amount or the pots that it comes from, the newest first.
     *
     * @param recipient its code
     */
    public List<RecipientChange> changesOf(String recipient) {
        return changes.stream()
                .sorted(Comparator.comparingInt(PlanChange::place).reversed())
                .flatMap(change -> change.difference().recipients().stream()
                        .filter(part -> part.recipient().value().equals(recipient))
                        .map(part -> new RecipientChange(change, part)))
                .toList();
    }

    /** The last calculation that could be made; empty until there is one. */
    public Optional<Calculation> latest() {
        return Optional.ofNullable(latest);
    }

    /** How many events of the order it has taken in. */
    public int reached() {
        return reached;
    }

    /**
     * This history with all events of the order.
     *
     * @param ordered all events of all logs in {@link #ORDER}; those that it has taken in stand first and are the same
     */
    public PlanHistory upTo(List<DecodedEvent> ordered) {
        List<PlanChange> more = new ArrayList<>(changes);
        FactsFold next = fold;
        Calculation plan = latest;
        for (int place = reached; place < ordered.size(); place++) {
            DecodedEvent event = ordered.get(place);
            next = next.with(List.of(event));
            Calculation following = touches(next, event) ? calculate(next).orElse(null) : null;
            if (following != null) {
                PlanDifference difference = PlanDifference.between(plan == null ? null : plan.plan(), following.plan());
                if (!difference.isEmpty()) {
                    more.add(new PlanChange(
                            place,
                            event.recorded().reference(),
                            event.recorded().type(),
                            event.recorded().recordedAt(),
                            event.event(),
                            movers(event.event(), plan, following),
                            difference.changes(),
                            following.definition()));
                }
                plan = following;
            }
        }
        return new PlanHistory(programme, calculator, ordered.size(), next, plan, more);
    }

    /**
     * This history as it was before a place in the order: an event has come to stand there. What had changed until then is
     * not computed again.
     *
     * @param ordered all events that it has taken in
     */
    public PlanHistory before(int place, List<DecodedEvent> ordered) {
        if (place >= reached) {
            return this;
        }
        FactsFold earlier = FactsFold.empty().with(ordered.subList(0, place));
        Optional<Calculation> plan = calculate(earlier);
        if (plan.isEmpty() && !changes.isEmpty() && changes.getFirst().place() < place) {
            return none(programme, calculator);
        }
        return new PlanHistory(
                programme,
                calculator,
                place,
                earlier,
                plan.orElse(null),
                changes.stream().filter(change -> change.place() < place).toList());
    }

    /** Whether the event may change the plan; operations change none where none are counted. */
    private boolean touches(FactsFold now, DecodedEvent event) {
        if (!now.touchedBy(List.of(event)).contains(programme)) {
            return false;
        }
        return switch (event.event()) {
            case OperationsReported _, ReporterScopeSet _ ->
                now.inForce(programme)
                        .map(ProgrammeInForce::definition)
                        .flatMap(definition -> definition.onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF))
                        .isPresent();
            default -> true;
        };
    }

    private Optional<Calculation> calculate(FactsFold from) {
        if (from.inForce(programme).isEmpty() || !from.faults(programme).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(calculator.calculate(from, programme));
        } catch (RuntimeException cannotBeComputed) {
            return Optional.empty();
        }
    }

    private static SortedSet<RecipientCode> movers(GrantEvent event, @Nullable Calculation before, Calculation after) {
        Optional<RecipientCode> requisition = Assumptions.requisitionOf(event);
        if (requisition.isPresent()) {
            return new TreeSet<>(List.of(requisition.get()));
        }
        return switch (event) {
            case OperationsReported _, ReporterScopeSet _, DeliveryAdmitted _ ->
                before == null ? new TreeSet<>() : CountedFigures.changed(before, after);
            default -> new TreeSet<>();
        };
    }
}
