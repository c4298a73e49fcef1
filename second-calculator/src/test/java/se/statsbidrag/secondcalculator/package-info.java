/** Tests of the second calculator by itself, and against the rules. */
@NullMarked
package se.statsbidrag.secondcalculator;

import org.jspecify.annotations.NullMarked;
