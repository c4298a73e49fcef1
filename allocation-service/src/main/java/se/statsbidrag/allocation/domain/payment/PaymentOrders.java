package se.statsbidrag.allocation.domain.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a batch pays: to each recipient one payment of all that is decided and not yet ordered. What the bank rejected, or a
 * person gave back, is ordered anew.
 */
public final class PaymentOrders {
    private PaymentOrders() {}

    /**
     * What a batch comes to.
     *
     * @param payments by recipient
     * @param leftOut by recipient
     */
    public record Selection(List<Payment> payments, List<LeftOut> leftOut) {}

    /**
     * Somebody with a decision that the batch does not pay.
     *
     * @param amount what is decided and not ordered
     */
    public record LeftOut(RecipientCode recipient, long amount, List<Reason> reasons) {}

    /** Why the batch does not pay. */
    public sealed interface Reason {
        /** A condition that is not met, or a hold on the day of payment. */
        record Barred(Block block) implements Reason {}

        /** Nobody has said where the recipient's organisation is paid. */
        record NoDetails() implements Reason {}

        /** The programme's money went back to the state. */
        record NoCover() implements Reason {}

        /** What is set off is as much as what is to be paid. */
        record NothingLeft() implements Reason {}
    }

    /**
     * Chooses what to pay.
     *
     * @param only numbers of the decisions to be paid; empty for all
     * @param blocks what bars payment on the day, by recipient
     * @param details where each recipient's organisation is paid
     * @param message the identification of the batch's file, which begins each payment's
     */
    public static Selection select(
            Ledger ledger,
            Collection<Integer> only,
            Map<RecipientCode, List<Block>> blocks,
            Map<RecipientCode, PaymentDetailsSet> details,
            String message) {
        List<Payment> payments = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        notOrdered(ledger, only).forEach((recipient, decisions) -> {
            long amount = amount(recipient, decisions);
            List<Reason> reasons = new ArrayList<>();
            blocks.getOrDefault(recipient, List.of()).forEach(block -> reasons.add(new Reason.Barred(block)));
            PaymentDetailsSet to = details.get(recipient);
            if (to == null) {
                reasons.add(new Reason.NoDetails());
            }
            if (!ledger.appropriation().hasCover()) {
                reasons.add(new Reason.NoCover());
            }
            if (amount <= 0) {
                reasons.add(new Reason.NothingLeft());
            }
            if (to != null && reasons.isEmpty()) {
                payments.add(new Payment(
                        message + "-" + recipient,
                        recipient,
                        decisions.stream().map(each -> each.event().decision()).toList(),
                        amount,
                        to.name(),
                        to.details(),
                        text(decisions)));
            } else {
                leftOut.add(new LeftOut(recipient, amount, List.copyOf(reasons)));
            }
        });
        return new Selection(payments, leftOut);
    }

    /** What is decided for a recipient and not ordered. */
    public static long notOrdered(Ledger ledger, RecipientCode recipient) {
        return amount(recipient, notOrdered(ledger, Set.of()).getOrDefault(recipient, List.of()));
    }

    /** Decisions that nobody ordered to be paid yet, by recipient, each by number. */
    static SortedMap<RecipientCode, List<Decided>> notOrdered(Ledger ledger, Collection<Integer> only) {
        SortedMap<RecipientCode, List<Decided>> open = new TreeMap<>();
        for (Decided decided : ledger.decisions().all()) {
            int number = decided.event().decision();
            if (only.isEmpty() || only.contains(number)) {
                decided.event().lines().stream()
                        .map(PayoutsDecided.Line::recipient)
                        .distinct()
                        .filter(recipient -> !ledger.payments().isOrdered(recipient, number))
                        .forEach(recipient -> open.computeIfAbsent(recipient, none -> new ArrayList<>())
                                .add(decided));
            }
        }
        return open;
    }

    static long amount(RecipientCode recipient, List<Decided> decisions) {
        return decisions.stream()
                .mapToLong(decided -> decided.amountTo(recipient))
                .reduce(0, Math::addExact);
    }

    private static String text(List<Decided> decisions) {
        String numbers = String.join(
                ", ", decisions.stream().map(each -> each.event().caseNumber()).toList());
        String text = "Statsbidrag, beslut " + numbers;
        return text.length() > 140 ? text.substring(0, 139) + "…" : text;
    }
}
