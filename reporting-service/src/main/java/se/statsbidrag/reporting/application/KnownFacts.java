package se.statsbidrag.reporting.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/**
 * What the rules are applied to, by everything that this service's database holds at the moment of asking. What was folded
 * once is kept in memory; only newer events are read.
 */
@ApplicationScoped
public class KnownFacts {
    private static final Logger LOGGER = Logger.getLogger(KnownFacts.class);

    private final Logs logs;
    private final EventCodec codec;
    private final ReporterId defaultReporter;
    private final ReentrantLock lock = new ReentrantLock();
    private FactsFold fold = FactsFold.empty();

    KnownFacts(
            Logs logs,
            EventCodec codec,
            @ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.logs = logs;
        this.codec = codec;
        this.defaultReporter = new ReporterId(defaultReporter);
    }

    /** A programme's facts; empty while events of it make no sense, which stops its plan too. */
    public Optional<Facts> of(ProgrammeId programme) {
        FactsFold known = current();
        List<String> faults = known.faults(programme);
        if (!faults.isEmpty() || known.inForce(programme).isEmpty()) {
            LOGGER.warnf("No facts of %s: %s", programme, faults);
            return Optional.empty();
        }
        return Optional.of(known.facts(programme, defaultReporter));
    }

    private FactsFold current() {
        lock.lock();
        try {
            for (String log : logs.names()) {
                readOn(logs.source(log));
            }
            return fold;
        } finally {
            lock.unlock();
        }
    }

    private void readOn(EventSource source) {
        while (true) {
            List<RecordedEvent> page = source.readAfter(fold.position(source.log()), EventSource.PAGE);
            if (page.isEmpty()) {
                return;
            }
            fold = fold.with(page.stream().map(codec::decode).toList());
        }
    }
}
