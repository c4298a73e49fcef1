package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Runs what changes something: in one transaction with its receipt, again when another writer was first. */
@ApplicationScoped
public class Commands {

    /**
     * Runs a command and answers it. {@code Idempotency-Key}, {@code If-Match} and {@code traceparent} are taken from the
     * request.
     *
     * @param body all of the request's body, as it came; empty for none
     * @param work may be run more than once, and undone
     * @throws ProblemException what the work throws, 412 for a stale {@code If-Match}, 503 when the log refuses for now
     */
    public Response execute(byte[] body, CommandWork work) {
        throw new UnsupportedOperationException("follows shortly");
    }
}
