package se.statsbidrag.rules.plan;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.money.Fraction;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.rule.DeliveriesInForce;
import se.statsbidrag.rules.rule.EarnedAmount;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.rule.TopRanking;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * How a programme's operations stand by the facts so far, while its pots are open: who takes part, what each month's
 * operations give, and who is ahead in a ranking (R-K6 to R-K9). Made by the computation of the plan, so that the two never
 * differ.
 */
public final class OperationsFollowUp {
    private final Computation computation;
    private final SortedMap<YearMonth, OperationCounts> months = new TreeMap<>();

    private OperationsFollowUp(Computation computation) {
        this.computation = computation;
    }

    /** Of a programme without a delivery cut-off nothing counts. */
    public static OperationsFollowUp of(PotMembers members, Facts facts) {
        Computation computation = new Computation(members, facts);
        OperationsFollowUp followUp = new OperationsFollowUp(computation);
        computation
                .definition
                .onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF)
                .map(cutOff -> DeadlineDay.endOf(
                        computation.deadlines.byId(cutOff.id()).dueDate()))
                .ifPresent(followUp::count);
        return followUp;
    }

    private void count(Instant cutOff) {
        Facts facts = computation.facts;
        Period period = computation.definition.period();
        DeliveriesInForce.of(facts.deliveries(), period, cutOff, facts.admissions()).stream()
                .map(Delivery::month)
                .distinct()
                .forEach(month -> months.put(
                        month, OperationCounts.of(facts, new Period(month, month, period.source()), cutOff)));
    }

    /** Whether a recipient has a requisition in force (I-K1). */
    public boolean takesPart(RecipientCode recipient) {
        return computation.participants().contains(recipient);
    }

    /**
     * What the operations on a region's inhabitants give before the cap, whole kronor, by month: for the months of which some
     * delivery moves money.
     */
    public SortedMap<YearMonth, Long> beforeCap(AllocationKey.UnitPriceWithCap key, RecipientCode region) {
        SortedMap<YearMonth, Long> earned = new TreeMap<>();
        months.forEach((month, counts) -> earned.put(month, EarnedAmount.beforeCap(region, counts, key.rates())));
        return earned;
    }

    /**
     * One that takes part, in a ranking.
     *
     * @param count operations in the period
     * @param population inhabitants, above 0
     * @param placed whether it is among the few, ties decided provisionally (I-K4)
     * @param tied whether it ties for the last place
     */
    public record Ranked(RecipientCode region, long count, long population, boolean placed, boolean tied) {
        public Fraction perInhabitant() {
            return Fraction.of(count, population);
        }
    }

    /** Those that take part, most operations per inhabitant first; of equals those with a place, then by code. */
    public List<Ranked> ranking(AllocationKey.TopRanked key) {
        List<RecipientCode> participants = computation.participants();
        List<TopRanking.Candidate> candidates = computation.candidates(key);
        TopRanking ranking = TopRanking.of(candidates, key.places());
        Set<Integer> placed = new HashSet<>(ranking.placed(ranking.provisional()));
        return IntStream.range(0, participants.size())
                .mapToObj(position -> new Ranked(
                        participants.get(position),
                        candidates.get(position).count(),
                        candidates.get(position).population(),
                        placed.contains(position),
                        ranking.tied().contains(position)))
                .sorted(Comparator.comparing(Ranked::perInhabitant)
                        .reversed()
                        .thenComparing(Ranked::placed, Comparator.reverseOrder())
                        .thenComparing(Ranked::region))
                .toList();
    }
}
