package se.statsbidrag.allocation.domain.ledger;

import java.util.List;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.BankEntrySettled;
import se.statsbidrag.events.ClaimAnswered;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimNotified;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** All that happened to a programme's money once it was decided (domain: Decided amounts). */
public final class Ledger {
    private final Decisions decisions = new Decisions();
    private final Holds holds = new Holds();
    private final Payments payments = new Payments();
    private final Claims claims = new Claims();
    private final Appropriation appropriation = new Appropriation();

    private Ledger() {}

    /** @param entries of the programme's ledger stream, in its order */
    public static Ledger of(List<Entry> entries) {
        Ledger ledger = new Ledger();
        entries.forEach(ledger::add);
        return ledger;
    }

    public Decisions decisions() {
        return decisions;
    }

    public Holds holds() {
        return holds;
    }

    public Payments payments() {
        return payments;
    }

    public Claims claims() {
        return claims;
    }

    public Appropriation appropriation() {
        return appropriation;
    }

    /**
     * What remains to be paid to a recipient from a pot; below 0 what was paid too much: entitled − (decided payments −
     * overpayments decided to be claimed) + waived overpayments, where what is waived counts among what is claimed no more.
     *
     * @param entitled what the plan gives it from the pot
     */
    public long outstanding(RecipientCode recipient, PotId pot, long entitled) {
        return Math.addExact(
                Math.subtractExact(entitled, decisions.decided(recipient, pot)), claims.settled(recipient, pot));
    }

    private void add(Entry entry) {
        switch (entry.event()) {
            case PayoutsDecided event -> decisions.add(event, entry);
            case PaymentHeld event -> holds.add(event, entry);
            case PaymentHoldReleased event -> holds.release(event);
            case PaymentBatchPrepared event -> payments.prepared(event, entry);
            case PaymentBatchApproved event -> payments.approved(event, entry);
            case PaymentBatchReturned event -> payments.returned(event);
            case PaymentStatusReported event -> payments.reported(event, entry);
            case PaymentsBooked event -> payments.booked(event, entry);
            case BankEntrySetAside event -> payments.setAside(event, entry);
            case BankEntrySettled event -> payments.settled(event);
            case ClaimProposed event -> claims.proposed(event, entry);
            case ClaimNotified event -> claims.change(event.claim(), claim -> claim.notified(event));
            case ClaimAnswered event -> claims.change(event.claim(), claim -> claim.answered(event));
            case ClaimDecided event -> claims.change(event.claim(), claim -> claim.decided(event, entry));
            case ClaimWithdrawn event -> claims.change(event.claim(), claim -> claim.withdrawn(event));
            case ClaimInvoiced event -> claims.change(event.claim(), claim -> claim.invoiced(event));
            case ClaimRepaid event -> claims.change(event.claim(), claim -> claim.repaid(event));
            case AppropriationRequisitioned event -> appropriation.add(event);
            case AppropriationReceived event -> appropriation.add(event);
            case OwnCostBooked event -> appropriation.add(event);
            case AppropriationRepaid event -> appropriation.add(event);
        }
    }
}
