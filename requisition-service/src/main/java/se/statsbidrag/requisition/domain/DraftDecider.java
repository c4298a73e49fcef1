package se.statsbidrag.requisition.domain;

import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Decides on saving a draft: by whoever may fill in, once somebody who may begin a case has begun it. It may be unfinished,
 * before the opening day and after the deadline too, and counts for nothing.
 */
final class DraftDecider {
    private final ProgrammeId programme;
    private final RecipientCode recipient;
    private final OrganisationMandate mandate;

    DraftDecider(ProgrammeId programme, RecipientCode recipient, OrganisationMandate mandate) {
        this.programme = programme;
        this.recipient = recipient;
        this.mandate = mandate;
    }

    Decision decide(RequisitionCase file, RequisitionCommand.SaveDraft command) {
        boolean begun = file.draft() != null || !file.submissions().isEmpty();
        Permission needed = begun ? Permission.FILL_IN : Permission.BEGIN_CASE;
        return switch (mandate.mandate().power(command.by())) {
            case Power.Held _
            when !mandate.allows(command.by(), needed) -> Decision.refused(new Refusal.NotPermitted(needed.action()));
            case Power.Held _ ->
                command.content().equals(file.draft())
                        ? Decision.accepted()
                        : Decision.accepted(new RequisitionDraftSaved(
                                programme, recipient, command.content(), mandate.reference()));
            case Power.Never _ -> Decision.refused(new Refusal.NoMandate(null));
            case Power.Lapsed(Lapse lapse) -> Decision.refused(new Refusal.NoMandate(lapse));
        };
    }
}
