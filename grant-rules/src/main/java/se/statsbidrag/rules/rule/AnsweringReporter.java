package se.statsbidrag.rules.rule;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.rules.fact.ReporterScope;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Who answers for a performing region and month: exactly one reporter (domain: Operation counts). A later scope of a
 * reporter replaces its earlier one as a whole; where two reporters name the same region, the scope that came into force
 * last answers. A scope that came into force after the programme's cut-off moves none of its money.
 */
public final class AnsweringReporter {
    private static final Comparator<ReporterScope> LATER =
            Comparator.comparing(ReporterScope::inForceAt).thenComparing(ReporterScope::event);

    private final List<ReporterScope> latestFirst;
    private final ReporterId defaultReporter;

    /**
     * @param scopes all that have been in force
     * @param cutOff the first instant that is too late to move money
     */
    public AnsweringReporter(List<ReporterScope> scopes, ReporterId defaultReporter, Instant cutOff) {
        Map<ReporterId, ReporterScope> latest = new HashMap<>();
        scopes.stream()
                .filter(scope -> scope.inForceAt().isBefore(cutOff))
                .sorted(LATER)
                .forEach(scope -> latest.put(scope.reporter(), scope));
        latestFirst = new ArrayList<>(latest.values());
        latestFirst.sort(LATER.reversed());
        this.defaultReporter = defaultReporter;
    }

    public ReporterId of(RecipientCode performedIn, YearMonth month) {
        return latestFirst.stream()
                .filter(scope -> scope.performedIn().contains(performedIn) && !month.isBefore(scope.fromMonth()))
                .findFirst()
                .map(ReporterScope::reporter)
                .orElse(defaultReporter);
    }
}
