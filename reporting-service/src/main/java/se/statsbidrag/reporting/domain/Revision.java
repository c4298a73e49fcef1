package se.statsbidrag.reporting.domain;

import java.time.Instant;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.rules.value.EventReference;

/**
 * A delivery as it was recorded.
 *
 * @param delivered what it says
 * @param recordedAt by the log's clock
 * @param event where it stands
 */
public record Revision(OperationsReported delivered, Instant recordedAt, EventReference event) {}
