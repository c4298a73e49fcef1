package se.statsbidrag.reporting.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.NotYetReached;

/** requisition-service and allocation-service over real HTTP: their logs, and what the latter answers as of an instant. */
public final class AnsweringServices {
    /** By path, then by the first instant that it holds for. */
    private final Map<String, TreeMap<Instant, String>> answers = new ConcurrentHashMap<>();

    AnsweringServices(EventLog requisitions, EventLog allocations) {
        serve(requisitions);
        serve(allocations);
    }

    /** What {@code GET …/plan?asOf=} and {@code GET …/balances?asOf=} of a programme answer from an instant on. */
    public void answer(String programme, Instant from, String plan, String balances) {
        String base = "/allocation/v1/programmes/" + programme + "/";
        answers.computeIfAbsent(base + "plan", _ -> new TreeMap<>()).put(from, plan);
        answers.computeIfAbsent(base + "balances", _ -> new TreeMap<>()).put(from, balances);
    }

    private void serve(EventLog log) {
        String name = log.head().log();
        URI address = ConfigProvider.getConfig().getValue("statsbidrag.sources." + name, URI.class);
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/internal/log/head", exchange -> answer(exchange, 200, head(log.head())));
            server.createContext("/internal/log/events", exchange -> {
                Map<String, String> query = query(exchange);
                answer(
                        exchange,
                        200,
                        EventEnvelope.writeAll(log.readAfter(
                                Long.parseLong(query.getOrDefault("after", "0")),
                                Integer.parseInt(query.getOrDefault("limit", "500")))));
            });
            server.createContext("/internal/log/seal", exchange -> seal(exchange, log));
            server.createContext("/allocation", this::money);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void seal(HttpExchange exchange, EventLog log) throws IOException {
        try {
            answer(exchange, 200, head(log.seal(Instant.parse(query(exchange).getOrDefault("instant", "")))));
        } catch (NotYetReached e) {
            answer(exchange, 422, "{}");
        }
    }

    private void money(HttpExchange exchange) throws IOException {
        TreeMap<Instant, String> known =
                answers.getOrDefault(exchange.getRequestURI().getPath(), new TreeMap<>());
        String asOf = query(exchange).get("asOf");
        Map.Entry<Instant, String> found = asOf == null ? null : known.floorEntry(Instant.parse(asOf));
        answer(exchange, found == null ? 404 : 200, found == null ? "{}" : found.getValue());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String head(Head head) {
        return "{\"log\":\"%s\",\"position\":%d,\"hash\":\"%s\",\"time\":\"%s\"}"
                .formatted(head.log(), head.position(), head.hash(), head.time());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
