package se.statsbidrag.allocation.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.statsbidrag.allocation.web.RecipientPage.Node;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.pages.Language;
import se.statsbidrag.rules.plan.Formula;
import se.statsbidrag.rules.plan.Input;
import se.statsbidrag.rules.plan.Step;
import se.statsbidrag.rules.value.EventReference;

/** A tree of steps as lines, each step written out where it stands first (architecture: truth 9). */
final class CalculationTree {
    /** Steps whose result says whether something holds. */
    private static final Set<String> CONDITIONS = Set.of("participation", "closed");

    /** Steps whose result is no money. */
    private static final Set<String> NUMBERS = Set.of("count", "weight", "rural", "taking");

    private final Language language;
    private final String recipientAddress;
    private final Set<String> written = new HashSet<>();
    private final List<Node> nodes = new ArrayList<>();

    private CalculationTree(Language language, String recipientAddress) {
        this.language = language;
        this.recipientAddress = recipientAddress;
    }

    /** @param recipientAddress the page that the tree is on, below which events have pages */
    static List<Node> of(Step total, Language language, String recipientAddress) {
        CalculationTree tree = new CalculationTree(language, recipientAddress);
        tree.step(total.title(), total);
        return List.copyOf(tree.nodes);
    }

    /** What the page calls a step, to lead to it. */
    static String id(String step) {
        return "step-" + step.replace('/', '.');
    }

    private void step(String name, Step step) {
        String value = value(step.id(), step.result());
        if (!written.add(step.id())) {
            nodes.add(new Node("SAME", id(step.id()), name, value, "", "", "", "", "", ""));
            return;
        }
        String rounding = step.rounding();
        nodes.add(new Node(
                "STEP",
                id(step.id()),
                name,
                value,
                name.equalsIgnoreCase(step.title()) ? "" : step.title(),
                how(step.formula(), step.inputs().size()),
                step.rule(),
                step.source(),
                rounding == null ? "" : rounding,
                ""));
        step.inputs().forEach(input -> input(step, input));
        nodes.add(new Node("END", "", "", "", "", "", "", "", "", ""));
    }

    private void input(Step step, Input input) {
        switch (input) {
            case Input.Derived derived -> step(derived.name(), derived.step());
            case Input.FromEvent leaf ->
                nodes.add(new Node(
                        "EVENT",
                        "",
                        leaf.name(),
                        isCondition(step.id()) ? holds(leaf.value()) : number(leaf.value()),
                        "",
                        "",
                        "",
                        "",
                        leaf.event().toString(),
                        eventAddress(recipientAddress, leaf.event())));
            case Input.Parameter leaf ->
                nodes.add(new Node(
                        "PARAMETER",
                        "",
                        leaf.name(),
                        isCondition(step.id()) ? holds(leaf.value()) : number(leaf.value()),
                        "",
                        "",
                        "",
                        leaf.source(),
                        leaf.path(),
                        ""));
        }
    }

    static String eventAddress(String recipientAddress, EventReference event) {
        return recipientAddress + "/events/" + event.log() + "/" + event.position();
    }

    private String value(String id, long result) {
        if (isCondition(id)) {
            return holds(result);
        }
        return NUMBERS.contains(kind(id)) ? number(result) : Forms.kronor(language.current(), result);
    }

    private static boolean isCondition(String id) {
        return CONDITIONS.contains(kind(id));
    }

    private static String kind(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    private String holds(long value) {
        return value == 1 ? language.say("ja", "yes") : language.say("nej", "no");
    }

    private String number(long value) {
        return Forms.number(language.current(), value);
    }

    private String how(Formula formula, int inputs) {
        return switch (formula) {
            case Formula.Sum _ ->
                inputs == 0
                        ? language.say("Det finns inget att lägga ihop.", "There is nothing to add up.")
                        : language.say("Allt nedan läggs ihop.", "All below are added up.");
            case Formula.Difference _ ->
                language.say("Det första, minus det som följer.", "The first, less what follows.");
            case Formula.Product _ ->
                language.say(
                        "Det nedan gångras med varandra; ett villkor är 1 när det är uppfyllt, annars 0.",
                        "Those below are multiplied; a condition is 1 when it is met, else 0.");
            case Formula.Least _ -> language.say("Det minsta av det nedan.", "The least of those below.");
            case Formula.Share _ ->
                language.say(
                        "Det första delas efter de vikter som följer, i hela kronor med största restens metod.",
                        "The first is divided by the weights that follow, in whole kronor by largest remainder.");
            case Formula.TopRankedShare share ->
                language.say(
                        "Det första delas mellan de " + share.places()
                                + " med flest operationer per invånare, efter vikt och med största restens metod.",
                        "The first is divided among the " + share.places()
                                + " with most operations per inhabitant, by weight and largest remainder.");
        };
    }
}
