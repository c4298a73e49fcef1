package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ClaimAnswered;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimNotified;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;

/**
 * A claim for money back, as far as it has come.
 *
 * @param event as proposed
 * @param proposedBy the subject of who proposed it
 * @param notice when and by when the recipient was asked; null before
 * @param answer what the recipient wrote; null before
 * @param decision what was decided; null before
 * @param decidedAt null before
 * @param decidedBy the subject of who approved the decision; null before
 * @param withdrawal why it was taken back; null when it was not
 * @param invoice null before
 * @param repayments in the order in which they were recorded
 */
public record Claim(
        ClaimProposed event,
        Instant proposedAt,
        String proposedBy,
        @Nullable ClaimNotified notice,
        @Nullable ClaimAnswered answer,
        @Nullable ClaimDecided decision,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable ClaimWithdrawn withdrawal,
        @Nullable ClaimInvoiced invoice,
        List<ClaimRepaid> repayments) {
    public Claim {
        repayments = List.copyOf(repayments);
    }

    static Claim of(ClaimProposed event, Entry entry) {
        return new Claim(event, entry.recordedAt(), entry.actor(), null, null, null, null, null, null, null, List.of());
    }

    public boolean isDecided() {
        return decision != null;
    }

    /** Neither decided nor withdrawn. */
    public boolean isOpen() {
        return decision == null && withdrawal == null;
    }

    /** Whole kronor; 0 before it is decided. */
    public long claimed() {
        return decision == null ? 0 : decision.claimed();
    }

    /** Whole kronor; 0 before it is decided. */
    public long waived() {
        return decision == null ? 0 : decision.waived();
    }

    /** Whole kronor. */
    public long repaidAmount() {
        return repayments.stream().mapToLong(ClaimRepaid::amount).reduce(0, Math::addExact);
    }

    /** What of it has not come back, whole kronor. */
    public long left() {
        return Math.subtractExact(claimed(), repaidAmount());
    }

    /** Where it has come on a day. */
    public ClaimState state(LocalDate today) {
        if (withdrawal != null) {
            return ClaimState.WITHDRAWN;
        }
        if (decision == null) {
            return answer != null ? ClaimState.ANSWERED : notice != null ? ClaimState.NOTIFIED : ClaimState.PROPOSED;
        }
        if (decision.claimed() == 0) {
            return ClaimState.WAIVED;
        }
        if (invoice == null) {
            return ClaimState.DECIDED;
        }
        if (left() == 0) {
            return ClaimState.REPAID;
        }
        return today.isAfter(invoice.due()) ? ClaimState.OVERDUE : ClaimState.INVOICED;
    }

    Claim notified(ClaimNotified notified) {
        return new Claim(
                event,
                proposedAt,
                proposedBy,
                notified,
                answer,
                decision,
                decidedAt,
                decidedBy,
                withdrawal,
                invoice,
                repayments);
    }

    Claim answered(ClaimAnswered answered) {
        return new Claim(
                event,
                proposedAt,
                proposedBy,
                notice,
                answered,
                decision,
                decidedAt,
                decidedBy,
                withdrawal,
                invoice,
                repayments);
    }

    Claim decided(ClaimDecided decided, Entry entry) {
        return new Claim(
                event,
                proposedAt,
                proposedBy,
                notice,
                answer,
                decided,
                entry.recordedAt(),
                entry.actor(),
                withdrawal,
                invoice,
                repayments);
    }

    Claim withdrawn(ClaimWithdrawn withdrawn) {
        return new Claim(
                event,
                proposedAt,
                proposedBy,
                notice,
                answer,
                decision,
                decidedAt,
                decidedBy,
                withdrawn,
                invoice,
                repayments);
    }

    Claim invoiced(ClaimInvoiced invoiced) {
        return new Claim(
                event,
                proposedAt,
                proposedBy,
                notice,
                answer,
                decision,
                decidedAt,
                decidedBy,
                withdrawal,
                invoiced,
                repayments);
    }

    Claim repaid(ClaimRepaid repaid) {
        List<ClaimRepaid> all = new ArrayList<>(repayments);
        all.add(repaid);
        return new Claim(
                event,
                proposedAt,
                proposedBy,
                notice,
                answer,
                decision,
                decidedAt,
                decidedBy,
                withdrawal,
                invoice,
                all);
    }
}
