package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a programme asks of a requisition as things stand.
 *
 * @param programme which programme
 * @param casePrefix what every case number of the programme begins with
 * @param content what it holds
 * @param opensOn the first day for requisitions, Swedish local date; null where no source gives one
 * @param dueDate the last day in force, after extensions, Swedish local date
 */
public record RequisitionTerms(
        ProgrammeId programme,
        String casePrefix,
        ContentTerms content,
        @Nullable LocalDate opensOn,
        LocalDate dueDate) {
    /** In time is strictly before the end of the last day in force (R-K4; the deadline day counts to its end). */
    public boolean inTime(Instant arrivedAt) {
        return DeadlineDay.inTime(arrivedAt, dueDate);
    }

    /** How many days after the last day in force it came; 0 when it came in time. */
    public long daysLate(Instant arrivedAt) {
        return Math.max(
                0,
                ChronoUnit.DAYS.between(
                        dueDate, arrivedAt.atZone(DeadlineDay.SWEDEN).toLocalDate()));
    }

    /** The opening day, when there is one and it has not begun. */
    public Optional<LocalDate> notYetOpen(Instant receivedAt) {
        return Optional.ofNullable(opensOn)
                .filter(day ->
                        receivedAt.isBefore(day.atStartOfDay(DeadlineDay.SWEDEN).toInstant()));
    }

    /** Made of the programme's series and the recipient's code, so it is the recipient's through withdrawal and return. */
    public String caseNumber(RecipientCode recipient) {
        return casePrefix + recipient;
    }
}
