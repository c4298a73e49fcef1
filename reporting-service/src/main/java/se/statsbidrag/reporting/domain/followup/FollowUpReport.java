package se.statsbidrag.reporting.domain.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.FollowUpDraftSaved;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.FollowUpReturned;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.rules.programme.DeadlineDay;

/** A recipient's follow-up report in one programme. Folded from one stream. */
public sealed interface FollowUpReport {
    /** Nothing is written. */
    FollowUpReport NONE = new NotBegun();

    /**
     * A report that was handed in.
     *
     * @param version of its event within the stream
     * @param event what was handed in
     * @param arrivedAt when it counts as arrived: a completion within the officer's day keeps the arrival of what it completes
     */
    record Submission(long version, FollowUpSubmitted event, Instant arrivedAt) {}

    /** Nothing is written. */
    record NotBegun() implements FollowUpReport {}

    /** Written, and not handed in. */
    record Draft(FollowUpContent content) implements FollowUpReport {}

    /** Handed in, and waits for an officer. */
    record Submitted(Submission submission) implements FollowUpReport {}

    /**
     * Sent back for completion.
     *
     * @param content what is written now
     * @param completeBy the last day, Swedish local date
     */
    record Returned(Submission submission, String reason, LocalDate completeBy, FollowUpContent content)
            implements FollowUpReport {}

    /** Found complete. */
    record Accepted(Submission submission, String reason) implements FollowUpReport {}

    /** What was handed in last. */
    default Optional<Submission> handedIn() {
        return switch (this) {
            case NotBegun _, Draft _ -> Optional.empty();
            case Submitted it -> Optional.of(it.submission());
            case Returned it -> Optional.of(it.submission());
            case Accepted it -> Optional.of(it.submission());
        };
    }

    /** What is written now. */
    default Optional<FollowUpContent> written() {
        return switch (this) {
            case NotBegun _ -> Optional.empty();
            case Draft it -> Optional.of(it.content());
            case Submitted it -> Optional.of(it.submission().event().content());
            case Returned it -> Optional.of(it.content());
            case Accepted it -> Optional.of(it.submission().event().content());
        };
    }

    /** The name of the state, as the API says it. */
    default ReportState state() {
        return switch (this) {
            case NotBegun _ -> ReportState.NOT_BEGUN;
            case Draft _ -> ReportState.DRAFT;
            case Submitted _ -> ReportState.SUBMITTED;
            case Returned _ -> ReportState.RETURNED;
            case Accepted _ -> ReportState.ACCEPTED;
        };
    }

    /**
     * The report after an event.
     *
     * @param version of the event within the stream
     * @throws IllegalArgumentException when the event does not fit, which a stream of reports never holds
     */
    default FollowUpReport evolve(long version, FollowUpEvent event) {
        return switch (event) {
            case FollowUpDraftSaved saved ->
                this instanceof Returned it
                        ? new Returned(it.submission(), it.reason(), it.completeBy(), saved.content())
                        : new Draft(saved.content());
            case FollowUpSubmitted submitted ->
                new Submitted(new Submission(version, submitted, arrival(submitted.receivedAt())));
            case FollowUpReturned returned -> {
                Submission last = last(returned);
                yield new Returned(
                        last,
                        returned.reason(),
                        returned.completeBy(),
                        last.event().content());
            }
            case FollowUpAccepted accepted -> new Accepted(last(accepted), accepted.reason());
            default ->
                throw new IllegalArgumentException(
                        "not an event of a report: " + event.getClass().getSimpleName());
        };
    }

    private Submission last(FollowUpEvent event) {
        return handedIn()
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing was handed in before the " + event.getClass().getSimpleName()));
    }

    private Instant arrival(Instant receivedAt) {
        return this instanceof Returned it && receivedAt.isBefore(DeadlineDay.endOf(it.completeBy()))
                ? it.submission().arrivedAt()
                : receivedAt;
    }
}
