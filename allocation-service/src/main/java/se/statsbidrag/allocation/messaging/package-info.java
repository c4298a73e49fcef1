/** Messages from Kafka into the inbox, and nothing else. */
@NullMarked
package se.statsbidrag.allocation.messaging;

import org.jspecify.annotations.NullMarked;
