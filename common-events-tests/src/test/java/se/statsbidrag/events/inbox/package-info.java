/** The inbox against memory and PostgreSQL, and what following a log must survive. */
@NullMarked
package se.statsbidrag.events.inbox;

import org.jspecify.annotations.NullMarked;
