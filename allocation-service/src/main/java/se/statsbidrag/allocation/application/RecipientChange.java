package se.statsbidrag.allocation.application;

import se.statsbidrag.allocation.domain.PlanDifference;

/**
 * A change, and what it was to one recipient.
 *
 * @param change of the whole plan
 * @param part the recipient's
 */
public record RecipientChange(PlanChange change, PlanDifference.Recipient part) {}
