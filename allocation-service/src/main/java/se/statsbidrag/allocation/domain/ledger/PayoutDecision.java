package se.statsbidrag.allocation.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a decision over some pots of a plan gives whom: the plan's amounts less all decided before (domain: Decided amounts,
 * Conditions).
 */
public final class PayoutDecision {
    private PayoutDecision() {}

    /** What a proposal comes to. */
    public sealed interface Outcome {
        /**
         * It can be decided.
         *
         * @param lines by recipient, then in the definition's order of pots
         * @param leftOut those who are due money that something bars
         */
        record Lines(List<PayoutsDecided.Line> lines, List<LeftOut> leftOut) implements Outcome {}

        /** It cannot, for all these reasons. */
        record Refused(List<Refusal> refusals) implements Outcome {}
    }

    /** Somebody who is due money that something bars. */
    public record LeftOut(RecipientCode recipient, long amount, List<Block> blocks) {}

    /** Why a decision is refused. */
    public sealed interface Refusal {
        /** A pot whose amounts are earned, or handed out of what others leave, is decided over when it is closed. */
        record PotOpen(PotId pot) implements Refusal {}

        /** Who shares the pot waits for an officer's choice (I-K4). */
        record TieOpen(PotId pot) implements Refusal {}

        /** Something bars payment to a recipient that was asked for by name. */
        record Barred(RecipientCode recipient, List<Block> blocks) implements Refusal {}

        /** Money went back to the state: more has no cover, which a person must see to. */
        record NoCover() implements Refusal {}

        /** Nobody is due more from these pots than was decided. */
        record NothingDue() implements Refusal {}
    }

    /**
     * Decides over pots of a plan.
     *
     * @param pots those to be decided over
     * @param only those to be decided for; empty for all
     * @param blocks what bars payment, by recipient
     */
    public static Outcome decide(
            ProgrammeDefinition definition,
            PayoutPlan plan,
            Ledger ledger,
            Set<PotId> pots,
            Set<RecipientCode> only,
            Map<RecipientCode, List<Block>> blocks) {
        List<Refusal> refusals = new ArrayList<>();
        definition.pots().stream().filter(pot -> pots.contains(pot.id())).forEach(pot -> {
            if (isDecidedWhenClosed(pot)
                    && plan.pot(pot.id()).map(PlannedPot::status).orElseThrow() != PotStatus.CLOSED) {
                refusals.add(new Refusal.PotOpen(pot.id()));
            }
            if (plan.ties().stream().anyMatch(tie -> tie.pot().equals(pot.id()) && tie.open())) {
                refusals.add(new Refusal.TieOpen(pot.id()));
            }
        });
        if (!ledger.appropriation().hasCover()) {
            refusals.add(new Refusal.NoCover());
        }
        List<PayoutsDecided.Line> lines = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (PlannedRecipient recipient : plan.recipients()) {
            if (only.isEmpty() || only.contains(recipient.recipient())) {
                List<PayoutsDecided.Line> own = lines(recipient, ledger, pots);
                List<Block> barred = blocks.getOrDefault(recipient.recipient(), List.of());
                if (barred.isEmpty()) {
                    lines.addAll(own);
                } else if (!own.isEmpty()) {
                    leftOut.add(new LeftOut(recipient.recipient(), sum(own), barred));
                }
            }
        }
        if (!only.isEmpty()) {
            leftOut.forEach(each -> refusals.add(new Refusal.Barred(each.recipient(), each.blocks())));
        }
        if (refusals.isEmpty() && lines.isEmpty()) {
            refusals.add(new Refusal.NothingDue());
        }
        return refusals.isEmpty() ? new Outcome.Lines(lines, leftOut) : new Outcome.Refused(refusals);
    }

    /** Shares and requisitioned amounts may be decided when the requisition is approved, all else when the pot is closed. */
    public static boolean isDecidedWhenClosed(PotDefinition pot) {
        return switch (pot.key()) {
            case AllocationKey.ShareKey _ -> false;
            case AllocationKey.UnitPriceWithCap _, AllocationKey.TopRanked _, AllocationKey.WantingMore _ -> true;
        };
    }

    /** What a decision over every pot would give a recipient as the plan stands; none unless more than 0 is left. */
    public static List<PayoutsDecided.Line> undecided(PlannedRecipient recipient, Ledger ledger) {
        return lines(
                recipient,
                ledger,
                recipient.lines().stream().map(PlannedRecipient.Line::pot).collect(Collectors.toSet()));
    }

    /** What the plan took from another pot is set off, so that no krona is paid twice; none unless more than 0 is left. */
    private static List<PayoutsDecided.Line> lines(PlannedRecipient recipient, Ledger ledger, Set<PotId> pots) {
        List<PayoutsDecided.Line> lines = new ArrayList<>();
        for (PlannedRecipient.Line line : recipient.lines()) {
            long outstanding = ledger.outstanding(recipient.recipient(), line.pot(), line.amount());
            long free = outstanding < 0
                    ? Math.min(0, outstanding + ledger.claims().underway(recipient.recipient(), line.pot()))
                    : pots.contains(line.pot()) ? outstanding : 0;
            if (free != 0) {
                lines.add(new PayoutsDecided.Line(recipient.recipient(), line.pot(), line.amount(), free));
            }
        }
        return sum(lines) > 0 ? lines : List.of();
    }

    private static long sum(List<PayoutsDecided.Line> lines) {
        return lines.stream().mapToLong(PayoutsDecided.Line::amount).reduce(0, Math::addExact);
    }
}
