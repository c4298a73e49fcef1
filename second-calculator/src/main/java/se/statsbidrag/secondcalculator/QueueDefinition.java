package se.statsbidrag.secondcalculator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A queue grant as its definition states it (R-K5 to R-K8).
 *
 * @param grant the figures
 * @param potOf the definition's name of each of the outcome's pots
 */
record QueueDefinition(QueueGrant grant, Map<String, String> potOf) {

    /** @throws CannotCompute when it is not one equal pot, one earned pot, and parts of what that leaves */
    static QueueDefinition of(DefinitionText text) {
        text.requireAmountSetBy("PROGRAMME");
        Map<String, String> potOf = new LinkedHashMap<>();
        JsonNode equal = only(text, "EQUAL_SHARES");
        JsonNode earned = only(text, DefinitionText.QUEUE_PRICES);
        if (text.pots(true).size() != 2) {
            throw new CannotCompute("it has " + text.pots(true).size() + " pots with an amount, and not two");
        }
        text.requireClosedBy(equal, Set.of(text.requisitionDeadline()));
        text.requireClosedBy(earned, Set.of(text.requisitionDeadline(), text.cutOff()));
        potOf.put(QueueOutcome.BLOCK_1, DefinitionText.id(equal));
        potOf.put(QueueOutcome.BLOCK_2, DefinitionText.id(earned));

        List<String> regions = List.copyOf(text.recipients());
        String caps = Json.text(earned.path("key"), "caps");
        Map<String, Long> rate = new HashMap<>();
        earned.path("key")
                .path("rates")
                .properties()
                .forEach(entry ->
                        rate.put(entry.getKey(), Json.whole(entry.getValue().path("amount"))));

        List<String> procedures = new ArrayList<>();
        Map<String, Long> part = new HashMap<>();
        Map<String, Map<String, Long>> populations = new LinkedHashMap<>();
        Set<Long> places = new HashSet<>();
        for (JsonNode pot : text.pots(false)) {
            JsonNode key = pot.path("key");
            requireEverybody(text, pot);
            if (!DefinitionText.type(pot).equals("TOP_RANKED")
                    || !Json.text(pot, "derivedFrom").equals(DefinitionText.id(earned))
                    || !Json.text(key, "weights").equals(caps)) {
                throw new CannotCompute(
                        "pot " + DefinitionText.id(pot) + " does not hand out by caps what is not earned");
            }
            String procedure = Json.text(key, "procedure");
            procedures.add(procedure);
            part.put(procedure, Json.whole(pot.path("percent")));
            potOf.put(procedure, DefinitionText.id(pot));
            populations.put(procedure, everybodys(text, Json.text(key, "population")));
            places.add(Json.whole(key.path("places")));
        }
        requireEverybody(text, equal);
        requireEverybody(text, earned);
        if (procedures.size() != part.size() || !part.keySet().equals(rate.keySet())) {
            throw new CannotCompute("not every operation with a price has one part of what is left");
        }
        if (places.size() != 1) {
            throw new CannotCompute("the parts of what is left have different numbers of places");
        }
        Map<String, Long> population = populations.values().iterator().next();
        populations.values().removeIf(population::equals);
        QueueGrant grant = new QueueGrant(
                regions,
                population,
                everybodys(text, caps),
                Json.whole(equal.path("amount")),
                Json.whole(earned.path("amount")),
                List.copyOf(procedures),
                rate,
                part,
                Math.toIntExact(places.iterator().next()),
                populations);
        return new QueueDefinition(grant, potOf);
    }

    /** The year's plan in the definition's names. */
    SecondPlan plan(QueueYear year, DefinitionText text) {
        QueueOutcome outcome = SecondCalculator.compute(grant, year);
        Map<String, QueueOutcome.Pot> pots = new LinkedHashMap<>();
        outcome.pots().forEach((name, pot) -> pots.put(pot(name), pot));
        Map<String, List<String>> ties = new LinkedHashMap<>();
        outcome.ties().forEach((procedure, tied) -> ties.put(pot(procedure), tied));
        return new SecondPlan(pots, text.recipients(), ties, outcome.complete());
    }

    private String pot(String name) {
        return Objects.requireNonNull(potOf.get(name), name);
    }

    private static JsonNode only(DefinitionText text, String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode pot : text.pots(true)) {
            if (DefinitionText.type(pot).equals(type)) {
                found.add(pot);
            }
        }
        if (found.size() != 1) {
            throw new CannotCompute("not one pot but " + found.size() + " with key " + type);
        }
        return found.getFirst();
    }

    /** A table that names exactly the recipients. */
    private static Map<String, Long> everybodys(DefinitionText text, String table) {
        Map<String, Long> figures = text.figures(table);
        if (!figures.keySet().equals(text.recipients())) {
            throw new CannotCompute("the table " + table + " does not name exactly the recipients");
        }
        return figures;
    }

    private static void requireEverybody(DefinitionText text, JsonNode pot) {
        if (text.recipientsOf(pot).size() != text.recipients().size()) {
            throw new CannotCompute("pot " + DefinitionText.id(pot) + " is not for everybody");
        }
    }
}
