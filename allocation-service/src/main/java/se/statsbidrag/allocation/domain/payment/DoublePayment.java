package se.statsbidrag.allocation.domain.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.Payments.PaymentState;
import se.statsbidrag.allocation.domain.ledger.Payments.SetAside;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Money that may have gone out twice, for a person to look at.
 *
 * @param kind what looks wrong
 * @param recipient whom it went to
 * @param amount that may be too much, whole kronor
 * @param payments identifications of the payments concerned
 * @param events where they are recorded
 */
public record DoublePayment(
        Kind kind, RecipientCode recipient, long amount, List<String> payments, List<EventReference> events) {

    /** What looks wrong. */
    public enum Kind {
        /** A decision is in two payments that both stand: one was rejected, ordered anew, and paid all the same. */
        DECISION_PAID_TWICE,
        /** The bank's statements show one payment more than once. */
        BOOKED_TWICE,
        /** Two recipients of the same batch get the same sum on the same account. */
        SAME_SUM_TO_SAME_ACCOUNT
    }

    /** All that is suspected in a programme's ledger. */
    public static List<DoublePayment> of(Ledger ledger) {
        List<DoublePayment> found = new ArrayList<>();
        decisionsPaidTwice(ledger.payments(), found);
        bookedTwice(ledger.payments(), found);
        sameSums(ledger.payments(), found);
        return found;
    }

    /** A payment that stands, and the batch that it is in. */
    private record Standing(Batch batch, Payment payment) {}

    private record Decision(RecipientCode recipient, int number) {}

    private record Destination(int batch, String number, long amount) {}

    private static void decisionsPaidTwice(Payments payments, List<DoublePayment> found) {
        Map<Decision, Standing> first = new HashMap<>();
        for (Standing each : standing(payments)) {
            for (int number : each.payment().decisions()) {
                Standing earlier = first.putIfAbsent(new Decision(each.payment().recipient(), number), each);
                if (earlier != null) {
                    found.add(of(Kind.DECISION_PAID_TWICE, earlier, each, payments));
                    break;
                }
            }
        }
    }

    private static void sameSums(Payments payments, List<DoublePayment> found) {
        Map<Destination, Standing> first = new HashMap<>();
        for (Standing each : standing(payments)) {
            Standing earlier = first.putIfAbsent(
                    new Destination(
                            each.batch().event().batch(),
                            each.payment().to().number(),
                            each.payment().amount()),
                    each);
            if (earlier != null) {
                found.add(of(Kind.SAME_SUM_TO_SAME_ACCOUNT, earlier, each, payments));
            }
        }
    }

    private static void bookedTwice(Payments payments, List<DoublePayment> found) {
        for (SetAside aside :
                payments.setAside().stream().filter(SetAside::waits).toList()) {
            String payment = aside.event().payment();
            payments.booked(payment)
                    .filter(booked -> aside.event().outgoing())
                    .ifPresent(booked -> standing(payments).stream()
                            .filter(each -> each.payment().id().equals(payment))
                            .findFirst()
                            .ifPresent(each -> found.add(new DoublePayment(
                                    Kind.BOOKED_TWICE,
                                    each.payment().recipient(),
                                    aside.event().amount(),
                                    List.of(payment),
                                    List.of(booked.reference(), aside.reference())))));
        }
    }

    private static List<Standing> standing(Payments payments) {
        List<Standing> standing = new ArrayList<>();
        for (Batch batch : payments.batches()) {
            for (Payment payment : batch.event().payments()) {
                PaymentState state = payments.state(batch, payment);
                if (state != PaymentState.REJECTED && state != PaymentState.RETURNED) {
                    standing.add(new Standing(batch, payment));
                }
            }
        }
        return standing;
    }

    private static DoublePayment of(Kind kind, Standing earlier, Standing later, Payments payments) {
        return new DoublePayment(
                kind,
                later.payment().recipient(),
                Math.min(earlier.payment().amount(), later.payment().amount()),
                List.of(earlier.payment().id(), later.payment().id()),
                List.of(event(earlier, payments), event(later, payments)));
    }

    private static EventReference event(Standing standing, Payments payments) {
        return payments.booked(standing.payment().id())
                .map(Payments.Booked::reference)
                .orElse(standing.batch().reference());
    }
}
