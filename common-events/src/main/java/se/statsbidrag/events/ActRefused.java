package se.statsbidrag.events;

/**
 * An act was refused in a way that matters. Stands in the log {@code refusals} alone, and holds nothing of the act itself.
 *
 * @param kind the kind of refusal, as problem documents name it, such as {@code forbidden} or {@code second-person}
 * @param method the HTTP method; empty where it was no request
 * @param path the path asked for without its query; empty where it was no request
 * @param detail what was wrong, without names of people
 */
public record ActRefused(String kind, String method, String path, String detail) implements GrantEvent {}
