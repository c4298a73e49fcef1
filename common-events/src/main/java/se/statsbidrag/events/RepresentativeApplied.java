package se.statsbidrag.events;

import java.time.Instant;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * A person applied to be an organisation's representative, for all grants (R-K4). It gives no power until it is approved.
 *
 * @param representative opaque id of the person, who applied for himself
 * @param receivedAt when the server had the application
 */
public record RepresentativeApplied(OrganisationNumber organisationNumber, String representative, Instant receivedAt)
        implements GrantEvent {}
