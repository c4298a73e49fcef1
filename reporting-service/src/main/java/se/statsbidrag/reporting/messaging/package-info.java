/** What Kafka brings: other services' logs into the inbox, new plans into their store. */
@NullMarked
package se.statsbidrag.reporting.messaging;

import org.jspecify.annotations.NullMarked;
