package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** Each programme's ledger as its one stream says: what is read here is never behind (architecture: truth 4). */
@ApplicationScoped
public class Ledgers {
    private final EventLog log;
    private final EventCodec codec;

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

    public Loaded load(ProgrammeId programme) {
        List<RecordedEvent> recorded = log.readStream(stream(programme));
        return new Loaded(programme, Ledger.of(entries(recorded)), recorded.size());
    }

    /** The ledger by what was recorded at or before an instant; the same for ever once the log's head has passed it. */
    public Ledger asOf(ProgrammeId programme, Instant instant) {
        return Ledger.of(entries(programme).stream()
                .filter(each -> !each.recordedAt().isAfter(instant))
                .toList());
    }

    /** All that happened to a programme's money, in its order. */
    public List<Entry> entries(ProgrammeId programme) {
        return entries(log.readStream(stream(programme)));
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
        return log.readStream(stream(programme)).getLast();
    }

    private static StreamName stream(ProgrammeId programme) {
        return new StreamName("ledger/" + programme);
    }
}
