package se.statsbidrag.events.log;

/**
 * Who caused an event, and in which call.
 *
 * @param actor an opaque id, never a name; {@code system:…} for what the system does by itself
 * @param trace the W3C trace id of the call, 32 hexadecimal digits, or empty
 */
public record Origin(String actor, String trace) {}
