package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A held requisition is let in, its sender's mandate being in force again. In the same append follows the
 * {@link RequisitionSubmitted} or {@link RequisitionChanged} that it becomes, with the arrival time that it had.
 *
 * @param held version, within the requisition's stream, of the {@link RequisitionHeld}
 */
public record RequisitionReleased(ProgrammeId programme, RecipientCode recipient, long held, String reason)
        implements GrantEvent {}
