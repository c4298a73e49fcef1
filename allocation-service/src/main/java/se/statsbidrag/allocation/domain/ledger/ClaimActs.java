package se.statsbidrag.allocation.domain.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ClaimAnswered;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimNotified;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What may be done with claims for money back (R-K10, R-T7, R-G7; domain: Decided amounts). Each act gives the event to be
 * recorded, or all that stands against it. Grounds and waiver are the programme's own.
 */
public final class ClaimActs {
    /** The name of the ground for what was paid wrongly or too much, in programmes that have it. */
    public static final String OVERPAYMENT = "wrong-or-too-much";

    /** The name of the ground for what was not used. */
    public static final String UNUSED = "unused";

    /** The name of the ground for what was not reported on. */
    public static final String NO_REPORT = "no-report";

    /** How long a recipient has to answer unless another day is named: an assumption, stated with each claim. */
    public static final int WEEKS_TO_ANSWER = 3;

    /** The shortest time that a recipient has to answer: an assumption, stated with each claim. */
    public static final int LEAST_BANK_DAYS_TO_ANSWER = 10;

    /** How long a recipient has to pay unless another day is named: an assumption, stated with each claim. */
    public static final int DAYS_TO_PAY = 30;

    private final ProgrammeDefinition definition;
    private final Ledger ledger;

    public ClaimActs(ProgrammeDefinition definition, Ledger ledger) {
        this.definition = definition;
        this.ledger = ledger;
    }

    /** What an act comes to. */
    public sealed interface Outcome {
        record Accepted(LedgerEvent event) implements Outcome {}

        /** It was recorded before, just so. */
        record Unchanged() implements Outcome {}

