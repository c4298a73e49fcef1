package se.statsbidrag.events;

import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * Two persons set where an organisation is paid, or where the agency pays from. It replaces what was set before.
 *
 * @param organisation whose details they are; the agency's own number for the agency's
 * @param name as the bank knows it
 */
public record PaymentDetailsSet(OrganisationNumber organisation, String name, PaymentDetails details, String reason)
        implements GrantEvent {}
