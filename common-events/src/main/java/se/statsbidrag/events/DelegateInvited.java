package se.statsbidrag.events;

/**
 * A person may act for the organisation in a role, as long as the mandate that it rests on is in force.
 *
 * @param mandate the mandate that it rests on
 * @param person opaque id of the person
 */
public record DelegateInvited(MandateReference mandate, DelegateRole role, String person) implements GrantEvent {}
