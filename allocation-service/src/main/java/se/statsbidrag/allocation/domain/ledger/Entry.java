package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.rules.value.EventReference;

/**
 * An event of the ledger, and where it stands.
 *
 * @param recordedAt when it was recorded
 * @param actor the subject of who caused it
 */
public record Entry(LedgerEvent event, EventReference reference, Instant recordedAt, String actor) {}
