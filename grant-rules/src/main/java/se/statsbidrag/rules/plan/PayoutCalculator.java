package se.statsbidrag.rules.plan;

import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** The plan as a pure function of a programme's definition and facts (architecture: truth 8). */
public final class PayoutCalculator {
    private PayoutCalculator() {}

    /** @throws PlanIdentityException when money was created or lost, which no facts should bring about */
    public static PayoutPlan compute(ProgrammeDefinition definition, Facts facts) {
        return new Computation(definition, facts).plan();
    }
}
