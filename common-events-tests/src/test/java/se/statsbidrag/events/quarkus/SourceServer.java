package se.statsbidrag.events.quarkus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.NotYetReached;
import se.statsbidrag.events.log.RecordedEvent;

/** Another service as it is seen from this one: the log {@code operations} behind the internal feed, over real HTTP. */
@Singleton
@Startup
@Priority(1)
class SourceServer {
    private final HttpServer server;
    private final EventLog log;
    private final Sealing sealing;
    private final AtomicInteger pages = new AtomicInteger();
    private volatile boolean silent;

    @Inject
    SourceServer(Settings settings, EventCodec codec, BusinessClock clock) throws IOException {
        URI address = settings.source("operations");
        log = new InMemoryEventLog("operations", codec, clock);
        sealing = new Sealing(log, clock);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/log/head", exchange -> answer(exchange, 200, head(log.head())));
        server.createContext("/internal/log/events", exchange -> answer(exchange, 200, events(query(exchange))));
        server.createContext("/internal/log/seal", this::seal);
        server.start();
    }

    void stop(@Observes ShutdownEvent event) {
        server.stop(0);
    }

    EventLog log() {
        return log;
    }

    /** How many pages of events were asked for. */
    int pages() {
        return pages.get();
    }

    void silent(boolean yes) {
        silent = yes;
    }

    private String events(Map<String, String> query) {
        pages.incrementAndGet();
        List<RecordedEvent> page = log.readAfter(
                Long.parseLong(query.getOrDefault("after", "0")), Integer.parseInt(query.getOrDefault("limit", "100")));
        return EventEnvelope.writeAll(page);
    }

    private void seal(HttpExchange exchange) throws IOException {
        Instant instant =
                Instant.parse(query(exchange).getOrDefault("instant", "").replace("%3A", ":"));
        try {
            answer(exchange, 200, head(sealing.seal(instant)));
        } catch (NotYetReached e) {
            answer(exchange, 422, "{}");
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String head(Head head) {
        return StrictJson.write(head);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(silent ? 503 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
