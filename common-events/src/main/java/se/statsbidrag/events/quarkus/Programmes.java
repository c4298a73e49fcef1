package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.deadline.ProgrammeRegister;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The programmes and deadlines in force, by everything that this service's database holds at the moment of asking. What
 * was folded once is kept in memory; only newer events are read.
 */
@ApplicationScoped
public class Programmes {
    private static final List<String> CONCERNED = List.of("requisitions", "operations");

    private final Logs logs;
    private final EventCodec codec;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> positions = new HashMap<>();
    private ProgrammeRegister register = ProgrammeRegister.EMPTY;

    @Inject
    Programmes(Logs logs, EventCodec codec) {
        this.logs = logs;
        this.codec = codec;
    }

    /** The newest register; it never changes, so a caller sees one state of things. */
    public ProgrammeRegister current() {
        lock.lock();
        try {
            for (EventSource source : logs.all()) {
                if (CONCERNED.contains(source.log())) {
                    readOn(source);
                }
            }
            return register;
        } finally {
            lock.unlock();
        }
    }

    private void readOn(EventSource source) {
        while (true) {
            long position = positions.getOrDefault(source.log(), 0L);
            List<RecordedEvent> page = source.readAfter(position, EventSource.PAGE);
            if (page.isEmpty()) {
                return;
            }
            for (RecordedEvent event : page) {
                if (ProgrammeRegister.concerns(event.type())) {
                    register = register.after(codec.decode(event));
                }
                positions.put(source.log(), event.position());
            }
        }
    }

    /** @throws ProblemException 404 when there is no such programme in force */
    public ProgrammeInForce require(ProgrammeId programme) {
        return current().programme(programme).orElseThrow(() -> Problems.notFound("programme '" + programme + "'"));
    }
}
