package se.statsbidrag.rules.plan;

import se.statsbidrag.rules.value.EventReference;

/** One whole number that a step computes from. The leaves of a tree of steps are events and programme parameters. */
public sealed interface Input {

    /** Swedish, what the number is. */
    String name();

    long value();

    /**
     * The result of another step.
     *
     * @param name what the number is
     * @param step the step that gives it
     */
    record Derived(String name, Step step) implements Input {
        @Override
        public long value() {
            return step.result();
        }
    }

    /**
     * Something that happened.
     *
     * @param name what the number is
     * @param value a count, or 1 for what holds and 0 for what does not
     * @param event where it is recorded
     */
    record FromEvent(String name, long value, EventReference event) implements Input {}

    /**
     * Something that the programme's definition says.
     *
     * @param name what the number is
     * @param value the number
     * @param path where in the definition, by ids
     * @param source where the definition has it from
     */
    record Parameter(String name, long value, String path, String source) implements Input {}
}
