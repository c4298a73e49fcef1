package se.statsbidrag.rules.value;

/** Whether the figures of a table may be taken as facts. What rests on synthetic ones says so wherever it shows. */
public enum TableStatus {
    /** Published by an authority, or recovered from what one published. */
    OFFICIAL,
    /** Made up for demonstration. */
    SYNTHETIC
}
