package se.statsbidrag.allocation.application;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import se.statsbidrag.allocation.domain.PlanDifference;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What one event changed in a programme's plan (architecture: truth 9).
 *
 * @param place of the event in the one order over all logs, from 0
 * @param event where it stands
 * @param type its name in the log
 * @param happened what it says
 * @param movers the recipients whose own requisition or operation counts it changed; none when it changed nobody's, such as
 *     a deadline that passed
 * @param difference what is not as it was
 * @param definition in force after it
 */
public record PlanChange(
        int place,
        EventReference event,
        String type,
        Instant recordedAt,
        GrantEvent happened,
        SortedSet<RecipientCode> movers,
        PlanDifference difference,
        ProgrammeDefinition definition) {
    public PlanChange {
        movers = new TreeSet<>(movers);
    }
}
