/** Programmes in force, and the marks that close deadlines. */
@NullMarked
package se.statsbidrag.events.deadline;

import org.jspecify.annotations.NullMarked;
