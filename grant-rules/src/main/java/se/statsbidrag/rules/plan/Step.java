package se.statsbidrag.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a calculation, with what it rests on (architecture: truth 9).
 *
 * @param id unique within a plan; the same step has the same id in every tree that holds it
 * @param rule the rules and interpretations that it follows, such as "R-K7" or "R-K8, I-K2"
 * @param source the document and place of the rule
 * @param title Swedish, what is computed
 * @param formula how the result follows from the inputs
 * @param inputs in the formula's order
 * @param rounding Swedish, how the result was rounded; null where nothing is
 * @param result whole kronor, a count, or 1 for what holds and 0 for what does not
 */
public record Step(
        String id,
        String rule,
        String source,
        String title,
        Formula formula,
        List<Input> inputs,
        @Nullable String rounding,
        long result) {
    public Step {
        inputs = List.copyOf(inputs);
    }
}
