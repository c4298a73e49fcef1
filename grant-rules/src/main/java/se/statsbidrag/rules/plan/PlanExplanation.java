package se.statsbidrag.rules.plan;

import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * The plan with the steps that lead to it, made when asked for, a tree at a time (architecture: truth 9). The same
 * definition and facts give the same steps. Safe to share between threads.
 */
public final class PlanExplanation {
    private final Computation computation;
    private final PayoutPlan plan;

    private PlanExplanation(Computation computation) {
        this.computation = computation;
        this.plan = computation.plan();
    }

    /** @throws PlanIdentityException when money was created or lost, which no facts should bring about */
    public static PlanExplanation of(ProgrammeDefinition definition, Facts facts) {
        return new PlanExplanation(new Computation(PotMembers.of(definition), facts));
    }

    /** The plan that the steps explain: what {@link PayoutCalculator} gives for the same definition and facts. */
    public PayoutPlan plan() {
        return plan;
    }

    public ProgrammeDefinition definition() {
        return computation.definition;
    }

    /**
     * The tree under a recipient's total; its inputs are the lines in the definition's order.
     *
     * @throws IllegalArgumentException when the programme has no such recipient
     */
    public Step recipient(RecipientCode recipient) {
        require(recipient);
        return new PotSteps(computation, recipient).total(recipient);
    }

    /**
     * The trees under a pot's sums.
     *
     * @throws IllegalArgumentException when the programme has no such pot
     */
    public PotExplanation pot(PotId pot) {
        PotDefinition definition = computation
                .definition
                .pot(pot)
                .orElseThrow(() -> new IllegalArgumentException("the programme has no pot " + pot));
        PotSteps steps = new PotSteps(computation, null);
        boolean transfers = !computation.definition.derivedFrom(pot).isEmpty();
        Step handedOn = steps.handedOn(definition);
        return new PotExplanation(
                pot,
                steps.amount(definition),
                steps.distributed(definition),
                steps.remaining(definition),
                transfers ? handedOn : null,
                transfers ? null : handedOn);
    }

    /**
     * The recipient's tree as Swedish text for a letter.
     *
     * @throws IllegalArgumentException when the programme has no such recipient
     */
    public String text(RecipientCode recipient) {
        require(recipient);
        return new SwedishExplanation(computation, plan, recipient).text();
    }

    private void require(RecipientCode recipient) {
        if (computation.definition.recipient(recipient).isEmpty()) {
            throw new IllegalArgumentException("the programme has no recipient " + recipient);
        }
    }
}
