package se.statsbidrag.secondcalculator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A share grant as its definition states it (R-T1, R-T2, R-G1 to R-G4).
 *
 * @param grant the shares
 * @param remainingOf the definition's name of the pot that hands out what a pot leaves, by the latter's name
 */
record ShareDefinitionText(ShareGrant grant, Map<String, String> remainingOf) {

    /** @throws CannotCompute when a key is unknown, or what a pot leaves is handed out in another way than I-R2 */
    static ShareDefinitionText of(DefinitionText text) {
        text.requireAmountSetBy("RECIPIENT");
        List<ShareGrant.Pot> pots = new ArrayList<>();
        Map<String, String> kindOf = new HashMap<>();
        for (JsonNode pot : text.pots(true)) {
            text.requireClosedBy(pot, Set.of(text.requisitionDeadline()));
            pots.add(shares(text, pot));
            kindOf.put(DefinitionText.id(pot), pot.path("for").asText());
        }
        Map<String, String> remainingOf = new LinkedHashMap<>();
        for (JsonNode pot : text.pots(false)) {
            String source = Json.text(pot, "derivedFrom");
            if (!DefinitionText.type(pot).equals("WANTING_MORE")
                    || Json.whole(pot.path("percent")) != 100
                    || !pot.path("for").asText().equals(kindOf.get(source))
                    || remainingOf.put(source, DefinitionText.id(pot)) != null) {
                throw new CannotCompute("pot " + DefinitionText.id(pot)
                        + " does not hand out all that one pot leaves to those that want it");
            }
        }
        if (!remainingOf.keySet().equals(kindOf.keySet())) {
            throw new CannotCompute("not every pot has one that hands out what it leaves");
        }
        return new ShareDefinitionText(new ShareGrant(pots), remainingOf);
    }

    /** The year's plan in the definition's names. */
    SecondPlan plan(ShareYear year, DefinitionText text) {
        ShareOutcome outcome = ShareCalculator.compute(grant, year);
        Map<String, QueueOutcome.Pot> pots = new LinkedHashMap<>();
        for (ShareGrant.Pot pot : grant.pots()) {
            pots.put(pot.name(), outcome.pot(pot.name()));
            pots.put(
                    Objects.requireNonNull(remainingOf.get(pot.name()), pot.name()),
                    outcome.pot(pot.name() + ShareOutcome.REMAINING));
        }
        return new SecondPlan(pots, text.recipients(), Map.of(), outcome.complete());
    }

    private static ShareGrant.Pot shares(DefinitionText text, JsonNode pot) {
        String name = DefinitionText.id(pot);
        long amount = Json.whole(pot.path("amount"));
        JsonNode key = pot.path("key");
        return switch (DefinitionText.type(pot)) {
            case "WEIGHTED" -> ShareGrant.Pot.weighted(name, amount, weights(text, pot));
            case "FIXED_PART_PLUS_WEIGHTED" ->
                ShareGrant.Pot.fixedPartPlusWeighted(
                        name, amount, Json.whole(key.path("fixed").path("amount")), weights(text, pot));
            case "RURAL_CLASSES" -> ShareGrant.Pot.weighted(name, amount, rural(text, pot));
            case "FIXED_TABLE" -> stated(name, amount, only(text, pot, text.figures(Json.text(key, "amounts"))));
            default ->
                throw new CannotCompute("the key " + DefinitionText.type(pot) + " of pot " + name + " is unknown");
        };
    }

    private static ShareGrant.Pot stated(String name, long amount, Map<String, Long> amounts) {
        long sum = 0;
        for (long each : amounts.values()) {
            sum = Math.addExact(sum, each);
        }
        if (sum != amount) {
            throw new CannotCompute("the amounts of pot " + name + " sum to " + sum);
        }
        TreeMap<String, Long> shares = new TreeMap<>(amounts);
        shares.values().removeIf(share -> share == 0);
        return new ShareGrant.Pot(name, amount, shares);
    }

    /** One table, or the product of several. */
    private static Map<String, Long> weights(DefinitionText text, JsonNode pot) {
        Map<String, Long> product = new TreeMap<>();
        text.recipientsOf(pot).forEach(recipient -> product.put(recipient, 1L));
        for (String table : Json.texts(pot.path("key").path("weights"))) {
            Map<String, Long> figures = text.figures(table);
            product.replaceAll((recipient, weight) -> Math.multiplyExact(weight, figures.getOrDefault(recipient, 0L)));
        }
        return product;
    }

    private static Map<String, Long> rural(DefinitionText text, JsonNode pot) {
        JsonNode key = pot.path("key");
        Map<String, Long> times = new HashMap<>();
        key.path("weights")
                .properties()
                .forEach(entry ->
                        times.put(entry.getKey(), Json.whole(entry.getValue().path("amount"))));
        Map<String, Long> weights = ShareGrant.ruralWeights(
                times, text.classes(Json.text(key, "classes")), text.figures(Json.text(key, "population")));
        Map<String, Long> some = new TreeMap<>();
        switch (pot.path("for").asText()) {
            case "REGIONS" -> some.putAll(ShareGrant.perRegion(weights));
            case "MUNICIPALITIES" -> some.putAll(weights);
            default -> throw new CannotCompute("pot " + DefinitionText.id(pot) + " mixes regions and municipalities");
        }
        return only(text, pot, some);
    }

    private static Map<String, Long> only(DefinitionText text, JsonNode pot, Map<String, Long> figures) {
        Map<String, Long> some = new TreeMap<>(figures);
        some.keySet().retainAll(text.recipientsOf(pot));
        return some;
    }
}
