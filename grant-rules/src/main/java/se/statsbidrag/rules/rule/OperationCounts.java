package se.statsbidrag.rules.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * The operations of the period that move money, credited to the patient's home region wherever they were performed (R-K6,
 * I-K2). Only cells that their reporter answers for count.
 */
public final class OperationCounts {
    private final Map<Slot, List<Contribution>> contributions = new HashMap<>();

    private record Slot(RecipientCode homeRegion, Procedure procedure) {}

    /**
     * What one delivery adds to one count.
     *
     * @param delivery the revision in force
     * @param count operations, above 0
     */
    public record Contribution(Delivery delivery, long count) {}

    /** @param cutOff the first instant at which a delivery or a scope is too late to move money */
    public static OperationCounts of(Facts facts, Period period, Instant cutOff) {
        AnsweringReporter answering = new AnsweringReporter(facts.scopes(), facts.defaultReporter(), cutOff);
        OperationCounts counts = new OperationCounts();
        DeliveriesInForce.of(facts.deliveries(), period, cutOff, facts.admissions())
                .forEach(delivery -> counts.add(delivery, answering));
        return counts;
    }

    /** No operations at all, for a programme that counts none. */
    public static OperationCounts none() {
        return new OperationCounts();
    }

    /** How many operations on the inhabitants of a region count. */
    public long count(RecipientCode homeRegion, Procedure procedure) {
        return contributions(homeRegion, procedure).stream()
                .mapToLong(Contribution::count)
                .reduce(0, Math::addExact);
    }

    /** What the count consists of, by month, then reporter. */
    public List<Contribution> contributions(RecipientCode homeRegion, Procedure procedure) {
        return contributions.getOrDefault(new Slot(homeRegion, procedure), List.of());
    }

    private void add(Delivery delivery, AnsweringReporter answering) {
        Map<RecipientCode, Boolean> answersFor = new HashMap<>();
        Map<Slot, Long> sums = new HashMap<>();
        for (OperationCell cell : delivery.cells()) {
            boolean counts = answersFor.computeIfAbsent(
                    cell.performedIn(),
                    region -> answering.of(region, delivery.month()).equals(delivery.reporter()));
            if (counts && cell.count() > 0) {
                sums.merge(new Slot(cell.homeRegion(), cell.procedure()), (long) cell.count(), Math::addExact);
            }
        }
        sums.forEach((slot, count) ->
                contributions.computeIfAbsent(slot, _ -> new ArrayList<>()).add(new Contribution(delivery, count)));
    }
}
