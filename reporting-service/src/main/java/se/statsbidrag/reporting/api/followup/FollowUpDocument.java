package se.statsbidrag.reporting.api.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.reporting.api.followup.ActivityPlanDocument.Got;

/** Follow-up reports as the API writes them; amounts are whole kronor. */
public final class FollowUpDocument {
    private FollowUpDocument() {}

    /**
     * A recipient's report with all that is known for it.
     *
     * @param state {@code NOT_BEGUN}, {@code DRAFT}, {@code SUBMITTED}, {@code RETURNED} or {@code ACCEPTED}
     * @param opensOn the first day, Swedish local date
     * @param dueDate the last day in force, Swedish local date
     * @param open whether it can be handed in now
     * @param late whether it arrived after the last day, or has not arrived although that has passed
     * @param caseNumber of the report; null before it is handed in
     * @param receivedAt when it was handed in last; null before
     * @param arrivedAt when it counts as arrived: a completion in time keeps the arrival of what it completes
     * @param content what is written; null while nothing is
     * @param asked what the programme asks for
     * @param suggested what is known, in the form of a report: to be corrected and added to
     * @param returned why it was sent back; null unless it waits for completion
     * @param accepted why it was accepted; null unless it is
     * @param log of what is in force; null before anything was recorded
     */
    @Schema(name = "FollowUp")
    public record Report(
            String programme,
            String recipient,
            String name,
            String state,
            LocalDate opensOn,
            LocalDate dueDate,
            boolean open,
            boolean late,
            @Nullable String caseNumber,
            @Nullable Instant receivedAt,
            @Nullable Instant arrivedAt,
            @Nullable Content content,
            List<Asked> asked,
            Content suggested,
            Known known,
            @Nullable Returned returned,
            @Nullable String accepted,
            @Nullable String log,
            @Nullable Long position) {}

    /** What is written: how much was used, and the parts in the programme's order. */
    @Schema(name = "FollowUpContent")
    public record Content(@Nullable Long used, List<Written> parts) {
        static Content of(FollowUpContent content) {
            return new Content(
                    content.used(),
                    content.parts().stream()
                            .map(part -> new Written(part.part().name(), part.text()))
                            .toList());
        }
    }

    /** A part in the recipient's words. */
    @Schema(name = "FollowUpPart")
    public record Written(String part, String text) {}

    /**
     * A part that the programme asks for.
     *
     * @param text Swedish
     */
    @Schema(name = "FollowUpAsked")
    public record Asked(String part, String text, String source) {}

    /** Sent back for completion. */
    @Schema(name = "FollowUpReturned")
    public record Returned(String reason, LocalDate completeBy) {}

    /**
     * What is known without asking.
     *
     * @param activityPlan null where there is none
     * @param operations on the recipient's inhabitants against last year; none where no operations count
     */
    @Schema(name = "FollowUpKnown")
    public record Known(
            Got grant,
            List<Decision> decisions,
            List<Payment> payments,
            @Nullable Activities activityPlan,
            List<Operations> operations) {}

    /** What one decision gave. */
    @Schema(name = "FollowUpDecision")
    public record Decision(int decision, String caseNumber, long amount, Instant decidedAt) {}

    /** A payment; {@code bookedOn} is null while no statement shows it. */
    @Schema(name = "FollowUpPayment")
    public record Payment(
            String payment, long amount, @Nullable LocalDate bookedOn) {}

    /** The activity plan's sums. */
    @Schema(name = "FollowUpActivities")
    public record Activities(int activities, long planned, long difference, long used, long unused) {}

    /** Operations of one kind in the programme's months. */
    @Schema(name = "FollowUpOperations")
    public record Operations(String procedure, String name, long count, long countLastYear, long difference) {}

    /**
     * One line of the list.
     *
     * @param daysLate whole or begun days after the last day, 0 when it is not late
     * @param used what the report says was used; null before it is handed in
     * @param granted what the recipient had got then; null before
     */
    @Schema(name = "FollowUpLine")
    public record Line(
            String recipient,
            String name,
            String state,
            boolean late,
            long daysLate,
            @Nullable Instant receivedAt,
            @Nullable Instant arrivedAt,
            @Nullable Long used,
            @Nullable Long granted) {}

    /** One page of a programme's reports, by recipient. */
    @Schema(name = "FollowUps")
    public record FollowUps(
            String programme,
            LocalDate opensOn,
            LocalDate dueDate,
            List<Line> followUps,
            int page,
            int limit,
            long total) {}
}
