package se.statsbidrag.rules.plan;

/** How a step gets from its inputs to its result. A closed set: {@link StepEvaluator} can evaluate each again. */
public sealed interface Formula {

    /** All inputs together; 0 without inputs. */
    record Sum() implements Formula {}

    /** The first input minus all the others. */
    record Difference() implements Formula {}

    /** All inputs multiplied; with an input that is 1 for what holds and 0 for what does not: the amount on that condition. */
    record Product() implements Formula {}

    /** The least of the inputs. */
    record Least() implements Formula {}

    /**
     * One share of an amount by largest remainder. The first input is the amount, the others are the weights in order.
     *
     * @param position which of the weights' shares is the result, from 0
     */
    record Share(int position) implements Formula {}

    /**
     * One share of an amount that only those with the greatest ratios share, by weight and largest remainder. The first
     * input is the amount; then follow, for each candidate in order, its count, its population, its weight and, where an
     * officer resolved a tie, 1 if the officer chose it, else 0. A candidate with the count 0 never gets a place; between
     * equals for the last places the greater weight, then the earlier candidate, unless an officer chose.
     *
     * @param places how many share
     * @param position which candidate's share is the result, from 0
     * @param tieResolved whether the officer's choice is among the inputs
     */
    record TopRankedShare(int places, int position, boolean tieResolved) implements Formula {}
}