        record Refused(List<ClaimRefusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /** The ground on which what was paid too much can be claimed; empty where the programme has none. */
    public static Optional<Repayment.Ground> overpaymentGround(ProgrammeDefinition definition) {
        return ground(definition, OVERPAYMENT);
    }

    public static Optional<Repayment.Ground> ground(ProgrammeDefinition definition, String id) {
        return definition.repayment().grounds().stream()
                .filter(ground -> ground.id().equals(id))
                .findFirst();
    }

    /**
     * Proposes a claim. On the ground of overpayment it is of what the plan no longer gives, as long as there is such;
     * never more than was paid and is not claimed already.
     *
     * @param overpaid the recipient's; null when the plan does not know it
     * @param events what it rests on
     */
    public Outcome propose(
            String recipient,
            String ground,
            long amount,
            String reason,
            @Nullable Overpayment overpaid,
            List<EventReference> events) {
        List<ClaimRefusal> refusals = new ArrayList<>();
        if (ground(definition, ground).isEmpty()) {
            refusals.add(new ClaimRefusal.NoSuchGround(
                    ground,
                    definition.repayment().grounds().stream()
                            .map(Repayment.Ground::id)
                            .toList()));
        }
        if (amount <= 0) {
            refusals.add(new ClaimRefusal.NoAmount("amount", amount));
        }
        if (overpaid == null) {
            refusals.add(new ClaimRefusal.NoSuchRecipient(recipient));
            return new Outcome.Refused(refusals);
        }
        boolean overpayment = ground.equals(OVERPAYMENT) && overpaid.amount() > 0;
        if (overpayment && amount > overpaid.amount()) {
            refusals.add(new ClaimRefusal.AboveOverpaid(amount, overpaid.amount()));
        }
        long left = paidAndNotClaimed(overpaid.recipient());
        if (amount > left) {
            refusals.add(new ClaimRefusal.AbovePaid(amount, left));
        }
        return refusals.isEmpty()
                ? new Outcome.Accepted(new ClaimProposed(
                        definition.id(),
                        ledger.claims().next(),
                        overpaid.recipient(),
                        ground,
                        overpayment,
                        amount,
                        overpayment ? overpaid.lines(amount) : List.of(),
                        reason,
                        events))
                : new Outcome.Refused(refusals);
    }

    /** What was paid to a recipient and no claim is about, whole kronor. */
    public long paidAndNotClaimed(RecipientCode recipient) {
        return Math.subtractExact(
                ledger.payments().paid(recipient), ledger.claims().claimedOrUnderway(recipient));
    }

    /**
     * Tells the recipient, or gives it more time.
     *
     * @param earliest the first day that gives it time enough
     */
    public Outcome notify(Claim claim, LocalDate answerBy, String reason, LocalDate earliest, LocalDate today) {
        if (!claim.isOpen()) {
            return notNow(claim, today);
        }
        if (answerBy.isBefore(earliest)) {
            return refused(new ClaimRefusal.TooSoon(answerBy, earliest));
        }
        return new Outcome.Accepted(
                new ClaimNotified(definition.id(), claim.event().claim(), answerBy, reason));
    }

    /** Takes down what the recipient says: also after the day, as long as nothing is decided. */
    public Outcome answer(Claim claim, String answer, LocalDate today) {
        if (!claim.isOpen() || claim.notice() == null) {
            return notNow(claim, today);
        }
        return new Outcome.Accepted(
                new ClaimAnswered(definition.id(), claim.event().claim(), answer));
    }

    /**
     * Decides what is claimed and what is waived. Not before the recipient has answered or its time is over.
     *
     * @param outstanding the recipient's in all pots together, whole kronor; a claim of overpayment needs it below 0
     */
    public Outcome decide(
            Claim claim,
            long claimed,
            long waived,
            String caseNumber,
            String preparedBy,
            String reason,
            long outstanding,
            LocalDate today) {
        ClaimNotified notice = claim.notice();
        if (!claim.isOpen() || notice == null) {
            return notNow(claim, today);
        }
        List<ClaimRefusal> refusals = new ArrayList<>();
        if (claim.answer() == null && !today.isAfter(notice.answerBy())) {
            refusals.add(new ClaimRefusal.AnswerAwaited(notice.answerBy()));
        }
        if (claimed < 0) {
            refusals.add(new ClaimRefusal.NoAmount("claimed", claimed));
        }
        if (waived < 0) {
            refusals.add(new ClaimRefusal.NoAmount("waived", waived));
        }
        if (refusals.isEmpty() && claimed != claim.event().amount() - waived) {
            refusals.add(
                    new ClaimRefusal.SumDiffers(claimed + waived, claim.event().amount()));
        }
        if (waived > 0 && definition.repayment().waiver() == null) {
            refusals.add(new ClaimRefusal.NoWaiver(waived));
        }
        if (claim.event().overpayment() && -outstanding < claim.event().amount()) {
            refusals.add(new ClaimRefusal.AboveOverpaid(claim.event().amount(), Math.max(0, -outstanding)));
        }
        return refusals.isEmpty()
                ? new Outcome.Accepted(new ClaimDecided(
                        definition.id(), claim.event().claim(), caseNumber, claimed, waived, preparedBy, reason))
                : new Outcome.Refused(refusals);
    }

    public Outcome withdraw(Claim claim, String reason, LocalDate today) {
        return claim.isOpen()
                ? new Outcome.Accepted(
                        new ClaimWithdrawn(definition.id(), claim.event().claim(), reason))
                : notNow(claim, today);
    }

    /** @param due the last day to pay; null for {@value #DAYS_TO_PAY} days */
    public Outcome invoice(Claim claim, @Nullable LocalDate due, String invoice, String reason, LocalDate today) {
        if (claim.state(today) != ClaimState.DECIDED) {
            return notNow(claim, today);
        }
        LocalDate lastDay = due == null ? today.plusDays(DAYS_TO_PAY) : due;
        if (!lastDay.isAfter(today)) {
            return refused(new ClaimRefusal.DueTooSoon(lastDay, today.plusDays(1)));
        }
        return new Outcome.Accepted(
                new ClaimInvoiced(definition.id(), claim.event().claim(), invoice, today, lastDay, reason));
    }

    /** Books what came back; the same reference counts once. */
    public Outcome repay(Claim claim, long amount, LocalDate day, String reference, String reason, LocalDate today) {
        ClaimRepaid event = new ClaimRepaid(definition.id(), claim.event().claim(), amount, day, reference, reason);
        List<ClaimRepaid> earlier = ledger.claims().repaidWith(reference);
        if (!earlier.isEmpty()) {
            return earlier.stream().anyMatch(each -> each.isSameBooking(event))
                    ? new Outcome.Unchanged()
                    : refused(new ClaimRefusal.ReferenceUsed(reference));
        }
        if (claim.invoice() == null) {
            return notNow(claim, today);
        }
        List<ClaimRefusal> refusals = new ArrayList<>();
        if (amount <= 0) {
            refusals.add(new ClaimRefusal.NoAmount("amount", amount));
        }
        if (amount > claim.left()) {
            refusals.add(new ClaimRefusal.AboveLeft(amount, claim.left()));
        }
        if (day.isAfter(today)) {
            refusals.add(new ClaimRefusal.DayAhead(day));
        }
        return refusals.isEmpty() ? new Outcome.Accepted(event) : new Outcome.Refused(refusals);
    }

    private static Outcome notNow(Claim claim, LocalDate today) {
        return refused(new ClaimRefusal.NotNow(claim.state(today)));
    }

    private static Outcome refused(ClaimRefusal refusal) {
        return new Outcome.Refused(List.of(refusal));
    }
}
