package se.statsbidrag.rules.programme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The interpretations that the rules follow, each with the values that they know. A definition that names another id or
 * value is refused, because nothing would follow it.
 */
public enum KnownInterpretation {
    /** Who takes part. */
    PARTICIPATION("I-K1", Set.of("APPROVED_REQUISITION")),
    /** What "per inhabitant" compares. */
    PER_INHABITANT("I-K2", Set.of("OPERATIONS_IN_PERIOD_BY_POPULATION")),
    /** Who is ranked without any operation. */
    WITHOUT_OPERATIONS("I-K3", Set.of("NEVER_RANKED")),
    /** What the plan uses until an officer resolves a tie. */
    PROVISIONAL_TIE("I-K4", Set.of("GREATER_WEIGHT_THEN_LOWER_CODE")),
    /** Which weights a part is divided by. */
    WEIGHTS("I-K5", Set.of("PUBLISHED_WHOLE_KRONOR")),
    /** What a delivery after the cut-off counts in. */
    LATE_DELIVERIES("I-K6", Set.of("STATISTICS_ONLY")),
    /** When remaining funds are handed out. */
    HANDING_OUT("I-R5", Set.of("DEADLINES_PASSED_AND_NOTHING_UNDECIDED")),
    /** The day of the following month by which a month is reported; the due dates themselves are deadlines. */
    MONTHLY_REPORT_DAY("P-K1", Set.of()),
    /** The agency's series of case numbers. */
    CASE_NUMBERS("P-K2", Set.of());

    private final String id;
    private final Set<String> knownValues;

    KnownInterpretation(String id, Set<String> knownValues) {
        this.id = id;
        this.knownValues = knownValues;
    }

    public String id() {
        return id;
    }

    /** The values that the rules know; empty when the value is only shown. */
    Set<String> knownValues() {
        return knownValues;
    }

    static Optional<KnownInterpretation> of(String id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }

    /** Those without which a key says less than it needs to. */
    public static Set<KnownInterpretation> neededBy(AllocationKey key) {
        return switch (key) {
            case AllocationKey.EqualShares _ -> EnumSet.of(PARTICIPATION, HANDING_OUT);
            case AllocationKey.UnitPriceWithCap _ -> EnumSet.of(PARTICIPATION, LATE_DELIVERIES, HANDING_OUT);
            case AllocationKey.TopRanked _ ->
                EnumSet.of(PER_INHABITANT, WITHOUT_OPERATIONS, PROVISIONAL_TIE, WEIGHTS, LATE_DELIVERIES, HANDING_OUT);
        };
    }
}
