package se.statsbidrag.requisition.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.value.EventReference;

/**
 * A deadline as it stands.
 *
 * @param deadline its name within the programme
 * @param kind what it closes
 * @param dueDate the last day in force, to its end in Swedish time
 * @param passedAt when the mark that closes that day was recorded; null when it has not passed
 * @param title Swedish, as shown to people
 * @param source where the day is stated
 * @param interpretation the assumption that the day rests on; null where a source states it
 * @param month the month that a monthly report is about; null for other kinds
 * @param definedDueDate the day that the definition gives, before extensions
 * @param markedIn the log that carries the mark
 * @param log of the event that it stands by: the mark, else the extension, else the definition's activation
 * @param position of that event in its log
 */
@Schema(name = "Deadline")
public record DeadlineView(
        String deadline,
        DeadlineKind kind,
        LocalDate dueDate,
        @Nullable Instant passedAt,
        String title,
        String source,
        @Nullable String interpretation,
        @Nullable String month,
        LocalDate definedDueDate,
        String markedIn,
        String log,
        long position) {

    static DeadlineView of(ProgrammeInForce programme, DeadlineInForce deadline) {
        EventReference standsBy = deadline.passedBy();
        if (standsBy == null) {
            standsBy = deadline.extendedBy();
        }
        if (standsBy == null) {
            standsBy = programme.activatedBy();
        }
        YearMonth month = deadline.definition().month();
        return new DeadlineView(
                deadline.id().value(),
                deadline.kind(),
                deadline.dueDate(),
                deadline.passedAt(),
                deadline.definition().title(),
                deadline.definition().source(),
                deadline.definition().interpretation(),
                month == null ? null : month.toString(),
                deadline.definition().dueDate(),
                deadline.kind().log(),
                standsBy.log(),
                standsBy.position());
    }
}
