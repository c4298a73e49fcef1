package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.FollowUpPart;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What recipients hand in afterwards (återrapportering; R-K10, R-T6, R-G7). The last day is the programme's deadline of kind
 * {@link DeadlineKind#FOLLOW_UP}, so that it can be extended as any other.
 *
 * @param opening the first day for reports
 * @param parts what is asked for, in the order of the source; at least one
 * @param activityPlans whether recipients split what they received into activities; null where no source says so
 * @param survey what is asked of regions and of those that answer for a county's municipalities; null where there is none
 */
public record FollowUp(
        Opening opening,
        List<Part> parts,
        @Nullable ActivityPlans activityPlans,
        @Nullable Survey survey) {
    public FollowUp {
        parts = List.copyOf(parts);
    }

    /**
     * The first day of a window.
     *
     * @param date Swedish local date
     * @param source where it is stated
     * @param interpretation the id of the interpretation that it rests on, when no source states the day
     */
    public record Opening(
            LocalDate date, String source, @Nullable String interpretation) {}

    /**
     * A part of the report.
     *
     * @param text Swedish, as shown to people
     */
    public record Part(FollowUpPart kind, String text, String source) {}

    /**
     * Activities with costs (R-T9).
     *
     * @param text Swedish, as shown to people
     * @param objectCodes the one code that a recipient books its costs on, for those whose own source names it
     */
    public record ActivityPlans(String text, String source, List<ObjectCode> objectCodes) {
        public ActivityPlans {
            objectCodes = List.copyOf(objectCodes);
        }

        /** What a recipient's costs are booked on; empty where no source names it. */
        public Optional<String> objectCode(RecipientCode recipient) {
            return objectCodes.stream()
                    .filter(each -> each.recipient().equals(recipient))
                    .map(ObjectCode::code)
                    .findFirst();
        }
    }

    /** What one recipient books its costs on. */
    public record ObjectCode(RecipientCode recipient, String code, String source) {}

    /**
     * A survey to regions and RSS (R-G8). Its last day is the deadline of kind {@link DeadlineKind#SURVEY}.
     *
     * @param text Swedish, as shown to people
     */
    public record Survey(Opening opening, String text, String source) {}
}
