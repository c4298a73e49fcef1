package se.statsbidrag.events.inbox;

import se.statsbidrag.rules.value.EventReference;

/** How the following of one log goes. */
public sealed interface FollowerState {
    String log();

    /** Events are taken in as they come. */
    record Following(String log) implements FollowerState {}

    /** What was to be taken in last was undone; it is tried again and again. */
    record Failing(String log, String reason) implements FollowerState {}

    /** The source does not answer; what Kafka brings is taken in all the same, as far as it has no gap. */
    record SourceSilent(String log, String reason) implements FollowerState {}

    /** Nothing more is taken in until a person has looked and the service is started again. */
    record Stopped(String log, EventReference event, String reason) implements FollowerState {}
}
