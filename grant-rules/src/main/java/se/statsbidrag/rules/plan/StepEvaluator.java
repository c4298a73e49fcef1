package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.statsbidrag.rules.money.LargestRemainder;
import se.statsbidrag.rules.rule.NeedShares;
import se.statsbidrag.rules.rule.TopRanking;

/** Evaluates steps again from their leaves alone, so that an explanation proves its amount (architecture: truth 9). */
public final class StepEvaluator {
    private final Map<String, Long> evaluated = new HashMap<>();

    private StepEvaluator() {}

    /** What the leaves under a step give; its own result and those of the steps below are not looked at. */
    public static long evaluate(Step root) {
        return new StepEvaluator().value(root);
    }

    private long value(Step step) {
        Long known = evaluated.get(step.id());
        if (known != null) {
            return known;
        }
        long value =
                apply(step.formula(), step.inputs().stream().map(this::value).toList());
        evaluated.put(step.id(), value);
        return value;
    }

    /** What a formula makes of its inputs. */
    static long apply(Formula formula, List<Long> inputs) {
        return switch (formula) {
            case Formula.Sum _ -> inputs.stream().reduce(0L, Math::addExact);
            case Formula.Difference _ -> inputs.stream().skip(1).reduce(inputs.getFirst(), Math::subtractExact);
            case Formula.Product _ -> inputs.stream().reduce(1L, Math::multiplyExact);
            case Formula.Least _ ->
                inputs.stream().mapToLong(Long::longValue).min().orElseThrow();
            case Formula.Share share ->
                LargestRemainder.shareByWhole(inputs.getFirst(), inputs.subList(1, inputs.size()))
                        .get(share.position());
            case Formula.TopRankedShare share -> topRanked(share, inputs);
        };
    }

    private long value(Input input) {
        return switch (input) {
            case Input.Derived derived -> value(derived.step());
            case Input.FromEvent event -> event.value();
            case Input.Parameter parameter -> parameter.value();
        };
    }

    private static long topRanked(Formula.TopRankedShare share, List<Long> inputs) {
        int width = share.tieResolved() ? 4 : 3;
        List<TopRanking.Candidate> candidates = new ArrayList<>();
        for (int index = 1; index < inputs.size(); index += width) {
            candidates.add(new TopRanking.Candidate(inputs.get(index), inputs.get(index + 1), inputs.get(index + 2)));
        }
        TopRanking ranking = TopRanking.of(candidates, share.places());
        List<Integer> chosen = share.tieResolved()
                ? IntStream.range(0, candidates.size())
                        .boxed()
                        .filter(position -> inputs.get(position * width + width) == 1)
                        .toList()
                : ranking.provisional();
        List<Integer> placed = ranking.placed(chosen);
        int own = placed.indexOf(share.position());
        return own < 0
                ? 0
                : NeedShares.of(
                                inputs.getFirst(),
                                placed.stream()
                                        .map(position ->
                                                candidates.get(position).weight())
                                        .toList())
                        .get(own);
    }
}
