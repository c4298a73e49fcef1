package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.statsbidrag.events.codec.EventEnvelope;
import se.statsbidrag.events.inbox.LogFeed;
import se.statsbidrag.events.inbox.SourceUnreachable;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.log.NotYetReached;
import se.statsbidrag.events.log.RecordedEvent;

/** Another service's log over HTTP, as {@link LogFeedResource} gives it. */
final class HttpLogFeed implements LogFeed {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration SEAL = Duration.ofSeconds(8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String log;
    private final URI base;
    private final SisterCalls sisters;

    HttpLogFeed(String log, URI base, SisterCalls sisters) {
        this.log = log;
        this.base = base;
        this.sisters = sisters;
    }

    @Override
    public String log() {
        return log;
    }

    @Override
    public Head head() {
        return head(ok(get("/head")));
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        String page = ok(get("/events?after=" + position + "&limit=" + limit));
        try {
            return EventEnvelope.readAll(page);
        } catch (IllegalArgumentException e) {
            throw new SourceUnreachable(log, "its page of events cannot be read");
        }
    }

    @Override
    public Head seal(Instant instant) {
        String query = "/seal?instant=" + URLEncoder.encode(instant.toString(), StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(request(query).POST(HttpRequest.BodyPublishers.noBody()), SEAL);
        if (answer.statusCode() == 422) {
            throw new NotYetReached(log, instant, head().time());
        }
        return head(ok(answer));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET(), ANSWER);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + LogFeedResource.PATH + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Duration patience) {
        try {
            return sisters.send(request, patience);
        } catch (IOException e) {
            throw new SourceUnreachable(log, base + ": " + (e.getMessage() == null ? "no connection" : e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnreachable(log, "interrupted");
        }
    }

    private String ok(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new SourceUnreachable(log, base + " answers with status " + answer.statusCode());
        }
        return answer.body();
    }

    private Head head(String json) {
        try {
            JsonNode head = JSON.readTree(json);
            if (!log.equals(head.path("log").asText())) {
                throw new SourceUnreachable(
                        log, base + " has the log " + head.path("log").asText());
            }
            return new Head(
                    log,
                    head.path("position").longValue(),
                    head.path("hash").asText(),
                    Instant.parse(head.path("time").asText()));
        } catch (JsonProcessingException | java.time.DateTimeException e) {
            throw new SourceUnreachable(log, "its head cannot be read");
        }
    }
}
