package se.statsbidrag.reporting.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Who answers for what is performed where, from which month on: exactly one reporter for each performing region and month,
 * so that nothing is counted twice (domain: Operation counts).
 */
public final class ReporterScopes {
    private final ReporterId defaultReporter;
    private final SortedMap<ReporterId, ReporterScopeSet> inForce;

    private ReporterScopes(ReporterId defaultReporter, SortedMap<ReporterId, ReporterScopeSet> inForce) {
        this.defaultReporter = defaultReporter;
        this.inForce = Collections.unmodifiableSortedMap(inForce);
    }

    /** No scope is set: the default reporter answers for everything. */
    public static ReporterScopes none(ReporterId defaultReporter) {
        return new ReporterScopes(defaultReporter, new TreeMap<>());
    }

    /** A reporter's scope replaces its earlier one as a whole. */
    public ReporterScopes evolve(ReporterScopeSet event) {
        SortedMap<ReporterId, ReporterScopeSet> next = new TreeMap<>(inForce);
        next.put(event.reporter(), event);
        return new ReporterScopes(defaultReporter, next);
    }

    public ReporterId defaultReporter() {
        return defaultReporter;
    }

    /** The scopes in force, in the order of reporters; the default reporter has none. */
    public List<ReporterScopeSet> inForce() {
        return List.copyOf(inForce.values());
    }

    public Optional<ReporterScopeSet> of(ReporterId reporter) {
        return Optional.ofNullable(inForce.get(reporter));
    }

    public boolean knows(ReporterId reporter) {
        return reporter.equals(defaultReporter) || inForce.containsKey(reporter);
    }

    /** The one reporter that answers for what was performed there in that month. */
    public ReporterId reporterOf(RecipientCode performedIn, YearMonth month) {
        return inForce.values().stream()
                .filter(scope -> !month.isBefore(scope.fromMonth())
                        && scope.performedIn().contains(performedIn))
                .map(ReporterScopeSet::reporter)
                .findFirst()
                .orElse(defaultReporter);
    }

    /** What setting a scope comes to. */
    public sealed interface Decision {
        /** To be recorded. */
        record Set(ReporterScopeSet event, boolean first) implements Decision {}

        /** It is in force already. */
        record Unchanged(ReporterScopeSet event) implements Decision {}

        /** The default reporter has what the others leave; its scope is not set. */
        record OfDefaultReporter() implements Decision {}

        /** Others answer for some of the regions. */
        record Taken(List<TakenRegion> regions) implements Decision {
            public Taken {
                regions = List.copyOf(regions);
            }
        }
    }

    /** A region that another reporter answers for. */
    public record TakenRegion(RecipientCode region, ReporterId by, YearMonth fromMonth) {}

    /**
     * Decides on a reporter's scope. Two scopes that share a region clash whatever their first months are, for a scope has
     * no end: from the later of the two months on, both would answer.
     */
    public Decision decide(ReporterId reporter, Collection<RecipientCode> performedIn, YearMonth fromMonth) {
        if (reporter.equals(defaultReporter)) {
            return new Decision.OfDefaultReporter();
        }
        List<RecipientCode> regions = List.copyOf(new TreeSet<>(performedIn));
        List<TakenRegion> taken = regions.stream()
                .flatMap(region -> inForce.values().stream()
                        .filter(other -> !other.reporter().equals(reporter)
                                && other.performedIn().contains(region))
                        .map(other -> new TakenRegion(region, other.reporter(), other.fromMonth())))
                .toList();
        if (!taken.isEmpty()) {
            return new Decision.Taken(taken);
        }
        ReporterScopeSet event = new ReporterScopeSet(reporter, regions, fromMonth);
        if (event.equals(inForce.get(reporter))) {
            return new Decision.Unchanged(event);
        }
        return new Decision.Set(event, !inForce.containsKey(reporter));
    }
}
