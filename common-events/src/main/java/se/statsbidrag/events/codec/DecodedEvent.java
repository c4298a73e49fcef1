package se.statsbidrag.events.codec;

import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * An event as it was recorded, and what it says.
 *
 * @param recorded byte for byte as in the log
 * @param event read by the current code, upcast where it was written by an earlier one
 */
public record DecodedEvent(RecordedEvent recorded, GrantEvent event) {}
