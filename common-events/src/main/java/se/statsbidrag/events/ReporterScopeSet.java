package se.statsbidrag.events;

import java.time.YearMonth;
import java.util.List;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * From a month on, a reporter answers for what is performed in these regions; the patient register has the rest. It
 * replaces the reporter's earlier scope as a whole.
 *
 * @param performedIn regions, in code order
 * @param fromMonth the first month it answers for
 */
public record ReporterScopeSet(ReporterId reporter, List<RecipientCode> performedIn, YearMonth fromMonth)
        implements GrantEvent {
    public ReporterScopeSet {
        performedIn = List.copyOf(performedIn);
    }
}
