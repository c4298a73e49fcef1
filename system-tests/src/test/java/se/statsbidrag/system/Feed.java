package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.HashChain;
import se.statsbidrag.events.log.RecordedEvent;

/** A service's own log as other services read it. */
final class Feed {
    private final Rest service;
    private final String log;

    Feed(Rest service, String log) {
        this.service = service;
        this.log = log;
    }

    /** The position of the last event; 0 when there is none. */
    long head() {
        return RunningSystem.answered("the head of " + log, () -> service.get("/internal/log/head"))
                .json()
                .path("position")
                .asLong();
    }

    /** All events, in order; an error when one is missing or the chain is broken (truths 1, 3 and 14). */
    List<RecordedEvent> all() {
        List<RecordedEvent> all = new ArrayList<>();
        while (true) {
            String path = "/internal/log/events?after=" + all.size() + "&limit=500";
            String page = RunningSystem.answered(log + " after " + all.size(), () -> service.get(path))
                    .text();
            List<RecordedEvent> events = EventEnvelope.readAll(page);
            if (events.isEmpty()) {
                break;
            }
            all.addAll(events);
        }
        RecordedEvent before = null;
        for (RecordedEvent event : all) {
            assertThat(event.position()).as(log).isEqualTo(before == null ? 1 : before.position() + 1);
            assertThat(event.previousHash())
                    .as("%s", event.reference())
                    .isEqualTo(before == null ? HashChain.BEGINNING : before.hash());
            assertThat(event.hash()).as("%s", event.reference()).isEqualTo(HashChain.hash(event));
            if (before != null) {
                assertThat(event.recordedAt()).as("%s", event.reference()).isAfterOrEqualTo(before.recordedAt());
            }
            before = event;
        }
        return all;
    }
}
