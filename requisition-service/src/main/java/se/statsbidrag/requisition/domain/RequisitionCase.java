package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;

/**
 * One recipient's case in one programme (Swedish: ärende): all that was received, in the order of the stream, late or not.
 *
 * @param submissions in the order of the stream
 * @param held what came from those whose mandate had lapsed and is neither released nor dismissed, in the same order
 * @param released what was let in last, until the submission that it becomes follows; null else
 * @param draft what the recipient has saved since its last submission and not submitted; null for nothing, and for those
 *     who may not see it
 * @param version how many events the stream has, drafts aside
 */
public record RequisitionCase(
        List<Submission> submissions,
        List<HeldRequisition> held,
        @Nullable HeldRequisition released,
        @Nullable RequisitionContent draft,
        long version) {
    /** Nothing has happened yet. */
    public static final RequisitionCase EMPTY = new RequisitionCase(List.of(), List.of(), null, null, 0);

    public RequisitionCase {
        submissions = List.copyOf(submissions);
        held = List.copyOf(held);
    }

    /**
     * The case after one more event.
     *
     * @param actor opaque id of who caused it
     * @throws IllegalArgumentException when the event is about something else, which a stream of requisitions never holds
     */
    public RequisitionCase evolve(GrantEvent event, String actor) {
        return switch (event) {
            case RequisitionSubmitted it ->
                with(new Submission(
                        version + 1,
                        it.caseNumber(),
                        it.receivedAt(),
                        it.receivedAt(),
                        sender(actor),
                        it.content(),
                        new Submission.Undecided(),
                        null));
            case RequisitionChanged it -> with(changed(it, actor));
            case RequisitionApproved it -> treated(it.submission(), new Submission.Granted(it.reason()));
            case RequisitionReturned it ->
                treated(it.submission(), new Submission.SentBack(it.reason(), it.completeBy()));
            case RequisitionRejected it -> treated(it.submission(), new Submission.Refused(it.reason()));
            case RequisitionWithdrawn it ->
                treated(submissions.getLast().version(), new Submission.TakenBack(it.receivedAt()));
            case RequisitionAdmitted it ->
                with(it.submission(), submission -> submission.with(new Submission.Admitted(version + 1, it.reason())));
            case RequisitionAdmissionDeclined it ->
                with(it.submission(), submission -> submission.with(new Submission.Declined(version + 1, it.reason())));
            case RequisitionDraftSaved it -> new RequisitionCase(submissions, held, released, it.content(), version);
            case RequisitionHeld it -> held(it);
            case RequisitionReleased it ->
                new RequisitionCase(submissions, without(it.held()), known(it.held()), draft, version + 1);
            case RequisitionDismissed it ->
                new RequisitionCase(submissions, without(it.held()), null, draft, version + 1);
            default ->
                throw new IllegalArgumentException(
                        "not an event of a requisition: " + event.getClass().getSimpleName());
        };
    }

    /**
     * What came late and was let in or not, and the newest when it waits, in the order of the stream. What a later one
     * took the place of before anybody said anything of it is none; nor is what completes one that was let in.
     */
    public List<Submission> lateArrivals(RequisitionTerms terms) {
        return submissions.stream()
                .filter(submission -> !terms.inTime(submission.arrivedAt()))
                .filter(submission -> submission.admission() == null
                        ? submission == submissions.getLast()
                        : submission.admission().version() > submission.version())
                .toList();
    }

    /** What was received under that version. */
    Optional<Submission> submission(long about) {
        return submissions.stream()
                .filter(submission -> submission.version() == about)
                .findFirst();
    }

    /** What is held under that version. */
    Optional<HeldRequisition> findHeld(long about) {
        return held.stream().filter(each -> each.version() == about).findFirst();
    }

    private HeldRequisition known(long about) {
        return findHeld(about)
                .orElseThrow(() -> new IllegalArgumentException("version " + about + " of the stream is not held"));
    }

    private List<HeldRequisition> without(long about) {
        HeldRequisition gone = known(about);
        return held.stream().filter(each -> !each.equals(gone)).toList();
    }

    /** A person's newer one takes the place of his earlier one. */
    private RequisitionCase held(RequisitionHeld event) {
        List<HeldRequisition> all = new ArrayList<>(held);
        all.removeIf(each -> each.sender().equals(event.sender()));
        all.add(new HeldRequisition(version + 1, event.sender(), event.lapse(), event.receivedAt(), event.content()));
        return new RequisitionCase(submissions, all, null, draft, version + 1);
    }

    /** Who sent what is released, not who released it. */
    private String sender(String actor) {
        return released == null ? actor : released.sender();
    }

    private Submission changed(RequisitionChanged change, String actor) {
        Submission completed = change.completion() ? lastSentBack() : null;
        return new Submission(
                version + 1,
                submissions.getLast().caseNumber(),
                change.receivedAt(),
                completed == null ? change.receivedAt() : completed.arrivedAt(),
                sender(actor),
                change.content(),
                new Submission.Undecided(),
                completed == null ? null : completed.admission());
    }

    private Submission lastSentBack() {
        return submissions.reversed().stream()
                .filter(submission -> submission.treatment() instanceof Submission.SentBack)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a completion of what was never returned"));
    }

    private RequisitionCase with(Submission submission) {
        List<Submission> all = new ArrayList<>(submissions);
        all.add(submission);
        return new RequisitionCase(all, held, null, null, version + 1);
    }

    private RequisitionCase treated(long about, Submission.Treatment treatment) {
        return with(about, submission -> submission.with(treatment));
    }

    private RequisitionCase with(long about, UnaryOperator<Submission> change) {
        if (submission(about).isEmpty()) {
            throw new IllegalArgumentException("version " + about + " of the stream is no submission");
        }
        return new RequisitionCase(
                submissions.stream()
                        .map(submission -> submission.version() == about ? change.apply(submission) : submission)
                        .toList(),
                held,
                null,
                draft,
                version + 1);
    }
}
