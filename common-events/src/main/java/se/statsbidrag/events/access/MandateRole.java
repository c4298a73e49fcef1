package se.statsbidrag.events.access;

import se.statsbidrag.events.DelegateRole;

/** In which role a person acts for an organisation. */
public enum MandateRole {
    /** The one whom the agency approved (ombud). */
    REPRESENTATIVE,
    /** Invited by the representative, and may also submit (representant). */
    DEPUTY,
    /** Fills in, but never submits (uppgiftssamordnare). */
    DATA_COORDINATOR;

    /** The role in which a delegate acts. */
    public static MandateRole of(DelegateRole role) {
        return switch (role) {
            case DEPUTY -> DEPUTY;
            case DATA_COORDINATOR -> DATA_COORDINATOR;
        };
    }
}
