package se.statsbidrag.allocation.domain.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What was decided for a recipient above what the plan gives it now, and is not being claimed (domain: Decided amounts).
 * Whole kronor.
 *
 * @param amount all of it, what other pots owe the recipient set off; 0 for none
 * @param byPot what each pot gave too much, in the definition's order; above 0
 */
public record Overpayment(RecipientCode recipient, long amount, Map<PotId, Long> byPot) {

    /** A recipient's, given its part of the plan. */
    public static Overpayment of(PlannedRecipient planned, Ledger ledger) {
        RecipientCode recipient = planned.recipient();
        Map<PotId, Long> byPot = new LinkedHashMap<>();
        long sum = 0;
        for (PlannedRecipient.Line line : planned.lines()) {
            long left = Math.addExact(
                    ledger.outstanding(recipient, line.pot(), line.amount()),
                    ledger.claims().underway(recipient, line.pot()));
            sum = Math.addExact(sum, left);
            if (left < 0) {
                byPot.put(line.pot(), -left);
            }
        }
        return sum < 0 ? new Overpayment(recipient, -sum, byPot) : new Overpayment(recipient, 0, Map.of());
    }

    /** Where an amount of it is taken from: the first pots first. */
    List<ClaimProposed.Line> lines(long some) {
        List<ClaimProposed.Line> lines = new ArrayList<>();
        long left = some;
        for (Map.Entry<PotId, Long> pot : byPot.entrySet()) {
            long taken = Math.min(left, pot.getValue());
            if (taken > 0) {
                lines.add(new ClaimProposed.Line(pot.getKey(), taken));
            }
            left -= taken;
        }
        return lines;
    }
}
