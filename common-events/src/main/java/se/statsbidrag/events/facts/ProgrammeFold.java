package se.statsbidrag.events.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.deadline.ProgrammeRegister;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.fact.DeliveryAdmission;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * One programme's own events, folded. Mutable while {@link FactsFold} folds a batch into a copy of it.
 *
 * <p>An event that makes no sense is kept as a fault of the programme rather than thrown: it stops this programme's
 * plan, and nobody else's facts (architecture: truth 13).
 */
final class ProgrammeFold {
    /** The one order over all logs (architecture: truth 9), so that it makes no difference which log was read first. */
    private static final Comparator<DecodedEvent> ORDER = Comparator.comparing(
                    (DecodedEvent event) -> event.recorded().recordedAt())
            .thenComparing(event -> event.recorded().reference());

    private final ProgrammeId id;
    private final Map<RecipientCode, SortedMap<Long, Submission>> requisitions = new HashMap<>();
    private final List<DecodedEvent> definitionsAndDeadlines = new ArrayList<>();
    private final List<TieResolution> ties = new ArrayList<>();
    private final List<DeliveryAdmission> admissions = new ArrayList<>();
    private final Map<ConditionOf, ConditionRecorded> conditions = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private ProgrammeRegister register = ProgrammeRegister.EMPTY;

    private record ConditionOf(RecipientCode recipient, ConditionId condition) {}

    ProgrammeFold(ProgrammeId id) {
        this.id = id;
    }

    ProgrammeFold copy() {
        ProgrammeFold copy = new ProgrammeFold(id);
        requisitions.forEach((recipient, submissions) -> copy.requisitions.put(recipient, new TreeMap<>(submissions)));
        copy.definitionsAndDeadlines.addAll(definitionsAndDeadlines);
        copy.ties.addAll(ties);
        copy.admissions.addAll(admissions);
        copy.conditions.putAll(conditions);
        copy.faults.addAll(faults);
        copy.register = register;
        return copy;
    }

    /** The definition in force and its deadlines as they stand; empty when none has been put in force. */
    Optional<ProgrammeInForce> inForce() {
        return register.programme(id);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Map<RecipientCode, List<Submission>> requisitions() {
        Map<RecipientCode, List<Submission>> inOrder = new HashMap<>();
        requisitions.forEach((recipient, submissions) -> inOrder.put(recipient, List.copyOf(submissions.values())));
        return inOrder;
    }

    List<TieResolution> ties() {
        return List.copyOf(ties);
    }

    List<DeliveryAdmission> admissions() {
        return List.copyOf(admissions);
    }

    List<ConditionRecorded> conditions() {
        return List.copyOf(conditions.values());
    }

    void condition(ConditionRecorded event) {
        conditions.put(new ConditionOf(event.recipient(), event.condition()), event);
    }

    /** A version proposed or activated, a deadline extended or passed. */
    void definitionOrDeadline(DecodedEvent event) {
        boolean latest =
                definitionsAndDeadlines.isEmpty() || ORDER.compare(definitionsAndDeadlines.getLast(), event) < 0;
        List<DecodedEvent> events = new ArrayList<>(definitionsAndDeadlines);
        events.add(event);
        events.sort(ORDER);
        try {
            register = latest ? register.after(event) : ProgrammeRegister.of(events);
            definitionsAndDeadlines.clear();
            definitionsAndDeadlines.addAll(events);
        } catch (IllegalArgumentException nonsense) {
            faults.add(event.recorded().reference() + ": " + nonsense.getMessage());
        }
    }

    void submitted(RequisitionSubmitted event, RecordedEvent recorded) {
        add(event.recipient(), recorded, submission(event.receivedAt(), event.content(), recorded, false));
    }

    void changed(RequisitionChanged event, RecordedEvent recorded) {
        add(event.recipient(), recorded, submission(event.receivedAt(), event.content(), recorded, event.completion()));
    }

    void withdrawn(RequisitionWithdrawn event, RecordedEvent recorded) {
        add(
                event.recipient(),
                recorded,
                new Submission(
                        event.receivedAt(), null, false, Outcome.WITHDRAWN, recorded.reference(), null, false, null));
    }

    /**
     * An officer decided over one of the recipient's submissions.
     *
     * @param version the submission's version within the requisition's stream
     */
    void decided(RecipientCode recipient, long version, Outcome outcome, EventReference reference) {
        replace(recipient, version, reference, submission -> submission.decided(outcome, reference));
    }

    /**
     * One of the recipient's late submissions counts as if it had arrived in time.
     *
     * @param version the submission's version within the requisition's stream
     */
    void admitted(RecipientCode recipient, long version, EventReference reference) {
        replace(recipient, version, reference, submission -> submission.admitted(reference));
    }

    void admitted(DeliveryAdmitted event, EventReference reference) {
        admissions.add(new DeliveryAdmission(event.reporter(), event.month(), event.revision(), reference));
    }

    /** Whether there is such a submission, and it is no withdrawal. */
    boolean holdsSubmission(RecipientCode recipient, long version) {
        Submission submission = requisitions
                .getOrDefault(recipient, Collections.emptySortedMap())
                .get(version);
        return submission != null && submission.outcome() != Outcome.WITHDRAWN;
    }

    private void replace(
            RecipientCode recipient, long version, EventReference reference, UnaryOperator<Submission> change) {
        SortedMap<Long, Submission> submissions = requisitions.getOrDefault(recipient, new TreeMap<>());
        Submission submission = submissions.get(version);
        if (submission == null || submission.outcome() == Outcome.WITHDRAWN) {
            faults.add("%s decides over submission %d of %s, which does not exist"
                    .formatted(reference, version, recipient));
            return;
        }
        submissions.put(version, change.apply(submission));
    }

    void tieResolved(TieResolved event, EventReference reference) {
        ties.add(new TieResolution(event.pot(), event.tied(), event.chosen(), reference));
    }

    private void add(RecipientCode recipient, RecordedEvent recorded, Submission submission) {
        requisitions.computeIfAbsent(recipient, code -> new TreeMap<>()).put(recorded.version(), submission);
    }

    private static Submission submission(
            Instant receivedAt, RequisitionContent content, RecordedEvent recorded, boolean completion) {
        return new Submission(
                receivedAt,
                content.amount(),
                content.wantsRemainingFunds(),
                Outcome.SUBMITTED,
                recorded.reference(),
                null,
                completion,
                null);
    }
}
