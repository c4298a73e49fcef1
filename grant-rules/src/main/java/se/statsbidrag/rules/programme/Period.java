package se.statsbidrag.rules.programme;

import java.time.YearMonth;

/**
 * The months whose operations count, both ends included.
 *
 * @param from the first month
 * @param to the last month, not before the first
 * @param source where it is stated
 */
public record Period(YearMonth from, YearMonth to, String source) {
    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }
}
