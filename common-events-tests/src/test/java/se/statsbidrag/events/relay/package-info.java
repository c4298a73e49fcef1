/** The relay with real PostgreSQL and Kafka. */
@NullMarked
package se.statsbidrag.events.relay;

import org.jspecify.annotations.NullMarked;
