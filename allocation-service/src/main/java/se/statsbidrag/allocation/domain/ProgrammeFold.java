package se.statsbidrag.allocation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * One programme's own events, folded. Mutable while {@link FactsFold} folds a batch; a copy is taken before that.
 *
 * <p>An event that makes no sense is kept as a fault of the programme rather than thrown: it stops this programme's
 * plan, and nobody else's facts (architecture: truth 13).
 */
final class ProgrammeFold {
    private final Map<Integer, ProposedDefinition> proposed;
    private final Map<RecipientCode, SortedMap<Long, Submission>> requisitions;
    private final Map<DeadlineId, Happening> extensions;
    private final Map<Mark, EventReference> marks;
    private final List<TieResolution> ties;
    private final List<String> faults;
    private @Nullable ProposedDefinition inForce;

    /** Which day of which deadline a mark closes. */
    private record Mark(DeadlineId deadline, LocalDate dueDate) {}

    ProgrammeFold() {
        proposed = new HashMap<>();
        requisitions = new HashMap<>();
        extensions = new HashMap<>();
        marks = new HashMap<>();
        ties = new ArrayList<>();
        faults = new ArrayList<>();
    }

    ProgrammeFold(ProgrammeFold other) {
        proposed = new HashMap<>(other.proposed);
        requisitions = new HashMap<>();
        other.requisitions.forEach((recipient, submissions) -> requisitions.put(recipient, new TreeMap<>(submissions)));
        extensions = new HashMap<>(other.extensions);
        marks = new HashMap<>(other.marks);
        ties = new ArrayList<>(other.ties);
        faults = new ArrayList<>(other.faults);
        inForce = other.inForce;
    }

    Optional<ProposedDefinition> inForce() {
        return Optional.ofNullable(inForce);
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
        return ties;
    }

    /**
     * The deadlines as they stand: the latest extension over the definition's day, and the mark only when it names the
     * day that is in force (architecture: truth 7).
     */
    Map<DeadlineId, DeadlineInForce> deadlines(List<DeadlineDefinition> definitions) {
        Map<DeadlineId, DeadlineInForce> deadlines = new HashMap<>();
        for (DeadlineDefinition definition : definitions) {
            DeadlineId id = definition.id();
            LocalDate dueDate = definition.dueDate();
            EventReference extendedBy = null;
            Happening extension = extensions.get(id);
            if (extension != null && extension.event() instanceof DeadlineExtended extended) {
                dueDate = extended.dueDate();
                extendedBy = extension.reference();
            }
            deadlines.put(id, new DeadlineInForce(id, dueDate, extendedBy, marks.get(new Mark(id, dueDate))));
        }
        return deadlines;
    }

    void proposed(ProgrammeVersionProposed event, EventReference reference) {
        proposed.put(
                event.version(),
                new ProposedDefinition(event.version(), event.definition(), event.definitionHash(), reference));
    }

    void activated(ProgrammeVersionActivated event, EventReference reference) {
        ProposedDefinition definition = proposed.get(event.version());
        if (definition == null) {
            faults.add("%s puts version %d in force, which was never proposed".formatted(reference, event.version()));
        } else if (!definition.hash().equals(event.definitionHash())) {
            faults.add("%s puts version %d in force with the hash %s, but %s proposed it with %s"
                    .formatted(
                            reference, event.version(), event.definitionHash(), definition.event(), definition.hash()));
        } else {
            inForce = definition;
        }
    }

    void submitted(RequisitionSubmitted event, Happening happening) {
        add(event.recipient(), happening, submission(event.receivedAt(), event.content(), happening, false));
    }

    void changed(RequisitionChanged event, Happening happening) {
        add(
                event.recipient(),
                happening,
                submission(event.receivedAt(), event.content(), happening, event.completion()));
    }

    void withdrawn(RequisitionWithdrawn event, Happening happening) {
        add(
                event.recipient(),
                happening,
                new Submission(event.receivedAt(), null, false, Outcome.WITHDRAWN, happening.reference(), null, false));
    }

    /**
     * An officer decided over one of the recipient's submissions.
     *
     * @param version the submission's version within the requisition's stream
     */
    void decided(RecipientCode recipient, long version, Outcome outcome, EventReference reference) {
        SortedMap<Long, Submission> submissions = requisitions.getOrDefault(recipient, new TreeMap<>());
        Submission submission = submissions.get(version);
        if (submission == null || submission.outcome() == Outcome.WITHDRAWN) {
            faults.add("%s decides over submission %d of %s, which does not exist"
                    .formatted(reference, version, recipient));
            return;
        }
        submissions.put(
                version,
                new Submission(
                        submission.receivedAt(),
                        submission.amount(),
                        submission.wantsRemainingFunds(),
                        outcome,
                        submission.submitted(),
                        reference,
                        submission.completion()));
    }

    /** The latest in the order over all logs holds, so that it does not matter which log was read first. */
    void extended(DeadlineExtended event, Happening happening) {
        extensions.merge(event.deadline(), happening, BinaryOperator.maxBy(Happening.ORDER));
    }

    /** Of several marks that name the same day, the first is cited. */
    void passed(DeadlinePassed event, EventReference reference) {
        marks.merge(
                new Mark(event.deadline(), event.dueDate()),
                reference,
                (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    void tieResolved(TieResolved event, EventReference reference) {
        ties.add(new TieResolution(event.pot(), event.tied(), event.chosen(), reference));
    }

    private void add(RecipientCode recipient, Happening happening, Submission submission) {
        requisitions.computeIfAbsent(recipient, code -> new TreeMap<>()).put(happening.streamVersion(), submission);
    }

    private static Submission submission(
            Instant receivedAt, RequisitionContent content, Happening happening, boolean completion) {
        return new Submission(
                receivedAt,
                content.amount(),
                content.wantsRemainingFunds(),
                Outcome.SUBMITTED,
                happening.reference(),
                null,
                completion);
    }
}
