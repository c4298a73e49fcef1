package se.statsbidrag.secondcalculator;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A programme's plan in the second calculator's words.
 *
 * @param pots by the definition's names
 * @param recipients codes of all recipients
 * @param ties the recipients that tie for the last places of a pot, while nobody has chosen, by pot (I-K4)
 * @param complete all pots closed and no tie open: the plan is final
 */
public record SecondPlan(
        Map<String, QueueOutcome.Pot> pots,
        SortedSet<String> recipients,
        Map<String, List<String>> ties,
        boolean complete) {}
