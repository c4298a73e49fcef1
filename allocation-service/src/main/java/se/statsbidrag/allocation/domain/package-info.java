/**
 * What the plans rest on, folded from the events of the three logs. Pure: no clock, no input or output, and the same
 * events give the same facts however the logs were interleaved.
 */
@NullMarked
package se.statsbidrag.allocation.domain;

import org.jspecify.annotations.NullMarked;
