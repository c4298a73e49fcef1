/**
 * Real PostgreSQL, Kafka, sign-in and services as local processes: one {@link se.statsbidrag.local.Part} each, which can be started,
 * ended in order and killed. Used by {@code ./start} and by tests; never deployed.
 */
@NullMarked
package se.statsbidrag.local;

import org.jspecify.annotations.NullMarked;
