package se.statsbidrag.events;

import java.time.Instant;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A requisition came from one whose mandate has lapsed. It is kept and counts for nothing until it is released; the same
 * person's newer one takes the place of an earlier one that is still held.
 *
 * @param organisationNumber whose mandate the sender lacks
 * @param sender opaque id of who sent it
 * @param lapse why no mandate of the sender is in force
 * @param receivedAt when the server had its last byte (2017:900, 22 §); a release keeps it
 */
public record RequisitionHeld(
        ProgrammeId programme,
        RecipientCode recipient,
        OrganisationNumber organisationNumber,
        String sender,
        Lapse lapse,
        Instant receivedAt,
        RequisitionContent content)
        implements GrantEvent {}
