package se.statsbidrag.requisition.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.requisition.domain.ProgrammeVersion;
import se.statsbidrag.requisition.domain.ProgrammeVersions;
import se.statsbidrag.requisition.domain.ReferenceClaims;
import se.statsbidrag.rules.programme.DefinitionReading;
import se.statsbidrag.rules.programme.Fault;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.ReferenceBinding;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.TableId;

/**
 * Reads definitions as people write them, bound to reference data, and keeps the versions of each programme in its stream.
 */
@ApplicationScoped
public class Definitions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventLog log;
    private final EventCodec codec;
    private final ReferenceData tables;

    @Inject
    public Definitions(EventLog log, EventCodec codec, ReferenceData tables) {
        this.log = log;
        this.codec = codec;
        this.tables = tables;
    }

    /** What reading a definition gives. */
    public sealed interface Read {
        /**
         * It is whole.
         *
         * @param canonicalText with its tables bound: the frozen basis
         */
        record Accepted(ProgrammeDefinition definition, String canonicalText) implements Read {}

        /** It is wrong; all faults at once. */
        record Refused(List<LineFault> faults) implements Read {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * A fault and where it stands.
     *
     * @param line of the text, from 1
     */
    public record LineFault(int line, Fault fault) {}

    /**
     * Reads a definition. Its tables are bound to the version of reference data that they state, or else to the newest; a
     * version that was proposed before stays bound as it was, whatever has been imported since.
     */
    public Read read(DefinitionFile file) {
        if (!file.faults().isEmpty()) {
            return refused(file, file.faults());
        }
        ReferenceBinding.Bound bound = bound(file.tree());
        DefinitionReading reading = ProgrammeDefinitionReader.read(bound.tree());
        List<Fault> faults = new ArrayList<>(bound.faults());
        if (reading instanceof DefinitionReading.Refused(List<Fault> wrong)) {
            wrong.stream().filter(fault -> !isOfUnbound(fault, bound.faults())).forEach(faults::add);
        }
        if (reading instanceof DefinitionReading.Accepted(ProgrammeDefinition it, String text)) {
            faults.addAll(ReferenceClaims.faults(it, imported()));
            if (faults.isEmpty()) {
                return new Read.Accepted(it, text);
            }
        }
        return refused(file, faults);
    }

    private List<ReferenceBinding.Version> imported() {
        return tables.all().stream()
                .flatMap(table -> table.versions().versions().stream())
                .map(Definitions::version)
                .toList();
    }

    /** What a table that could not be bound lacks is no fault of its own. */
    private static boolean isOfUnbound(Fault fault, List<Fault> unbound) {
        return unbound.stream()
                .map(each -> each.path().substring(0, each.path().lastIndexOf('.')))
                .anyMatch(table -> fault.path().equals(table) || fault.path().startsWith(table + "."));
    }

    private static Read refused(DefinitionFile file, List<Fault> faults) {
        return new Read.Refused(faults.stream()
                .map(fault -> new LineFault(file.line(fault.path()), fault))
                .toList());
    }

    private ReferenceBinding.Bound bound(@Nullable Object tree) {
        List<ReferenceBinding.Version> imported = imported();
        Map<TableId, Integer> frozen = frozen(tree);
        ReferenceBinding.Bound asBefore = ReferenceBinding.bind(
                tree,
                imported.stream()
                        .filter(each -> frozen.getOrDefault(each.table(), each.version()) == each.version())
                        .toList());
        return asBefore.faults().isEmpty() ? asBefore : ReferenceBinding.bind(tree, imported);
    }

    private static ReferenceBinding.Version version(ReferenceTableImported imported) {
        return new ReferenceBinding.Version(
                imported.table(),
                imported.version(),
                imported.source(),
                imported.date(),
                imported.status(),
                imported.values());
    }

    /** What the version of that number was bound to when it was proposed; nothing when it was not. */
    private Map<TableId, Integer> frozen(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> fields)
                || !(fields.get("id") instanceof String id)
                || !(fields.get("version") instanceof Number number)) {
            return Map.of();
        }
        ProgrammeId programme;
        try {
            programme = new ProgrammeId(id);
        } catch (IllegalArgumentException notInForm) {
            return Map.of();
        }
        return load(programme)
                .find(number.intValue())
                .map(version -> references(version.proposal().definition()))
                .orElseGet(TreeMap::new);
    }

    /**
     * The tables of reference data that a definition is bound to, with their versions.
     *
     * @param definition canonical JSON
     */
    static SortedMap<TableId, Integer> references(String definition) {
        SortedMap<TableId, Integer> references = new TreeMap<>();
        for (JsonNode table : tree(definition).path("tables")) {
            JsonNode reference = table.path("reference");
            if (reference.path("version").isIntegralNumber()) {
                references.put(
                        new TableId(reference.path("table").asText()),
                        reference.path("version").intValue());
            }
        }
        return references;
    }

    /** A recorded definition as a tree. */
    public static JsonNode tree(String definition) {
        try {
            return JSON.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded definition is not JSON", e);
        }
    }

    /** A recorded definition as plain maps, lists, texts and numbers. */
    public static Object plain(ProgrammeVersion version) {
        try {
            return JSON.readValue(version.proposal().definition(), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded definition is not JSON", e);
        }
    }

    /** A recorded definition, read. */
    public static ProgrammeDefinition definition(ProgrammeVersion version) {
        return ProgrammeDefinitionReader.read(plain(version)).orThrow();
    }

    /** A programme's versions as its stream says; none when it was never proposed. */
    public ProgrammeVersions load(ProgrammeId programme) {
        return folded(ProgrammeVersions.NONE, log.readStream(Streams.programme(programme)));
    }

    /**
     * Records what was decided about a programme's versions.
     *
     * @param before as they were loaded
     * @return the versions after it
     * @throws se.statsbidrag.events.log.VersionConflict when they have changed since
     */
    public ProgrammeVersions record(
            ProgrammeId programme, ProgrammeVersions before, List<GrantEvent> events, Origin origin) {
        if (events.isEmpty()) {
            return before;
        }
        StreamAppend append = new StreamAppend(Streams.programme(programme), before.version(), events);
        return folded(before, log.append(List.of(append), origin).events());
    }

    private ProgrammeVersions folded(ProgrammeVersions before, List<RecordedEvent> events) {
        ProgrammeVersions versions = before;
        for (RecordedEvent event : events) {
            versions = versions.evolve(
                    event.actor(),
                    event.recordedAt(),
                    event.position(),
                    codec.decode(event).event());
        }
        return versions;
    }
}
