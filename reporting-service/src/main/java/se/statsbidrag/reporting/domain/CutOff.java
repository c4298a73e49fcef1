package se.statsbidrag.reporting.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Until when deliveries move a programme's money (I-K6): for the months of its period, to the end of the cut-off day.
 *
 * @param deadline its name among the programme's deadlines
 * @param from first month of the programme's period
 * @param to last month of it
 * @param dueDate the delivery cut-off in force, extensions counted
 */
public record CutOff(ProgrammeId programme, DeadlineId deadline, YearMonth from, YearMonth to, LocalDate dueDate) {

    /** Whether the programme's period holds the month. */
    public boolean holds(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** Whether what arrived then came after the end of the cut-off day. */
    public boolean passedBy(Instant receivedAt) {
        return !DeadlineDay.inTime(receivedAt, dueDate);
    }
}
