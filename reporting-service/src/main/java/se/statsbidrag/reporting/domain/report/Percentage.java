package se.statsbidrag.reporting.domain.report;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.money.Fraction;

/** Shares as tenths of a percent, rounded towards zero, so that 100.0 % is shown only when all is reached. */
final class Percentage {
    private static final long TENTHS_IN_ALL = 1_000;

    private Percentage() {}

    /** Part of whole; null where the whole is 0. */
    static @Nullable Long tenths(long part, long whole) {
        if (whole == 0) {
            return null;
        }
        Fraction share = Fraction.of(Math.absExact(part), whole).times(Fraction.of(TENTHS_IN_ALL));
        BigInteger floor = share.floor();
        return (part < 0 ? floor.negate() : floor).longValueExact();
    }
}
