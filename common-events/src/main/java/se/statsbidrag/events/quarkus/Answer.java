package se.statsbidrag.events.quarkus;

import org.jspecify.annotations.Nullable;

/**
 * What a command answers.
 *
 * @param status the HTTP status, such as 200 or 201
 * @param body written as JSON; null for none
 * @param version of the thing after the command, sent as ETag; 0 for none
 */
public record Answer(int status, @Nullable Object body, long version) {}
