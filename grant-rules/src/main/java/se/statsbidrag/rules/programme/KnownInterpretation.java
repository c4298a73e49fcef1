package se.statsbidrag.rules.programme;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The interpretations that the rules follow, each with the values that they know. A definition that names another id or
 * value is refused, because nothing would follow it. Ids that begin with P- are policy parameters that are only shown: what
 * they say stands elsewhere in the definition, such as a due date or a case number series.
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
    /** The most that a requisition may ask for. */
    AT_MOST_THE_SHARE("I-R1", Set.of("AT_MOST_THE_SHARE")),
    /** Who shares what others leave, and how. */
    WHO_SHARES_REMAINING_FUNDS("I-R2", Set.of("REQUISITIONED_IN_FULL_BY_SHARES")),
    /** What becomes of remaining funds that nobody wants. */
    WITHOUT_TAKERS("I-R3", Set.of("RETURNED_TO_THE_STATE")),
    /** How what others leave is decided. */
    SECOND_DECISION("I-R4", Set.of("SECOND_DECISION")),
    /** How one requisitioned amount belongs to several pots. */
    AMOUNT_OVER_POTS("I-R6", Set.of("IN_PROPORTION_TO_SHARES")),
    /** Whom a purpose for some is for until a list is imported. */
    NAMED_FOR_A_PURPOSE("I-G1", Set.of("RURAL_WEIGHT_ABOVE_ZERO"));

    private static final String POLICY_PARAMETER = "P-";

    private final String id;
    private final Set<String> knownValues;

    KnownInterpretation(String id, Set<String> knownValues) {
        this.id = id;
        this.knownValues = knownValues;
    }

    public String id() {
        return id;
    }

    /** Whether an id is a policy parameter that is only shown. */
    static boolean isOnlyShown(String id) {
        return id.startsWith(POLICY_PARAMETER);
    }

    /** The values that the rules know. */
    Set<String> knownValues() {
        return knownValues;
    }

    static Optional<KnownInterpretation> of(String id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }

    /**
     * Those without which a key says less than it needs to.
     *
     * @param amountSetBy who sets the amount of a requisition in the programme
     */
    public static Set<KnownInterpretation> neededBy(AllocationKey key, AmountSetBy amountSetBy) {
        return switch (key) {
            case AllocationKey.ShareKey _ ->
                amountSetBy == AmountSetBy.RECIPIENT
                        ? EnumSet.of(AT_MOST_THE_SHARE, AMOUNT_OVER_POTS, HANDING_OUT)
                        : EnumSet.of(PARTICIPATION, HANDING_OUT);
            case AllocationKey.UnitPriceWithCap _ -> EnumSet.of(PARTICIPATION, LATE_DELIVERIES, HANDING_OUT);
            case AllocationKey.TopRanked _ ->
                EnumSet.of(PER_INHABITANT, WITHOUT_OPERATIONS, PROVISIONAL_TIE, WEIGHTS, LATE_DELIVERIES, HANDING_OUT);
            case AllocationKey.WantingMore _ ->
                EnumSet.of(WHO_SHARES_REMAINING_FUNDS, WITHOUT_TAKERS, SECOND_DECISION, HANDING_OUT);
        };
    }
}
