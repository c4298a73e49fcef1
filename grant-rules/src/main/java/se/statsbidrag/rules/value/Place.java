package se.statsbidrag.rules.value;

/** Where an operation was performed, as the follow-up asks (R-K9). Derived, never reported. */
public enum Place {
    HOME_REGION,
    OTHER_REGION,
    PRIVATE_PROVIDER
}
