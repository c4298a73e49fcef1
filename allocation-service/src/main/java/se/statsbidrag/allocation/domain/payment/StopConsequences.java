package se.statsbidrag.allocation.domain.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a stop of payments to a recipient stops, and lets go on when it is lifted. Whole kronor. What is paid already is no
 * part of it.
 *
 * @param lines by stage, then as the plan, the decisions and the batches order them
 * @param batches those that a stop keeps from being approved, with what they pay to others
 */
public record StopConsequences(RecipientCode recipient, List<Line> lines, List<WaitingBatch> batches) {

    /** How far money has come on its way. */
    public enum Stage {
        /** The plan gives it, and no decision does yet. */
        UNDECIDED,
        /** Decided, and in no batch. */
        DECIDED,
        /** In a batch that nobody has approved. */
        PREPARED,
        /** In a file that the bank has: no stop reaches it. */
        SENT
    }

    /**
     * A sum on its way.
     *
     * @param reference the decision's case number or the payment's identification; empty for what is not decided
     * @param amount below 0 for what is set off
     * @param stopped whether a stop keeps it
     */
    public record Line(Stage stage, PotId pot, String reference, long amount, boolean stopped) {}

    /**
     * A batch that is to be returned and made anew, since the stopped payment is in its file.
     *
     * @param others how many others it pays
     * @param amount what it pays to them
     */
    public record WaitingBatch(int batch, int others, long amount) {}

    /**
     * What a stop comes to.
     *
     * @param until the last day on which it holds; null for until it is lifted
     */
    public static StopConsequences of(PlannedRecipient planned, Ledger ledger, @Nullable LocalDate until) {
        RecipientCode recipient = planned.recipient();
        List<Line> lines = new ArrayList<>();
        for (PayoutsDecided.Line line : PayoutDecision.undecided(planned, ledger)) {
            lines.add(new Line(Stage.UNDECIDED, line.pot(), "", line.amount(), true));
        }
        for (Decided decided : ledger.decisions().all()) {
            if (!ledger.payments().isOrdered(recipient, decided.event().decision())) {
                decided.linesOf(recipient)
                        .forEach(line -> lines.add(new Line(
                                Stage.DECIDED, line.pot(), decided.event().caseNumber(), line.amount(), true)));
            }
        }
        List<Line> sent = new ArrayList<>();
        List<WaitingBatch> batches = new ArrayList<>();
        for (Batch batch : ledger.payments().batches()) {
            boolean reached = until == null || !batch.event().executionDate().isAfter(until);
            for (Payment payment : batch.event().payments()) {
                if (payment.recipient().equals(recipient)) {
                    switch (ledger.payments().state(batch, payment)) {
                        case PREPARED -> {
                            lines.addAll(lines(ledger, payment, Stage.PREPARED, reached));
                            if (reached) {
                                batches.add(waiting(batch, payment));
                            }
                        }
                        case ORDERED -> sent.addAll(lines(ledger, payment, Stage.SENT, false));
                        case PAID, REJECTED, RETURNED -> {
                            // Paid already, or to be ordered anew: then it is among what is decided.
                        }
                    }
                }
            }
        }
        lines.addAll(sent);
        return new StopConsequences(recipient, List.copyOf(lines), List.copyOf(batches));
    }

    /** What a stop keeps in all. */
    public long stopped() {
        return sum(true);
    }

    /** What goes on in all, since a stop does not reach it. */
    public long goesOn() {
        return sum(false);
    }

    private long sum(boolean stopped) {
        return lines.stream()
                .filter(line -> line.stopped() == stopped)
                .mapToLong(Line::amount)
                .reduce(0, Math::addExact);
    }

    private static List<Line> lines(Ledger ledger, Payment payment, Stage stage, boolean stopped) {
        return payment.decisions().stream()
                .flatMap(decision -> ledger.decisions().find(decision).stream())
                .flatMap(decided -> decided.linesOf(payment.recipient()).stream())
                .map(line -> new Line(stage, line.pot(), payment.id(), line.amount(), stopped))
                .toList();
    }

    private static WaitingBatch waiting(Batch batch, Payment stopped) {
        List<Payment> others = batch.event().payments().stream()
                .filter(payment -> !payment.equals(stopped))
                .toList();
        return new WaitingBatch(
                batch.event().batch(),
                others.size(),
                others.stream().mapToLong(Payment::amount).reduce(0, Math::addExact));
    }
}
