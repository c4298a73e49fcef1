package se.statsbidrag.reporting.domain.followup;

import java.time.Instant;
import java.time.LocalDate;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * What follow-up reports of a programme are checked against.
 *
 * @param definition what is asked for
 * @param caseNumberPrefix what the agency's case numbers of the programme begin with
 * @param dueDate the last day in force, Swedish local date, counting to its end
 */
public record ReportTerms(ProgrammeId programme, FollowUp definition, String caseNumberPrefix, LocalDate dueDate) {

    /** Whether the window is open at an instant; it does not close, since what comes late is late and not refused. */
    public boolean isOpen(Instant at) {
        return !at.isBefore(
                definition.opening().date().atStartOfDay(DeadlineDay.SWEDEN).toInstant());
    }

    /** Whether what arrived at an instant came too late. */
    public boolean isLate(Instant at) {
        return !at.isBefore(DeadlineDay.endOf(dueDate));
    }
}
