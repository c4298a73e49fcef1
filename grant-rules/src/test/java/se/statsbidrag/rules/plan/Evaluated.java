package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/**
 * Proves every amount of a plan by its steps: each step's result follows from its inputs' results, down to the leaves.
 */
final class Evaluated {
    private Evaluated() {}

    static void check(ProgrammeDefinition definition, Facts facts) {
        PlanExplanation explanation = PlanExplanation.of(definition, facts);
        PayoutPlan plan = explanation.plan();
        Map<String, Step> seen = new HashMap<>();
        for (PlannedRecipient recipient : plan.recipients()) {
            Step total = explanation.recipient(recipient.recipient());
            checkEach(total, seen);
            assertThat(total.result()).isEqualTo(recipient.total());
            assertThat(total.inputs())
                    .extracting(Input::value)
                    .isEqualTo(recipient.lines().stream()
                            .map(PlannedRecipient.Line::amount)
                            .toList());
        }
        for (PlannedPot pot : plan.pots()) {
            PotExplanation steps = explanation.pot(pot.pot());
            assertThat(value(steps.amount(), seen)).isEqualTo(pot.amount());
            assertThat(value(steps.distributed(), seen)).isEqualTo(pot.distributed());
            assertThat(value(steps.remaining(), seen)).isEqualTo(pot.remaining());
            assertThat(value(steps.transferred(), seen)).isEqualTo(pot.transferred());
            assertThat(value(steps.returned(), seen)).isEqualTo(pot.returned());
        }
        PlannedRecipient last = plan.recipients().getLast();
        assertThat(StepEvaluator.evaluate(explanation.recipient(last.recipient())))
                .isEqualTo(last.total());
    }

    private static long value(@Nullable Step step, Map<String, Step> seen) {
        if (step == null) {
            return 0;
        }
        checkEach(step, seen);
        return step.result();
    }

    /** That each step gives what its inputs' results give, all the way down, and that an id means one step. */
    private static void checkEach(Step step, Map<String, Step> seen) {
        Step known = seen.putIfAbsent(step.id(), step);
        if (known != null) {
            assertThat(known.result()).isEqualTo(step.result());
            assertThat(known.title()).isEqualTo(step.title());
            return;
        }
        assertThat(StepEvaluator.apply(
                        step.formula(), step.inputs().stream().map(Input::value).toList()))
                .as(step.id())
                .isEqualTo(step.result());
        step.inputs().forEach(input -> {
            if (input instanceof Input.Derived derived) {
                checkEach(derived.step(), seen);
            }
        });
    }
}
