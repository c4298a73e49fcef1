package se.statsbidrag.rules.programme;

import se.statsbidrag.rules.value.ConditionId;

/**
 * A condition of a programme (domain: Conditions).
 *
 * @param id its name
 * @param title Swedish, as shown to people
 * @param effect what comes of it while it is not met
 * @param source where it is stated
 */
public record Condition(ConditionId id, String title, Effect effect, String source) {

    /** What comes of a condition that is not met. */
    public enum Effect {
        /** Nothing is paid. */
        BLOCKS_PAYMENT,
        /** It is examined afterwards. */
        FOLLOW_UP
    }
}
