package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final Origin ORIGIN = new Origin("officer-1", "4bf92f3577b34da6a3ce929d0e0e4736", "");
    private static final Instant TIME = Instant.parse("2025-03-01T12:00:00.123456Z");

    private static RecordedEvent event(
            String previous,
            String log,
            long position,
            String stream,
            long version,
            EncodedEvent event,
            Instant time,
            Origin origin) {
        return HashChain.link(previous, log, position, new StreamName(stream), version, event, time, origin);
    }

    private static EncodedEvent encoded(String type, int schema, String payload) {
        return new EncodedEvent(type, schema, payload);
    }

    @Test
    void theFormOfTheHashIsFixedForEver() {
        RecordedEvent first =
                event(HashChain.BEGINNING, "requisitions", 1, "s", 1, encoded("t", 1, "{\"å\":1}"), TIME, ORIGIN);

        assertThat(first.hash()).isEqualTo("319b4c125c780b7b0d2ee95b813c03e28edcf14e1f4ea96cecb9639fb6adb452");
        assertThat(first.hash()).isEqualTo(HashChain.hash(first));
    }

    @Test
    void everyPartOfAnEventMovesItsHashAndNoTwoPartsRunIntoEachOther() {
        EncodedEvent it = encoded("type", 1, "{}");
        List<RecordedEvent> events = List.of(
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME, ORIGIN),
                event("1" + "0".repeat(63), "log", 1, "stream", 1, it, TIME, ORIGIN),
                event(HashChain.BEGINNING, "logs", 1, "tream", 1, it, TIME, ORIGIN),
                event(HashChain.BEGINNING, "log", 2, "stream", 1, it, TIME, ORIGIN),
                event(HashChain.BEGINNING, "log", 1, "streamt", 1, encoded("ype", 1, "{}"), TIME, ORIGIN),
                event(HashChain.BEGINNING, "log", 1, "stream", 2, it, TIME, ORIGIN),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, encoded("type", 2, "{}"), TIME, ORIGIN),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, encoded("type", 1, "{ }"), TIME, ORIGIN),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME.plusNanos(1_000), ORIGIN),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME, new Origin("officer-1", "", "")),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME, new Origin("officer-", "1", "")),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME, new Origin("officer-1{", "}", "")),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME, new Origin("officer-1", "", "loa3")),
                event(HashChain.BEGINNING, "log", 1, "stream", 1, it, TIME, new Origin("officer-1", "", "{}")),
                event(
                        HashChain.BEGINNING,
                        "log",
                        1,
                        "stream",
                        1,
                        encoded("type", 1, ""),
                        TIME,
                        new Origin("officer-1", "", "{}")));

        Set<String> hashes = new HashSet<>();
        events.forEach(event -> hashes.add(event.hash()));
        assertThat(hashes).hasSameSizeAs(events);
    }
}
