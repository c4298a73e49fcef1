package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Something that a recipient does with money that it got, or says about it afterwards: activities and their costs, reports,
 * answers to surveys (R-K10, R-T6, R-T9, R-G7, R-G8). None of them is a fact of the plan.
 */
public sealed interface FollowUpEvent extends GrantEvent
        permits ActivityCostsBooked,
                ActivityMoneyMoved,
                ActivityPlanSet,
                ActivityPoliciesSet,
                FollowUpAccepted,
                FollowUpDraftSaved,
                FollowUpReturned,
                FollowUpSubmitted,
                SurveyAnswered {
    ProgrammeId programme();
}
