package se.statsbidrag.rules.plan;

import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** The plan as a pure function of a programme's definition and facts (architecture: truth 8). */
public final class PayoutCalculator {
    private PayoutCalculator() {}

    /** @throws PlanIdentityException when money was created or lost, which no facts should bring about */
    public static PayoutPlan compute(ProgrammeDefinition definition, Facts facts) {
        return compute(PotMembers.of(definition), facts);
    }

    /**
     * As {@link #compute(ProgrammeDefinition, Facts)}, for whoever computes many plans by one definition.
     *
     * @param members {@link PotMembers#of} the definition
     */
    public static PayoutPlan compute(PotMembers members, Facts facts) {
        return new Computation(members, facts).plan();
    }
}
