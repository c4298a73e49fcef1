/** Tests of who may do what, as tables in business words. */
@NullMarked
package se.statsbidrag.events.access;

import org.jspecify.annotations.NullMarked;
