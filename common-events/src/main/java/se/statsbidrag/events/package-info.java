/** What happened, in the words of the law and the field: the events of the three logs. Facts only, never a sum of money due. */
@NullMarked
package se.statsbidrag.events;

import org.jspecify.annotations.NullMarked;
