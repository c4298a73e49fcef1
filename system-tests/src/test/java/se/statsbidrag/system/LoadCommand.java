package se.statsbidrag.system;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller wants recorded exactly once, however often it has to ask.
 *
 * @param key its {@code Idempotency-Key}
 * @param log where it is to be recorded
 * @param body null for none
 * @param event the type of the one event that it leads to
 * @param says texts that the event must hold
 */
record LoadCommand(
        String key,
        String log,
        String method,
        String path,
        @Nullable Object body,
        String event,
        List<String> says) {

    /** The service said that it recorded the command there. */
    record Acknowledged(LoadCommand command, String log, long position) {}
}
