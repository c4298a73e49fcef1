package se.statsbidrag.events.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.log.Head;

/**
 * What a service states about its logs at one moment. Who keeps it can find out later whether a log was written anew: the
 * chain up to a stated head can no longer be changed unseen.
 *
 * @param issuer the service's name
 * @param issuedAt by the service's clock
 * @param heads of all its logs
 */
public record HeadsStatement(String issuer, Instant issuedAt, List<Head> heads) {
    static final String TYPE = "statsbidrag-heads+jws";

    public HeadsStatement {
        heads = List.copyOf(heads);
    }

    /** @throws IllegalArgumentException when it is no such statement */
    static HeadsStatement read(String json) {
        return AuditJson.read(json, HeadsStatement.class);
    }

    String json() {
        return AuditJson.write(this);
    }

    /** What it states about one log. */
    public Optional<Head> head(String log) {
        return heads.stream().filter(head -> head.log().equals(log)).findFirst();
    }
}
