package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A day in the grant calendar.
 *
 * @param programme whose day it is
 * @param programmeTitle the same in Swedish, as people call it
 * @param kind what happens on the day
 * @param deadline its name within the programme; null for an opening day
 * @param date Swedish local date; a last day counts to its end
 * @param title Swedish, as shown to people
 * @param source where the day is stated
 * @param interpretation the assumption that the day rests on; null where a source states it
 * @param month the month that a monthly report is about; null for other kinds
 * @param definedDate the day that the definition gives, before extensions
 * @param changedAt when the event that set the day was recorded
 * @param log of that event
 * @param position of that event in its log; it grows with every change of the day
 */
@Schema(name = "CalendarEntry")
public record CalendarEntry(
        String programme,
        String programmeTitle,
        CalendarKind kind,
        @Nullable String deadline,
        LocalDate date,
        String title,
        String source,
        @Nullable String interpretation,
        @Nullable String month,
        LocalDate definedDate,
        Instant changedAt,
        String log,
        long position) {

    /** The same for as long as the programme has the day, whatever date it is moved to. */
    String identity() {
        String day = deadline != null
                ? "deadline." + deadline
                : switch (kind) {
                    case FOLLOW_UP_OPENING -> "opening.follow-up";
                    case SURVEY_OPENING -> "opening.survey";
                    default -> "opening";
                };
        return day + "." + programme;
    }

    /** What the day is, whose, and why it can be relied on; Swedish, a line each. */
    String description() {
        StringBuilder text =
                new StringBuilder(programmeTitle).append("\nKälla: ").append(source);
        if (interpretation != null) {
            text.append("\nAntagande ").append(interpretation).append(": dagen står inte i någon källa.");
        }
        if (!date.equals(definedDate)) {
            text.append("\nFörlängd; dagen var från början ")
                    .append(definedDate)
                    .append('.');
        }
        return text.toString();
    }
}
