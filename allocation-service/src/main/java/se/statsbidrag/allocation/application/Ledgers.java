package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Entry;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Each programme's ledger as its one stream says: what is read here is never behind (architecture: truth 4). What was read
 * before is remembered, so that only what was recorded since is read; the last remembered event is read again each time,
 * and where the log holds it no more, since the transaction that recorded it was undone, all is read anew.
 */
@ApplicationScoped
public class Ledgers {
    private final EventLog log;
    private final EventCodec codec;
    private final Map<ProgrammeId, Remembered> memory = new ConcurrentHashMap<>();

    public Ledgers(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * A ledger as it stands.
     *
     * @param version how many events the stream has; what is appended here fails when another was first
     */
    public record Loaded(ProgrammeId programme, Ledger ledger, long version) {

        /** What is to be recorded together with other things. */
        public StreamAppend append(LedgerEvent... events) {
            return new StreamAppend(stream(programme), version, List.of(events));
        }
    }

    /**
     * A stream as it was read.
     *
     * @param entries what in it is the ledger's, never changed
     * @param ledger of these entries, never changed
     * @param last its last event
     */
    private record Remembered(List<Entry> entries, Ledger ledger, RecordedEvent last) {}

    public Loaded load(ProgrammeId programme) {
        Remembered read = read(programme);
        return read == null
                ? new Loaded(programme, Ledger.of(List.of()), 0)
                : new Loaded(programme, read.ledger(), read.last().version());
    }

    private @Nullable Remembered read(ProgrammeId programme) {
        StreamName stream = stream(programme);
        Remembered before = memory.get(programme);
        if (before == null) {
            return remembered(programme, List.of(), log.readStream(stream));
        }
        List<RecordedEvent> fromLast = log.readStreamAfter(stream, before.last().version() - 1);
        if (fromLast.isEmpty() || !fromLast.getFirst().equals(before.last())) {
            return remembered(programme, List.of(), log.readStream(stream));
        }
        return fromLast.size() == 1
                ? before
                : remembered(programme, before.entries(), fromLast.subList(1, fromLast.size()));
    }

    private @Nullable Remembered remembered(ProgrammeId programme, List<Entry> before, List<RecordedEvent> since) {
        if (since.isEmpty()) {
            memory.remove(programme);
            return null;
        }
        List<Entry> entries = new ArrayList<>(before);
        entries.addAll(entries(since));
        Remembered read = new Remembered(List.copyOf(entries), Ledger.of(entries), since.getLast());
        memory.put(programme, read);
        return read;
    }

    /** The ledger by what was recorded at or before an instant; the same for ever once the log's head has passed it. */
    public Ledger asOf(ProgrammeId programme, Instant instant) {
        return Ledger.of(entries(programme).stream()
                .filter(each -> !each.recordedAt().isAfter(instant))
                .toList());
    }

    /** All that happened to a programme's money, in its order. */
    public List<Entry> entries(ProgrammeId programme) {
        Remembered read = read(programme);
        return read == null ? List.of() : read.entries();
    }

    private List<Entry> entries(List<RecordedEvent> recorded) {
        List<Entry> entries = new ArrayList<>(recorded.size());
        for (RecordedEvent event : recorded) {
            if (codec.decode(event).event() instanceof LedgerEvent ledgerEvent) {
                entries.add(new Entry(ledgerEvent, event.reference(), event.recordedAt(), event.actor()));
            }
        }
        return entries;
    }

    /** Records events of the ledger; the last of them as it stands in the log. */
    public RecordedEvent append(Command command, Loaded loaded, LedgerEvent... events) {
        return log.append(List.of(loaded.append(events)), command.origin())
                .events()
                .getLast();
    }

    /** The last event of a ledger that has any. */
    public RecordedEvent last(ProgrammeId programme) {
        return Objects.requireNonNull(read(programme), "the ledger is empty").last();
    }

    private static StreamName stream(ProgrammeId programme) {
        return new StreamName("ledger/" + programme);
    }
}
