package se.statsbidrag.events;

import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * The mandate that an act for a recipient rested on when it was recorded.
 *
 * @param organisationNumber the legal person behind the recipient
 * @param representative opaque id of the representative whose mandate was in force
 */
public record MandateReference(OrganisationNumber organisationNumber, String representative) {}
