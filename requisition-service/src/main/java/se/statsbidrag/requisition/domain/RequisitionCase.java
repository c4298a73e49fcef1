package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;

/**
 * One recipient's case in one programme (Swedish: ärende): all that was received, in the order of the stream, late or not.
 *
 * @param submissions in the order of the stream
 * @param version how many events the stream has
 */
public record RequisitionCase(List<Submission> submissions, long version) {
    /** Nothing has happened yet. */
    public static final RequisitionCase EMPTY = new RequisitionCase(List.of(), 0);

    public RequisitionCase {
        submissions = List.copyOf(submissions);
    }

    /** @throws IllegalArgumentException when the event is about something else, which a stream of requisitions never holds */
    public RequisitionCase evolve(GrantEvent event) {
        long next = version + 1;
        return switch (event) {
            case RequisitionSubmitted it ->
                with(new Submission(
                        next,
                        it.caseNumber(),
                        it.receivedAt(),
                        it.receivedAt(),
                        it.content(),
                        new Submission.Undecided()));
            case RequisitionChanged it -> with(changed(it, next));
            case RequisitionApproved it -> treated(it.submission(), new Submission.Granted(it.reason()));
            case RequisitionReturned it ->
                treated(it.submission(), new Submission.SentBack(it.reason(), it.completeBy()));
            case RequisitionRejected it -> treated(it.submission(), new Submission.Refused(it.reason()));
            case RequisitionWithdrawn it ->
                treated(submissions.getLast().version(), new Submission.TakenBack(it.receivedAt()));
            default ->
                throw new IllegalArgumentException(
                        "not an event of a requisition: " + event.getClass().getSimpleName());
        };
    }

    private Submission changed(RequisitionChanged change, long next) {
        Submission newest = submissions.getLast();
        return new Submission(
                next,
                newest.caseNumber(),
                change.receivedAt(),
                change.completion() ? lastSentBack().arrivedAt() : change.receivedAt(),
                change.content(),
                new Submission.Undecided());
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
        return new RequisitionCase(all, version + 1);
    }

    private RequisitionCase treated(long about, Submission.Treatment treatment) {
        if (submissions.stream().noneMatch(submission -> submission.version() == about)) {
            throw new IllegalArgumentException("version " + about + " of the stream is no submission");
        }
        return new RequisitionCase(
                submissions.stream()
                        .map(submission -> submission.version() == about ? submission.with(treatment) : submission)
                        .toList(),
                version + 1);
    }
}
