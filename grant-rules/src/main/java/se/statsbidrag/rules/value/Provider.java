package se.statsbidrag.rules.value;

/** Who performed an operation: the performing region's own care, or a private provider there. */
public enum Provider {
    PUBLIC,
    PRIVATE
}
