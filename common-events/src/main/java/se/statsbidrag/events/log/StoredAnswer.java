package se.statsbidrag.events.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command was answered, kept so that it can be answered the same again.
 *
 * @param status the HTTP status
 * @param body JSON text; null for none
 * @param headers those that belong to the answer, such as {@code ETag} and {@code Location}
 */
public record StoredAnswer(int status, @Nullable String body, Map<String, String> headers) {
    public StoredAnswer {
        headers = Map.copyOf(headers);
    }
}
