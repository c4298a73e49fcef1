package se.statsbidrag.events;

/** What a person does for an organisation on its representative's mandate. */
public enum DelegateRole {
    /** A deputy (representant), who may also submit. */
    DEPUTY,
    /** A data coordinator (uppgiftssamordnare), who fills in but never submits. */
    DATA_COORDINATOR
}
