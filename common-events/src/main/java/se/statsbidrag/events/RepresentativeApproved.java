package se.statsbidrag.events;

import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * An officer approved an application: from now on the person is the organisation's one representative. An earlier
 * representative's mandate ends with it, and the powers of those whom that one had invited.
 *
 * @param representative opaque id of the person
 */
public record RepresentativeApproved(OrganisationNumber organisationNumber, String representative, String reason)
        implements GrantEvent {}
