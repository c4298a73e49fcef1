package se.statsbidrag.requisition.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;

/** Decides on extensions of deadlines: to a later day only, before or after the day has passed (domain: Late arrivals). */
public final class DeadlineDecider {
    private final ProgrammeId programme;
    private final DeadlineId deadline;
    private final LocalDate inForce;

    /** @param inForce the last day as it is now */
    public DeadlineDecider(ProgrammeId programme, DeadlineId deadline, LocalDate inForce) {
        this.programme = programme;
        this.deadline = deadline;
        this.inForce = inForce;
    }

    /** @param dueDate the last day to be, Swedish local date */
    public Decision extend(LocalDate dueDate, String reason) {
        List<FieldFault> faults = new ArrayList<>();
        if (!dueDate.isAfter(inForce)) {
            faults.add(new FieldFault(
                    "dueDate",
                    dueDate.toString(),
                    "is not later than " + inForce + ", the day in force",
                    "give a later day; a deadline is never shortened",
                    "Ange en dag efter " + inForce + ", som gäller nu. En sista dag kan aldrig tidigareläggas."));
        }
        faults.addAll(ReasonRules.faults(reason));
        return faults.isEmpty()
                ? Decision.accepted(new DeadlineExtended(programme, deadline, dueDate, reason))
                : Decision.refused(new Refusal.Wrong(faults));
    }
}
