package se.statsbidrag.rules.fact;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * The performing regions that a reporter answers for instead of the default reporter. A later scope of the same reporter
 * replaces an earlier one as a whole.
 *
 * @param reporter who answers
 * @param performedIn the performing regions
 * @param fromMonth the first month that it answers for
 * @param inForceAt when the scope came into force
 * @param event the event that put it in force
 */
public record ReporterScope(
        ReporterId reporter,
        Set<RecipientCode> performedIn,
        YearMonth fromMonth,
        Instant inForceAt,
        EventReference event) {
    public ReporterScope {
        performedIn = Set.copyOf(performedIn);
    }
}
