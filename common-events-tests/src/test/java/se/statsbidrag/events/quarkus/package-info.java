/** The machinery as it runs: Quarkus with real PostgreSQL and Kafka. */
@NullMarked
package se.statsbidrag.events.quarkus;

import org.jspecify.annotations.NullMarked;
