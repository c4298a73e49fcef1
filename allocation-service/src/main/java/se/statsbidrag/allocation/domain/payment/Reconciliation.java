package se.statsbidrag.allocation.domain.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.Payments.BatchState;
import se.statsbidrag.allocation.domain.ledger.Payments.PaymentState;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Whether decided, ordered and paid agree to the krona. Each figure is taken from its own events: decided from decisions,
 * ordered from batches, paid from the bank's statements.
 *
 * @param recipients by code
 * @param total of all recipients
 */
public record Reconciliation(List<Line> recipients, Sums total) {

    /**
     * Sums in whole kronor.
     *
     * @param decided by decisions
     * @param notOrdered decided and in no payment that stands: neither begun, or rejected and to be ordered anew
     * @param ordered in batches that were not given back, rejected payments included
     * @param prepared the part of what is ordered that waits for approval
     * @param onItsWay the part of what is ordered that the bank has neither paid nor rejected
     * @param rejected the part of what is ordered that the bank would not pay
     * @param paid what left the agency's account
     */
    public record Sums(
            long decided, long notOrdered, long ordered, long prepared, long onItsWay, long rejected, long paid) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(
                    Math.addExact(decided, other.decided),
                    Math.addExact(notOrdered, other.notOrdered),
                    Math.addExact(ordered, other.ordered),
                    Math.addExact(prepared, other.prepared),
                    Math.addExact(onItsWay, other.onItsWay),
                    Math.addExact(rejected, other.rejected),
                    Math.addExact(paid, other.paid));
        }

        /** What is decided is what is ordered and stands, and what is not ordered. */
        public boolean decidedAgrees() {
            return decided == ordered - rejected + notOrdered;
        }

        /** What is ordered is what is paid, rejected, on its way or waiting for approval. */
        public boolean orderedAgrees() {
            return ordered == paid + rejected + onItsWay + prepared;
        }
    }

    /** How one recipient's payments agree. */
    public record Line(RecipientCode recipient, Sums sums) {}

    /** Reconciles a programme's ledger. */
    public static Reconciliation of(Ledger ledger) {
        SortedSet<RecipientCode> recipients = new TreeSet<>();
        ledger.decisions()
                .all()
                .forEach(decided -> decided.event().lines().stream()
                        .map(PayoutsDecided.Line::recipient)
                        .forEach(recipients::add));
        ledger.payments()
                .batches()
                .forEach(batch -> batch.event().payments().stream()
                        .map(Payment::recipient)
                        .forEach(recipients::add));
        List<Line> lines = new ArrayList<>();
        var open = PaymentOrders.notOrdered(ledger, List.of());
        for (RecipientCode recipient : recipients) {
            Sums sums = new Sums(
                    ledger.decisions().decided(recipient),
                    PaymentOrders.amount(recipient, open.getOrDefault(recipient, List.of())),
                    0,
                    0,
                    0,
                    0,
                    ledger.payments().paid(recipient));
            for (Batch batch : ledger.payments().batches()) {
                for (Payment payment : batch.event().payments()) {
                    if (payment.recipient().equals(recipient) && batch.state() != BatchState.RETURNED) {
                        sums = sums.plus(ordered(ledger.payments().state(batch, payment), payment.amount()));
                    }
                }
            }
            lines.add(new Line(recipient, sums));
        }
        return new Reconciliation(lines, lines.stream().map(Line::sums).reduce(Sums.NONE, Sums::plus));
    }

    private static Sums ordered(PaymentState state, long amount) {
        return switch (state) {
            case PREPARED -> new Sums(0, 0, amount, amount, 0, 0, 0);
            case ORDERED -> new Sums(0, 0, amount, 0, amount, 0, 0);
            case REJECTED -> new Sums(0, 0, amount, 0, 0, amount, 0);
            case PAID -> new Sums(0, 0, amount, 0, 0, 0, 0);
            case RETURNED -> Sums.NONE;
        };
    }
}
