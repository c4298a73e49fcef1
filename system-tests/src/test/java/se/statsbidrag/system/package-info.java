/** Tests of the whole running system: real PostgreSQL, Kafka and three services, spoken to over REST alone. */
@NullMarked
package se.statsbidrag.system;

import org.jspecify.annotations.NullMarked;
