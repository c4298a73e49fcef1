package se.statsbidrag.events;

/**
 * A person may no longer act for the organisation in a role.
 *
 * @param mandate the mandate that it rested on
 * @param person opaque id of the person
 */
public record DelegateRemoved(MandateReference mandate, DelegateRole role, String person) implements GrantEvent {}
