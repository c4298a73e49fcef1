/**
 * What the rules are applied to, folded from the events of the logs. Pure: the same events give the same facts however the
 * logs were interleaved.
 */
@NullMarked
package se.statsbidrag.events.facts;

import org.jspecify.annotations.NullMarked;
