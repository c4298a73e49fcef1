package se.statsbidrag.events.log;

/**
 * An event in the form in which it is stored.
 *
 * @param type stable type name, such as {@code deadline-passed}; never a class name
 * @param schema the type's schema number, from 1
 * @param payload JSON text, the same bytes for the same event
 */
public record EncodedEvent(String type, int schema, String payload) {}
