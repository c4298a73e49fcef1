package se.statsbidrag.requisition.domain;

import java.time.Instant;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.RequisitionContent;

/**
 * What came from one whose mandate had lapsed. It counts for nothing until it is released.
 *
 * @param version of its event within the requisition's stream
 * @param sender opaque id of who sent it
 * @param lapse why no mandate of the sender was in force
 * @param receivedAt when the server had its last byte
 */
public record HeldRequisition(
        long version, String sender, Lapse lapse, Instant receivedAt, RequisitionContent content) {}
