package se.statsbidrag.events;

/**
 * A person proposed an act that takes two. The proposal has no effect before another person approves it; a later proposal
 * about the same takes its place.
 *
 * @param act the kind of act, a stable name such as {@code reporter-scope}
 * @param subject what it is about, such as a reporter's name
 * @param content what is proposed, as JSON
 * @param reason why; empty where the act needs none
 */
public record ActProposed(String act, String subject, String content, String reason) implements GrantEvent {}
