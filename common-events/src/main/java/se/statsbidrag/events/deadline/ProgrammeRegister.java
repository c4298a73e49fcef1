package se.statsbidrag.events.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The programmes in force and their deadlines, as far as the events folded so far say. Never changes: folding an event
 * gives the next register. The order between logs does not matter, for a mark names the day that it closes.
 */
public final class ProgrammeRegister {
    /** Before any event. */
    public static final ProgrammeRegister EMPTY = new ProgrammeRegister(Map.of());

    private static final Set<String> CONCERNING =
            Set.of("programme-version-proposed", "programme-version-activated", "deadline-extended", "deadline-passed");

    private record Mark(EventReference event, Instant recordedAt) {}

    private record Extension(LocalDate dueDate, EventReference event) {}

    private record Definition(ProgrammeDefinition definition, int version, EventReference activatedBy) {}

    /** All that was said of one programme, also of versions and days that are not in force. */
    private record History(
            Map<Integer, ProgrammeVersionProposed> proposals,
            @Nullable Definition inForce,
            Map<DeadlineId, Extension> extensions,
            Map<DeadlineId, Map<LocalDate, Mark>> marks) {
        static final History NONE = new History(Map.of(), null, Map.of(), Map.of());
    }

    private final Map<ProgrammeId, History> histories;
    private final Map<ProgrammeId, ProgrammeInForce> inForce;

    private ProgrammeRegister(Map<ProgrammeId, History> histories) {
        this.histories = histories;
        this.inForce = new TreeMap<>();
        histories.forEach((id, history) -> {
            if (history.inForce() != null) {
                inForce.put(id, inForce(history, history.inForce()));
            }
        });
    }

    /** Whether an event of this type may change a register; others need not even be read. */
    public static boolean concerns(String type) {
        return CONCERNING.contains(type);
    }

    /** The register after all these events, in their order. */
    public static ProgrammeRegister of(List<DecodedEvent> events) {
        ProgrammeRegister register = EMPTY;
        for (DecodedEvent event : events) {
            register = register.after(event);
        }
        return register;
    }

    /** The programmes in force, by name. */
    public Collection<ProgrammeInForce> programmes() {
        return List.copyOf(inForce.values());
    }

    /** Empty when there is no such programme, or none of its versions is in force. */
    public Optional<ProgrammeInForce> programme(ProgrammeId id) {
        return Optional.ofNullable(inForce.get(id));
    }

    /** A proposed version, in force or not. */
    public Optional<ProgrammeVersionProposed> proposal(ProgrammeId id, int version) {
        return Optional.ofNullable(
                histories.getOrDefault(id, History.NONE).proposals().get(version));
    }

    /**
     * The register with one more event; the same one when the event is of no concern to it.
     *
     * @throws IllegalArgumentException when a version is activated that was not proposed, or cannot be read
     */
    public ProgrammeRegister after(DecodedEvent event) {
        return switch (event.event()) {
            case ProgrammeVersionProposed proposed -> with(proposed.programme(), proposed(proposed));
            case ProgrammeVersionActivated activated ->
                with(
                        activated.programme(),
                        activated(activated, event.recorded().reference()));
            case DeadlineExtended extended ->
                with(extended.programme(), extended(extended, event.recorded().reference()));
            case DeadlinePassed passed -> with(passed.programme(), passed(passed, event.recorded()));
            default -> this;
        };
    }

    private ProgrammeRegister with(ProgrammeId id, History history) {
        return new ProgrammeRegister(put(histories, id, history));
    }

    private History history(ProgrammeId id) {
        return histories.getOrDefault(id, History.NONE);
    }

    private History proposed(ProgrammeVersionProposed proposed) {
        History before = history(proposed.programme());
        return new History(
                put(before.proposals(), proposed.version(), proposed),
                before.inForce(),
                before.extensions(),
                before.marks());
    }

    private History activated(ProgrammeVersionActivated activated, EventReference event) {
        History before = history(activated.programme());
        ProgrammeVersionProposed proposal = before.proposals().get(activated.version());
        if (proposal == null || !proposal.definitionHash().equals(activated.definitionHash())) {
            throw new IllegalArgumentException(
                    "%s puts version %d of %s in force, which was not proposed with that hash"
                            .formatted(event, activated.version(), activated.programme()));
        }
        ProgrammeDefinition definition = DefinitionText.read(proposal);
        return new History(
                before.proposals(),
                new Definition(definition, activated.version(), event),
                extensionsThatStay(before, definition),
                before.marks());
    }

    /** A new version that states another day than the version before it overrides what had been extended. */
    private static Map<DeadlineId, Extension> extensionsThatStay(History before, ProgrammeDefinition definition) {
        Definition earlier = before.inForce();
        if (earlier == null) {
            return before.extensions();
        }
        Map<DeadlineId, Extension> staying = new HashMap<>(before.extensions());
        staying.keySet()
                .removeIf(id -> !Objects.equals(
                        definition.deadline(id).map(DeadlineDefinition::dueDate),
                        earlier.definition().deadline(id).map(DeadlineDefinition::dueDate)));
        return staying;
    }

    private History extended(DeadlineExtended extended, EventReference event) {
        History before = history(extended.programme());
        return new History(
                before.proposals(),
                before.inForce(),
                put(before.extensions(), extended.deadline(), new Extension(extended.dueDate(), event)),
                before.marks());
    }

    private History passed(DeadlinePassed passed, RecordedEvent recorded) {
        History before = history(passed.programme());
        Map<LocalDate, Mark> marks = before.marks().getOrDefault(passed.deadline(), Map.of());
        if (marks.containsKey(passed.dueDate())) {
            return before;
        }
        Mark mark = new Mark(recorded.reference(), recorded.recordedAt());
        return new History(
                before.proposals(),
                before.inForce(),
                before.extensions(),
                put(before.marks(), passed.deadline(), put(marks, passed.dueDate(), mark)));
    }

    private static ProgrammeInForce inForce(History history, Definition in) {
        List<DeadlineInForce> deadlines = in.definition().deadlines().stream()
                .map(deadline -> inForce(history, in.definition().id(), deadline))
                .toList();
        return new ProgrammeInForce(
                in.definition(), in.version(), in.definition().hash(), in.activatedBy(), deadlines);
    }

    private static DeadlineInForce inForce(History history, ProgrammeId programme, DeadlineDefinition definition) {
        Extension extension = history.extensions().get(definition.id());
        LocalDate dueDate = extension == null ? definition.dueDate() : extension.dueDate();
        Mark mark = history.marks().getOrDefault(definition.id(), Map.of()).get(dueDate);
        return new DeadlineInForce(
                programme,
                definition,
                dueDate,
                extension == null ? null : extension.event(),
                mark == null ? null : mark.event(),
                mark == null ? null : mark.recordedAt());
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        Map<K, V> more = new HashMap<>(map);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
