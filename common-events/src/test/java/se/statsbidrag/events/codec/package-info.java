/** Tests of how events are written and read. */
@NullMarked
package se.statsbidrag.events.codec;

import org.jspecify.annotations.NullMarked;
