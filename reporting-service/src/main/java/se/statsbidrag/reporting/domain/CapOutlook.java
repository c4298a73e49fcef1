package se.statsbidrag.reporting.domain;

import java.time.YearMonth;
import java.util.SortedMap;
import se.statsbidrag.rules.money.Fraction;
import se.statsbidrag.rules.programme.Period;

/**
 * When a region's operations give as much as its cap: the month in which they did, or would at today's pace. The pace is an
 * assumption, the agency's own: that each month of the period which is not counted yet gives the average of those that
 * are. Exact; no figure of it moves money.
 */
public sealed interface CapOutlook {

    /** No month is counted yet, so there is no pace. */
    record NothingCounted() implements CapOutlook {}

    /** The months that are counted give the cap; this one was the month in which they did. */
    record Reached(YearMonth month) implements CapOutlook {}

    /** At today's pace this is the month in which the cap is reached. */
    record Expected(YearMonth month) implements CapOutlook {}

    /**
     * At today's pace the cap is not reached within the period.
     *
     * @param missing what is missing at its end, whole kronor, rounded up
     */
    record NotWithinPeriod(long missing) implements CapOutlook {}

    /**
     * @param cap whole kronor
     * @param earned what each month that is counted gives before the cap, whole kronor
     */
    static CapOutlook of(long cap, Period period, SortedMap<YearMonth, Long> earned) {
        if (earned.isEmpty()) {
            return new NothingCounted();
        }
        long sum = 0;
        for (var month : earned.entrySet()) {
            sum = Math.addExact(sum, month.getValue());
            if (sum >= cap) {
                return new Reached(month.getKey());
            }
        }
        Fraction pace = pace(earned);
        Fraction reached = Fraction.ZERO;
        for (YearMonth month = period.from(); !month.isAfter(period.to()); month = month.plusMonths(1)) {
            Long counted = earned.get(month);
            reached = reached.plus(counted == null ? pace : Fraction.of(counted));
            if (reached.compareTo(Fraction.of(cap)) >= 0) {
                return new Expected(month);
            }
        }
        return new NotWithinPeriod(
                reached.minus(Fraction.of(cap)).floor().negate().longValueExact());
    }

    /** What the months that are counted give on average; 0 when none is. */
    static Fraction pace(SortedMap<YearMonth, Long> earned) {
        return earned.isEmpty()
                ? Fraction.ZERO
                : Fraction.of(earned.values().stream().reduce(0L, Math::addExact), earned.size());
    }
}
