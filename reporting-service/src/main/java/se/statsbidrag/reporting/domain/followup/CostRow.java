package se.statsbidrag.reporting.domain.followup;

import se.statsbidrag.events.ActivityCost;

/**
 * A cost as it was sent.
 *
 * @param row in CSV the line of the file, the header being line 1; in JSON the place in the list, from 1
 */
public record CostRow(int row, ActivityCost cost) {}
