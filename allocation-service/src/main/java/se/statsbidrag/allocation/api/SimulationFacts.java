package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.Assumptions;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.codec.EventType;
import se.statsbidrag.events.codec.UnreadableEvent;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.StrictJson;

/** Reads assumed events as logs name and shape them, in the current schema of each; all faults at once. */
@ApplicationScoped
class SimulationFacts {
    static final int MOST = 1_000;
    private static final Set<String> FIELDS = Set.of("type", "data");

    private final EventCodec codec;
    private final Map<String, EventType> types = new TreeMap<>();

    @Inject
    SimulationFacts(EventCodec codec) {
        this.codec = codec;
        EventCodec.TYPES.stream()
                .filter(type -> Assumptions.KINDS.contains(type.record()))
                .forEach(type -> types.put(type.name(), type));
    }

    /** @throws ProblemException 400 when the body is not JSON, 422 naming what cannot be read */
    List<GrantEvent> read(byte[] body) {
        JsonNode tree = StrictJson.tree(body);
        List<Fault> faults = new ArrayList<>();
        unknownFields("", tree, Set.of("facts"), faults);
        JsonNode facts = tree.path("facts");
        if (!facts.isArray() || facts.isEmpty() || facts.size() > MOST) {
            faults.add(Fault.of(
                    "facts",
                    facts.isArray() ? facts.size() + " facts" : null,
                    "It is not a list of 1 to " + MOST + " facts",
                    "Send {\"facts\": [{\"type\": …, \"data\": {…}}]}"));
            throw Problems.invalid(faults);
        }
        List<GrantEvent> events = new ArrayList<>();
        for (int index = 0; index < facts.size(); index++) {
            GrantEvent event = read("facts[" + index + "]", facts.get(index), faults);
            if (event != null) {
                events.add(event);
            }
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return events;
    }

    private @Nullable GrantEvent read(String field, JsonNode fact, List<Fault> faults) {
        unknownFields(field + ".", fact, FIELDS, faults);
        EventType type = types.get(fact.path("type").asText());
        if (type == null || !fact.path("type").isTextual()) {
            faults.add(Fault.of(
                    field + ".type",
                    fact.path("type").isValueNode() ? fact.path("type").asText() : null,
                    "It is no kind of event that a plan rests on",
                    "Send one of " + String.join(", ", types.keySet())));
            return null;
        }
        if (!(fact.path("data") instanceof ObjectNode data)) {
            faults.add(Fault.of(field + ".data", null, "The event's data are missing", "Send a JSON object"));
            return null;
        }
        try {
            return codec.decode(type.name(), type.schema(), data.toString());
        } catch (UnreadableEvent unreadable) {
            faults.add(fault(field + ".data", type, unreadable));
            return null;
        }
    }

    private static Fault fault(String field, EventType type, UnreadableEvent unreadable) {
        String action = "Send what " + type.name() + " holds in schema " + type.schema();
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Fault.of(path(field, unknown), null, "There is no such field", action);
            case InvalidFormatException format ->
                Fault.of(
                        path(field, format),
                        String.valueOf(format.getValue()),
                        "The value is not in the form of this field",
                        action);
            case JsonMappingException mapping -> {
                String message = String.valueOf(mapping.getOriginalMessage());
                boolean missing = message.startsWith("Missing") || message.startsWith("Invalid `null` value");
                yield Fault.of(
                        path(field, mapping),
                        null,
                        missing ? "The field is missing" : "The value does not fit this field",
                        action);
            }
            case null, default -> Fault.of(field, null, "The data cannot be read", action);
        };
    }

    private static String path(String field, JsonMappingException e) {
        StringBuilder path = new StringBuilder(field);
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append('.').append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static void unknownFields(String where, JsonNode node, Set<String> known, List<Fault> faults) {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        unknown.forEach(name -> faults.add(Fault.of(
                where + name,
                null,
                "There is no field '" + name + "' here",
                "Leave it out; known fields: " + String.join(", ", new TreeSet<>(known)))));
    }
}
