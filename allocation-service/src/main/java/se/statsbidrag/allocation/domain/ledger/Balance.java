package se.statsbidrag.allocation.domain.ledger;

import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * How a recipient stands with a programme (domain: Decided amounts). Whole kronor.
 *
 * @param entitled what the plan gives it
 * @param decided all that was decided to be paid
 * @param outstanding entitled − (decided payments − decided overpayment claims) + waived overpayment: above 0 to be paid,
 *     below 0 paid too much
 * @param paid what left the agency's account
 * @param claimed all that was decided to be claimed back, on any ground
 * @param waived all that was waived of claims
 * @param repaid what came back
 * @param outstandingByPot the parts of {@code outstanding} that are not 0
 */
public record Balance(
        RecipientCode recipient,
        long entitled,
        long decided,
        long outstanding,
        long paid,
        long claimed,
        long waived,
        long repaid,
        SortedMap<PotId, Long> outstandingByPot) {

    /** How a recipient of the plan stands. */
    public static Balance of(PlannedRecipient planned, Ledger ledger) {
        RecipientCode recipient = planned.recipient();
        SortedMap<PotId, Long> byPot = new TreeMap<>();
        for (PlannedRecipient.Line line : planned.lines()) {
            byPot.put(line.pot(), ledger.outstanding(recipient, line.pot(), line.amount()));
        }
        byPot.values().removeIf(amount -> amount == 0);
        return new Balance(
                recipient,
                planned.total(),
                ledger.decisions().decided(recipient),
                byPot.values().stream().reduce(0L, Math::addExact),
                ledger.payments().paid(recipient),
                ledger.claims().claimed(recipient),
                ledger.claims().waived(recipient),
                ledger.claims().repaid(recipient),
                byPot);
    }
}
