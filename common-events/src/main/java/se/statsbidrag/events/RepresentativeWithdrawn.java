package se.statsbidrag.events;

import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * A person's mandate or application ended, by himself or by an officer. With a mandate in force end the powers of those
 * whom its representative had invited.
 *
 * @param representative opaque id of the person
 */
public record RepresentativeWithdrawn(OrganisationNumber organisationNumber, String representative, String reason)
        implements GrantEvent {}
