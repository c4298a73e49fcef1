package se.statsbidrag.events;

/** Why a person who asked for a mandate, or had a power, has none in force. */
public enum Lapse {
    /** He has applied, and nobody has approved it yet. */
    NOT_APPROVED,
    /** Another representative was approved in his place, or in the place of the one who had invited him. */
    REPLACED,
    /** His mandate or application was withdrawn, or that of the one who had invited him. */
    WITHDRAWN,
    /** He was a deputy or data coordinator and was removed. */
    REMOVED
}
