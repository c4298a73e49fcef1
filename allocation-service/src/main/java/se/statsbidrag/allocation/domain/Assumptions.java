package se.statsbidrag.allocation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Events that have not happened, folded after those that have: what would follow. Nothing of it is recorded, and the fold
 * that it starts from stays as it is.
 *
 * @param fold what is known and what is assumed; meaningless where there are faults
 * @param faults what makes no sense, in the order of the facts
 */
public record Assumptions(FactsFold fold, List<Nonsense> faults) {
    /** The kinds of event that can be assumed: those that a plan rests on. */
    public static final Set<Class<? extends GrantEvent>> KINDS = Set.of(
            ProgrammeVersionProposed.class,
            ProgrammeVersionActivated.class,
            DeadlineExtended.class,
            DeadlinePassed.class,
            RequisitionSubmitted.class,
            RequisitionChanged.class,
            RequisitionWithdrawn.class,
            RequisitionApproved.class,
            RequisitionReturned.class,
            RequisitionRejected.class,
            RequisitionAdmitted.class,
            DeliveryAdmitted.class,
            OperationsReported.class,
            ReporterScopeSet.class,
            TieResolved.class);

    private static final StreamName ASSUMED = new StreamName("assumed");

    public Assumptions {
        faults = List.copyOf(faults);
    }

    /**
     * A fact that makes no sense after those before it.
     *
     * @param fact its place, from 0
     * @param field path of the field at fault within the event's data; empty for the event as a whole
     * @param value what it held
     * @param fault one sentence
     * @param action what to do about it, one sentence
     */
    public record Nonsense(int fact, String field, @Nullable String value, String fault, String action) {}

    /**
     * Assumes that these events were recorded now, one after another.
     *
     * @param known what has happened
     * @param now at or after the recorded time of all that is known
     * @param versions how many events the requisition of each recipient has; one that is left out has none
     */
    public static Assumptions after(
            FactsFold known,
            ProgrammeId programme,
            List<GrantEvent> events,
            Instant now,
            Map<RecipientCode, Long> versions) {
        Map<RecipientCode, Long> reached = new HashMap<>(versions);
        List<Nonsense> faults = new ArrayList<>();
        FactsFold fold = known;
        for (int index = 0; index < events.size(); index++) {
            GrantEvent event = events.get(index);
            int fact = index;
            int before = faults.size();
            new AssumedFact(fold, programme)
                    .check(
                            event,
                            (field, value, fault, action) ->
                                    faults.add(new Nonsense(fact, field, value, fault, action)));
            if (faults.size() > before) {
                continue;
            }
            long version = requisitionOf(event)
                    .map(recipient -> reached.merge(recipient, 1L, Long::sum))
                    .orElse(1L);
            FactsFold next = fold.with(List.of(assumed(fold, event, version, now.plusNanos(1_000L * index))));
            List<String> nonsense = next.faults(programme);
            if (nonsense.size() > fold.faults(programme).size()) {
                faults.add(new Nonsense(
                        fact, "", null, nonsense.getLast(), "Send an event that can follow what has happened"));
            } else {
                fold = next;
            }
        }
        return new Assumptions(fold, faults);
    }

    /** The recipient whose requisition the event is about, where a plan rests on it; empty for an event of another kind. */
    public static Optional<RecipientCode> requisitionOf(GrantEvent event) {
        return Optional.ofNullable(AssumedFact.requisitionOf(event));
    }

    private static DecodedEvent assumed(FactsFold fold, GrantEvent event, long version, Instant at) {
        String log = AssumedFact.log(event);
        RecordedEvent recorded = new RecordedEvent(
                log, fold.position(log) + 1, ASSUMED, version, "assumed", 1, at, "", "", "", "{}", "", "");
        return new DecodedEvent(recorded, event);
    }
}
