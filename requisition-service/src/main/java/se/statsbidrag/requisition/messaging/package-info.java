/** What Kafka brings of other services' logs goes to the inbox, and nothing else happens here. */
@NullMarked
package se.statsbidrag.requisition.messaging;

import org.jspecify.annotations.NullMarked;
