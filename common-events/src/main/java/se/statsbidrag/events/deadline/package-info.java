/** Which programmes are in force with which deadlines, as the logs say, and the marks that close deadlines. */
@NullMarked
package se.statsbidrag.events.deadline;

import org.jspecify.annotations.NullMarked;
