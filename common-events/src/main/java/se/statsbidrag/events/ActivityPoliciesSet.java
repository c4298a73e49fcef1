package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient chose which rules of its own it is held to (R-T9). None is in force before.
 *
 * @param onlyTheYearsDepreciation whether an investment may charge the grant with the year's depreciation alone
 * @param newActivityNeedsBudgetAfterwards whether a new activity needs a budget for the time after the grant
 */
public record ActivityPoliciesSet(
        ProgrammeId programme,
        RecipientCode recipient,
        boolean onlyTheYearsDepreciation,
        boolean newActivityNeedsBudgetAfterwards)
        implements FollowUpEvent {}
