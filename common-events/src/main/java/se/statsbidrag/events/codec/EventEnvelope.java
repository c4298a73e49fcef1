package se.statsbidrag.events.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;

/**
 * A whole recorded event as JSON, for the way between services: in a Kafka message, and in pages over HTTP. The payload
 * travels as a text, so that its bytes stay what the hash covers.
 */
public final class EventEnvelope {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Flat(
            String log,
            long position,
            String stream,
            long version,
            String type,
            int schema,
            Instant recordedAt,
            String actor,
            String trace,
            String authentication,
            String payload,
            String previousHash,
            String hash) {
        static Flat of(RecordedEvent event) {
            return new Flat(
                    event.log(),
                    event.position(),
                    event.stream().value(),
                    event.version(),
                    event.type(),
                    event.schema(),
                    event.recordedAt(),
                    event.actor(),
                    event.trace(),
                    event.authentication(),
                    event.payload(),
                    event.previousHash(),
                    event.hash());
        }

        RecordedEvent event() {
            return new RecordedEvent(
                    log,
                    position,
                    new StreamName(stream),
                    version,
                    type,
                    schema,
                    recordedAt,
                    actor,
                    trace,
                    authentication,
                    payload,
                    previousHash,
                    hash);
        }
    }

    private EventEnvelope() {}

    public static String write(RecordedEvent event) {
        return json(Flat.of(event));
    }

    public static String writeAll(List<RecordedEvent> events) {
        return json(events.stream().map(Flat::of).toList());
    }

    /** @throws IllegalArgumentException when it is no such envelope */
    public static RecordedEvent read(String envelope) {
        try {
            return JSON.readValue(envelope, Flat.class).event();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an event's envelope", e);
        }
    }

    /** @throws IllegalArgumentException when it is no list of envelopes */
    public static List<RecordedEvent> readAll(String envelopes) {
        try {
            return List.of(JSON.readValue(envelopes, Flat[].class)).stream()
                    .map(Flat::event)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a list of events' envelopes", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event's envelope cannot be written", e);
        }
    }
}
