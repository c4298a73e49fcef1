package se.statsbidrag.secondcalculator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A grant's definitions and deadlines. They come from several logs, and are heeded in the order they were recorded in, then
 * that of the logs' names.
 */
final class DefinitionsInLogs {
    private static final Comparator<Said> ORDER = Comparator.comparing(
                    (Said said) -> said.event().recordedAt())
            .thenComparing(said -> said.event().log())
            .thenComparing(said -> said.event().position());

    private final List<Said> said = new ArrayList<>();
    private final Map<String, DefinitionText> texts = new HashMap<>();
    private @Nullable Standing standing;

    private record Said(LogText event, JsonNode says) {}

    private static final class Standing {
        private @Nullable DefinitionText inForce;
        private final Map<String, LocalDate> extended = new HashMap<>();
        private final Set<String> passed = new HashSet<>();
    }

    void read(LogText event, JsonNode says) {
        said.add(new Said(event, says));
        standing = null;
    }

    /** @throws CannotCompute when none is */
    DefinitionText inForce(String programme) {
        DefinitionText inForce = standing().inForce;
        if (inForce == null) {
            throw new CannotCompute("no definition of " + programme + " is in force");
        }
        return inForce;
    }

    /** The day in force: as it was extended, else as the definition says. */
    LocalDate dueDate(String deadline) {
        Standing now = standing();
        LocalDate extended = now.extended.get(deadline);
        if (extended != null) {
            return extended;
        }
        return now.inForce == null ? LocalDate.MAX : now.inForce.dueDates().getOrDefault(deadline, LocalDate.MAX);
    }

    /** Whether the day in force has passed. */
    boolean closed(String deadline) {
        return standing().passed.contains(deadline + " " + dueDate(deadline));
    }

    private Standing standing() {
        if (standing == null) {
            standing = found();
        }
        return standing;
    }

    private Standing found() {
        Standing found = new Standing();
        Map<String, String> proposed = new HashMap<>();
        said.sort(ORDER);
        for (Said each : said) {
            JsonNode says = each.says();
            switch (each.event().type()) {
                case "programme-version-proposed" -> proposed.put(version(says), Json.text(says, "definition"));
                case "programme-version-activated" -> {
                    DefinitionText next = text(proposed.get(version(says)));
                    forgetExtensions(found, next);
                    found.inForce = next;
                }
                case "deadline-extended" ->
                    found.extended.put(Json.text(says, "deadline"), LocalDate.parse(Json.text(says, "dueDate")));
                default -> found.passed.add(Json.text(says, "deadline") + " " + Json.text(says, "dueDate"));
            }
        }
        return found;
    }

    /** A new version that states another day than the one before it overrides what had been extended. */
    private static void forgetExtensions(Standing standing, DefinitionText next) {
        DefinitionText before = standing.inForce;
        if (before != null) {
            standing.extended
                    .keySet()
                    .removeIf(deadline -> !Objects.equals(
                            before.dueDates().get(deadline), next.dueDates().get(deadline)));
        }
    }

    private static String version(JsonNode says) {
        return Json.whole(says.path("version")) + " " + Json.text(says, "definitionHash");
    }

    private DefinitionText text(@Nullable String json) {
        if (json == null) {
            throw new CannotCompute("a definition is put in force that was not proposed");
        }
        return texts.computeIfAbsent(json, DefinitionText::new);
    }
}
