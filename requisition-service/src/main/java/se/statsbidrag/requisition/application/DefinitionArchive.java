package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.TableId;

/**
 * Which programmes were ever proposed, and what their versions are bound to, by everything that this service's log holds
 * at the moment of asking. What was read once is kept in memory; only newer events are read.
 */
@ApplicationScoped
public class DefinitionArchive {
    private static final int PAGE = 1000;
    private static final String PROPOSED = "programme-version-proposed";

    private final EventLog log;
    private final EventCodec codec;
    private final ReentrantLock lock = new ReentrantLock();
    private final SortedSet<ProgrammeId> programmes = new TreeSet<>();
    private final List<Binding> bindings = new ArrayList<>();
    private long position;

    @Inject
    public DefinitionArchive(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** That a programme's version rests on a table's version: its frozen basis. */
    public record Binding(ProgrammeId programme, int version, TableId table, int tableVersion) {}

    /** Every programme of which a version was proposed, by name. */
    public SortedSet<ProgrammeId> programmes() {
        lock.lock();
        try {
            readOn();
            return new TreeSet<>(programmes);
        } finally {
            lock.unlock();
        }
    }

    /** The versions of programmes that are bound to a table, in the order that they were proposed. */
    public List<Binding> boundTo(TableId table) {
        lock.lock();
        try {
            readOn();
            return bindings.stream()
                    .filter(binding -> binding.table().equals(table))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private void readOn() {
        List<RecordedEvent> page = log.readAfter(position, PAGE);
        while (!page.isEmpty()) {
            for (RecordedEvent event : page) {
                if (event.type().equals(PROPOSED)
                        && codec.decode(event).event() instanceof ProgrammeVersionProposed proposed) {
                    programmes.add(proposed.programme());
                    bindings.addAll(bindings(proposed));
                }
                position = event.position();
            }
            page = log.readAfter(position, PAGE);
        }
    }

    private static List<Binding> bindings(ProgrammeVersionProposed proposed) {
        return Definitions.references(proposed.definition()).entrySet().stream()
                .map(entry -> new Binding(proposed.programme(), proposed.version(), entry.getKey(), entry.getValue()))
                .toList();
    }
}
