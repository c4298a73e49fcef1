package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Two persons let in what came after the deadline: it counts as if it had arrived in time (domain: Late arrivals). What they
 * proposed and approved stands in the same append.
 *
 * @param submission version, within the requisition's stream, of the {@link RequisitionSubmitted} or
 *     {@link RequisitionChanged} that is let in
 */
public record RequisitionAdmitted(ProgrammeId programme, RecipientCode recipient, long submission, String reason)
        implements GrantEvent {}
