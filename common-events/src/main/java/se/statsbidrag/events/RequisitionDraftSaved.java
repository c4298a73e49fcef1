package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient saved what its requisition is going to say. It may be unfinished, counts for nothing, and takes the place of
 * an earlier draft; a submission ends it.
 *
 * @param mandate on whose mandate
 */
public record RequisitionDraftSaved(
        ProgrammeId programme, RecipientCode recipient, RequisitionContent content, MandateReference mandate)
        implements GrantEvent {}
