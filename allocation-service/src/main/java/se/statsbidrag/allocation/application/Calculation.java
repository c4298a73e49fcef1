package se.statsbidrag.allocation.application;

import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/**
 * A plan with what it was computed from.
 *
 * @param definition the definition in force
 * @param facts what had happened
 * @param plan what follows
 */
public record Calculation(ProgrammeDefinition definition, Facts facts, PayoutPlan plan) {}
