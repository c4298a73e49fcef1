package se.statsbidrag.allocation.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.NotYetReached;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;

/** Another service as this one sees it: a log behind the internal feed, over real HTTP. */
public final class Source {
    private final HttpServer server;
    private final EventLog log;
    private volatile Duration behind = Duration.ZERO;

    Source(String name, URI address, EventCodec codec, InstantSource clock) throws IOException {
        log = new InMemoryEventLog(name, codec, () -> clock.instant().minus(behind));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/log/head", exchange -> answer(exchange, 200, head(log.head())));
        server.createContext("/internal/log/events", exchange -> answer(exchange, 200, events(query(exchange))));
        server.createContext("/internal/log/seal", this::seal);
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    /** Records an event in a stream; the service learns of it from Kafka, if it is sent there, or from the feed. */
    public RecordedEvent record(String stream, GrantEvent event) {
        StreamName name = new StreamName(stream);
        StreamAppend append = new StreamAppend(name, log.readStream(name).size(), List.of(event));
        return log.append(List.of(append), Origin.ofSystem("test")).events().getFirst();
    }

    /** How many events the stream holds. */
    public long version(String stream) {
        return log.readStream(new StreamName(stream)).size();
    }

    public long position() {
        return log.head().position();
    }

    public List<RecordedEvent> all() {
        return log.readAfter(0, Integer.MAX_VALUE);
    }

    /** Its clock goes this much behind the others'. */
    public void behind(Duration duration) {
        behind = duration;
    }

    private String events(Map<String, String> query) {
        return EventEnvelope.writeAll(log.readAfter(
                Long.parseLong(query.getOrDefault("after", "0")),
                Math.min(500, Integer.parseInt(query.getOrDefault("limit", "500")))));
    }

    private void seal(HttpExchange exchange) throws IOException {
        try {
            answer(exchange, 200, head(log.seal(Instant.parse(query(exchange).getOrDefault("instant", "")))));
        } catch (NotYetReached e) {
            answer(exchange, 422, "{}");
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String head(Head head) {
        return "{\"log\":\"%s\",\"position\":%d,\"hash\":\"%s\",\"time\":\"%s\"}"
                .formatted(head.log(), head.position(), head.hash(), head.time());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
