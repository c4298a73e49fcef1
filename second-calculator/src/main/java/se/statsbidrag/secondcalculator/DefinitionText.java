package se.statsbidrag.secondcalculator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A definition's text, as far as money depends on it. What is not of a form that the second calculator knows is refused
 * rather than guessed at.
 */
final class DefinitionText {
    static final String QUEUE_PRICES = "UNIT_PRICE_WITH_CAP";
    private static final String REQUISITION = "REQUISITION";
    private static final String CUT_OFF = "DELIVERY_CUT_OFF";

    private final JsonNode text;
    private final SortedSet<String> recipients = new TreeSet<>();
    private final Map<String, JsonNode> tables = new TreeMap<>();
    private final Map<String, String> kinds = new TreeMap<>();
    private final Map<String, LocalDate> dueDates = new TreeMap<>();

    DefinitionText(String json) {
        text = Json.read(json);
        text.path("recipients").path("entries").forEach(entry -> recipients.add(Json.text(entry, "code")));
        text.path("tables").forEach(table -> tables.put(Json.text(table, "id"), table));
        text.path("deadlines").forEach(deadline -> {
            kinds.put(Json.text(deadline, "id"), Json.text(deadline, "kind"));
            dueDates.put(Json.text(deadline, "id"), LocalDate.parse(Json.text(deadline, "dueDate")));
        });
    }

    SortedSet<String> recipients() {
        return recipients;
    }

    /** As the definition states them, by deadline. */
    Map<String, LocalDate> dueDates() {
        return dueDates;
    }

    String requisitionDeadline() {
        return onlyDeadline(REQUISITION);
    }

    String cutOff() {
        return onlyDeadline(CUT_OFF);
    }

    YearMonth from() {
        return YearMonth.parse(Json.text(text.path("period"), "from"));
    }

    YearMonth to() {
        return YearMonth.parse(Json.text(text.path("period"), "to"));
    }

    boolean isQueueGrant() {
        return pots(true).stream().anyMatch(pot -> type(pot).equals(QUEUE_PRICES));
    }

    /** Those whose amount the government set, or else those that hand out what others leave, in the definition's order. */
    List<JsonNode> pots(boolean appropriated) {
        List<JsonNode> pots = new ArrayList<>();
        for (JsonNode pot : text.path("pots")) {
            if (pot.has("amount") == appropriated) {
                pots.add(pot);
            }
        }
        return pots;
    }

    static String id(JsonNode pot) {
        return Json.text(pot, "id");
    }

    static String type(JsonNode pot) {
        return Json.text(pot.path("key"), "type");
    }

    /** Whether a pot is for a recipient, told by the length of its code. */
    static boolean isFor(JsonNode pot, String recipient) {
        return switch (pot.path("for").asText()) {
            case "" -> true;
            case "REGIONS" -> recipient.length() == 2;
            case "MUNICIPALITIES" -> recipient.length() == 4;
            default -> throw new CannotCompute("pot " + id(pot) + " is for " + pot.path("for"));
        };
    }

    /** The codes of those that a pot is for. */
    List<String> recipientsOf(JsonNode pot) {
        List<String> some = new ArrayList<>();
        for (String recipient : recipients) {
            if (isFor(pot, recipient)) {
                some.add(recipient);
            }
        }
        return some;
    }

    /** Whole numbers by code. */
    Map<String, Long> figures(String table) {
        Map<String, Long> figures = new TreeMap<>();
        entries(table, "values").forEach((code, value) -> figures.put(code, Json.whole(value)));
        return figures;
    }

    /** Rural classes by code. */
    Map<String, String> classes(String table) {
        Map<String, String> classes = new TreeMap<>();
        entries(table, "classes").forEach((code, value) -> classes.put(code, value.asText()));
        return classes;
    }

    /** Refuses a definition where somebody else sets what a requisition asks for. */
    void requireAmountSetBy(String who) {
        String sets = Json.text(text.path("requisition"), "amountSetBy");
        if (!sets.equals(who)) {
            throw new CannotCompute("the amount is set by " + sets);
        }
    }

    /** Refuses a pot that closes with other deadlines than these. */
    void requireClosedBy(JsonNode pot, Set<String> deadlines) {
        Set<String> closing = new HashSet<>(Json.texts(pot.path("closedBy")));
        if (!closing.equals(deadlines)) {
            throw new CannotCompute("pot " + id(pot) + " is closed by " + closing);
        }
    }

    private Map<String, JsonNode> entries(String table, String field) {
        JsonNode found = tables.get(table);
        if (found == null || !found.has(field)) {
            throw new CannotCompute("there is no table " + table + " with " + field);
        }
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        found.path(field).properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    private String onlyDeadline(String kind) {
        List<String> found = new ArrayList<>();
        kinds.forEach((id, each) -> {
            if (each.equals(kind)) {
                found.add(id);
            }
        });
        if (found.size() != 1) {
            throw new CannotCompute("not one deadline but " + found.size() + " of kind " + kind);
        }
        return found.getFirst();
    }
}
