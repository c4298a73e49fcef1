/** How a log reaches Kafka: read, sent, acknowledged, and only then the checkpoint moves. The log is the outbox. */
@NullMarked
package se.statsbidrag.events.relay;

import org.jspecify.annotations.NullMarked;
