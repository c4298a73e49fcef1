package se.statsbidrag.secondcalculator;

import java.time.Instant;

/**
 * An event as it stands in a log.
 *
 * @param log the log's name
 * @param position from 1, without gaps
 * @param type stable type name
 * @param version from 1 within the event's stream
 * @param recordedAt by the log's clock
 * @param payload JSON
 */
public record LogText(String log, long position, String type, long version, Instant recordedAt, String payload) {}
