package se.statsbidrag.allocation.application;

import java.util.List;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/**
 * A plan with what it was computed from.
 *
 * @param definition the definition in force
 * @param facts what had happened
 * @param plan what follows
 * @param conditions what was noted last of each recipient's conditions; they bar no share, but may bar payment
 */
public record Calculation(
        ProgrammeDefinition definition, Facts facts, PayoutPlan plan, List<ConditionRecorded> conditions) {
    public Calculation {
        conditions = List.copyOf(conditions);
    }
}
