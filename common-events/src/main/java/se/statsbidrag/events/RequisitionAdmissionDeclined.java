package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What came after the deadline is not let in. It stays readable, and waits no longer.
 *
 * @param submission version, within the requisition's stream, of the {@link RequisitionSubmitted} or
 *     {@link RequisitionChanged} that is not let in
 */
public record RequisitionAdmissionDeclined(
        ProgrammeId programme, RecipientCode recipient, long submission, String reason) implements GrantEvent {}
