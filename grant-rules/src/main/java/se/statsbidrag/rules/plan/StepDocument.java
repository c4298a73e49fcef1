package se.statsbidrag.rules.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A tree of steps as maps, lists, text and whole numbers, ready for any JSON writer. A step that stands in several places
 * is written out at the first; the others name its id in {@code sameAs}, so that the document stays small. The same tree
 * gives the same document.
 */
public final class StepDocument {
    private final Set<String> written = new HashSet<>();

    private StepDocument() {}

    /** Keys in the order that they are to be read. */
    public static Map<String, Object> of(Step root) {
        return new StepDocument().write(root);
    }

    private Map<String, Object> write(Step step) {
        Map<String, Object> document = new LinkedHashMap<>();
        if (!written.add(step.id())) {
            document.put("sameAs", step.id());
            document.put("result", step.result());
            return document;
        }
        document.put("id", step.id());
        document.put("title", step.title());
        document.put("result", step.result());
        document.put("rule", step.rule());
        document.put("source", step.source());
        document.put("formula", formula(step.formula()));
        String rounding = step.rounding();
        if (rounding != null) {
            document.put("rounding", rounding);
        }
        document.put("inputs", step.inputs().stream().map(this::write).toList());
        return document;
    }

    private Map<String, Object> write(Input input) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", input.name());
        document.put("value", input.value());
        switch (input) {
            case Input.Derived derived -> document.put("step", write(derived.step()));
            case Input.FromEvent leaf -> {
                document.put("log", leaf.event().log());
                document.put("position", leaf.event().position());
            }
            case Input.Parameter leaf -> {
                document.put("parameter", leaf.path());
                document.put("source", leaf.source());
            }
        }
        return document;
    }

    private static Map<String, Object> formula(Formula formula) {
        Map<String, Object> document = new LinkedHashMap<>();
        switch (formula) {
            case Formula.Sum _ -> document.put("name", "SUM");
            case Formula.Difference _ -> document.put("name", "DIFFERENCE");
            case Formula.Product _ -> document.put("name", "PRODUCT");
            case Formula.Least _ -> document.put("name", "LEAST");
            case Formula.Share share -> {
                document.put("name", "SHARE");
                document.put("position", share.position());
            }
            case Formula.TopRankedShare share -> {
                document.put("name", "TOP_RANKED_SHARE");
                document.put("places", share.places());
                document.put("position", share.position());
                document.put("tieResolved", share.tieResolved());
            }
        }
        return document;
    }
}
