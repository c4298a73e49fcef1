package se.statsbidrag.reporting.domain.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.ReporterScope;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.rule.AnsweringReporter;
import se.statsbidrag.rules.rule.DeliveriesInForce;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Place;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Operations in force for statistics by home region, procedure, month and place (R-K9): also those that came late for money. */
public final class OperationFigures {
    private final Map<Key, Long> counts = new HashMap<>();
    private final Set<YearMonth> months = new HashSet<>();

    private record Key(YearMonth month, RecipientCode homeRegion, Procedure procedure, Place place) {}

    private OperationFigures() {}

    /**
     * @param months those that are of interest
     * @param defaultReporter who answers for what no scope names
     */
    public static OperationFigures of(
            List<Delivery> revisions, List<ReporterScope> scopes, ReporterId defaultReporter, Period months) {
        AnsweringReporter answering = new AnsweringReporter(scopes, defaultReporter, Instant.MAX);
        OperationFigures figures = new OperationFigures();
        for (Delivery delivery : DeliveriesInForce.of(revisions, months, Instant.MAX, List.of())) {
            figures.months.add(delivery.month());
            for (OperationCell cell : delivery.cells()) {
                if (answering.of(cell.performedIn(), delivery.month()).equals(delivery.reporter())) {
                    figures.counts.merge(
                            new Key(delivery.month(), cell.homeRegion(), cell.procedure(), cell.place()),
                            (long) cell.count(),
                            Math::addExact);
                }
            }
        }
        return figures;
    }

    /** The last of the months that something was delivered for; empty when nothing was. */
    public Optional<YearMonth> latest(Period period) {
        return months.stream().filter(period::contains).max(YearMonth::compareTo);
    }

    /** How many, over both months and all between. */
    public long count(YearMonth from, YearMonth to, RecipientCode homeRegion, Procedure procedure, Place place) {
        long sum = 0;
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            sum = Math.addExact(sum, counts.getOrDefault(new Key(month, homeRegion, procedure, place), 0L));
        }
        return sum;
    }

    /** The same wherever they were performed. */
    public long count(YearMonth from, YearMonth to, RecipientCode homeRegion, Procedure procedure) {
        long sum = 0;
        for (Place place : Place.values()) {
            sum = Math.addExact(sum, count(from, to, homeRegion, procedure, place));
        }
        return sum;
    }
}
