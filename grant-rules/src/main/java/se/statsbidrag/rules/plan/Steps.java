package se.statsbidrag.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.PotDefinition;

/** Makes steps that rest on a pot's source. */
final class Steps {
    private Steps() {}

    static Input derived(String name, Step step) {
        return new Input.Derived(name, step);
    }

    /** A step whose result the plan holds already. */
    static Step step(
            String id,
            String rule,
            PotDefinition pot,
            String title,
            Formula formula,
            List<Input> inputs,
            @Nullable String rounding,
            long result) {
        return new Step(id, rule, pot.source(), title, formula, inputs, rounding, result);
    }

    /** A step between those that the plan holds. */
    static Step evaluated(
            String id,
            String rule,
            PotDefinition pot,
            String title,
            Formula formula,
            List<Input> inputs,
            @Nullable String rounding) {
        long result =
                StepEvaluator.apply(formula, inputs.stream().map(Input::value).toList());
        return step(id, rule, pot, title, formula, inputs, rounding, result);
    }
}
