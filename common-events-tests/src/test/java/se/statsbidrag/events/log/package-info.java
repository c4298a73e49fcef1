/** Tests of the log and its promises. */
@NullMarked
package se.statsbidrag.events.log;

import org.jspecify.annotations.NullMarked;
