/** The running service over HTTP, with real PostgreSQL and Kafka. */
@NullMarked
package se.statsbidrag.requisition.api;

import org.jspecify.annotations.NullMarked;
