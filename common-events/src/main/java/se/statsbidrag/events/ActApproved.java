package se.statsbidrag.events;

/**
 * Another person approved what was proposed. What it brings about is recorded in the same append.
 *
 * @param act as proposed
 * @param subject as proposed
 * @param proposedAt the position of the proposal in the same log
 * @param reason why
 */
public record ActApproved(String act, String subject, long proposedAt, String reason) implements GrantEvent {}
