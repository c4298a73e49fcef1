package se.statsbidrag.requisition.domain;

import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.rules.value.OrganisationNumber;

/**
 * The mandate that acts for a recipient rest on.
 *
 * @param organisation the legal person behind the recipient
 * @param mandate as it stands
 * @param permissions which role may do what
 */
public record OrganisationMandate(OrganisationNumber organisation, Mandate mandate, Permissions permissions) {

    /** Whether the person has a power in force that allows it. */
    boolean allows(String person, Permission permission) {
        return permissions.allows(mandate.power(person), permission);
    }

    /** Whether the person is the present representative. */
    boolean isRepresentative(String person) {
        return mandate.power(person) instanceof Power.Held held && held.role() == MandateRole.REPRESENTATIVE;
    }

    /** The mandate in force. */
    MandateReference reference() {
        return mandate.inForce()
                .map(holding -> new MandateReference(organisation, holding.representative()))
                .orElseThrow(() -> new IllegalStateException("no mandate is in force for " + organisation));
    }
}
