package se.statsbidrag.events;

/**
 * A disposal decision: the name behind an opaque id is erased everywhere, and not kept again. What the person did stays.
 *
 * @param person the opaque id
 * @param reason the decision's ground
 */
public record PersonErased(String person, String reason) implements GrantEvent {}
