package se.statsbidrag.allocation.application;

import java.util.SortedSet;
import java.util.TreeSet;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.rule.DeadlinesInForce;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.value.RecipientCode;

/** Whose operation counts, of those that move money, are not the same in two calculations. */
public final class CountedFigures {
    private CountedFigures() {}

    static SortedSet<RecipientCode> changed(Calculation before, Calculation after) {
        OperationCounts earlier = counts(before);
        OperationCounts later = counts(after);
        SortedSet<RecipientCode> changed = new TreeSet<>();
        after.definition().recipients().stream()
                .map(Recipient::code)
                .filter(code -> after.definition().procedures().stream()
                        .anyMatch(procedure ->
                                earlier.count(code, procedure.code()) != later.count(code, procedure.code())))
                .forEach(changed::add);
        return changed;
    }

    /** The operations that a calculation counts. */
    public static OperationCounts counts(Calculation calculation) {
        DeadlinesInForce deadlines = new DeadlinesInForce(
                calculation.definition(), calculation.facts().deadlines());
        return calculation
                .definition()
                .onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF)
                .map(cutOff -> OperationCounts.of(
                        calculation.facts(),
                        calculation.definition().period(),
                        DeadlineDay.endOf(deadlines.byId(cutOff.id()).dueDate())))
                .orElseGet(OperationCounts::none);
    }
}
