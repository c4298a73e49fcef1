package se.statsbidrag.events;

/**
 * What was proposed was returned: by another person, or by the one who proposed it.
 *
 * @param act as proposed
 * @param subject as proposed
 * @param proposedAt the position of the proposal in the same log
 * @param reason why
 */
public record ActReturned(String act, String subject, long proposedAt, String reason) implements GrantEvent {}
