package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A held requisition is put aside for good; it stays readable in the log.
 *
 * @param held version, within the requisition's stream, of the {@link RequisitionHeld}
 */
public record RequisitionDismissed(ProgrammeId programme, RecipientCode recipient, long held, String reason)
        implements GrantEvent {}
