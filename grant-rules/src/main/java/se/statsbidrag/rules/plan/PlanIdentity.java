package se.statsbidrag.rules.plan;

import java.util.List;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;

/**
 * Nothing is created or lost (architecture: truth 10; domain: Pots): in each pot, from a source pot to those derived from
 * it, and over the programme. Checked after every computation, also in production.
 */
final class PlanIdentity {
    private PlanIdentity() {}

    /** @throws PlanIdentityException naming the pot or sum that does not hold */
    static void check(ProgrammeDefinition definition, PayoutPlan plan) {
        for (int index = 0; index < plan.pots().size(); index++) {
            checkPot(plan.pots().get(index), plan.recipients(), index);
        }
        for (PlannedPot source : plan.pots()) {
            long derived = definition.derivedFrom(source.pot()).stream()
                    .mapToLong(pot -> planned(plan, pot.id()).amount())
                    .reduce(0, Math::addExact);
            require(
                    derived == source.transferred(),
                    source.pot() + ": transferred is not what derived pots hold",
                    source);
        }
        long appropriated = definition.pots().stream()
                .mapToLong(pot -> pot.funding() instanceof PotDefinition.Appropriated source ? source.amount() : 0)
                .reduce(0, Math::addExact);
        long accounted = plan.pots().stream()
                .mapToLong(pot -> pot.distributed() + pot.remaining() + pot.returned())
                .reduce(0, Math::addExact);
        require(appropriated == accounted, "the source pots are not what is accounted for: " + accounted, plan.pots());
        plan.recipients()
                .forEach(recipient -> require(
                        recipient.total() == sum(recipient.lines()), "a total is not the sum of its lines", recipient));
    }

    private static void checkPot(PlannedPot pot, List<PlannedRecipient> recipients, int index) {
        long lines = recipients.stream()
                .map(recipient -> recipient.lines().get(index))
                .mapToLong(PlannedRecipient.Line::amount)
                .reduce(0, Math::addExact);
        require(lines == pot.distributed(), "distributed is not the sum of the lines: " + lines, pot);
        require(
                pot.distributed() >= 0 && pot.remaining() >= 0 && pot.transferred() >= 0 && pot.returned() >= 0,
                "a sum is negative",
                pot);
        long parts = Math.addExact(
                Math.addExact(pot.distributed(), pot.remaining()), Math.addExact(pot.transferred(), pot.returned()));
        require(parts == pot.amount(), "amount is not distributed + remaining + transferred + returned", pot);
    }

    private static long sum(List<PlannedRecipient.Line> lines) {
        return lines.stream().mapToLong(PlannedRecipient.Line::amount).reduce(0, Math::addExact);
    }

    private static PlannedPot planned(PayoutPlan plan, PotId pot) {
        return plan.pot(pot).orElseThrow(() -> new PlanIdentityException("the plan lacks the pot " + pot));
    }

    private static void require(boolean holds, String what, Object where) {
        if (!holds) {
            throw new PlanIdentityException(what + ": " + where);
        }
    }
}
