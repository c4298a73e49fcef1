/**
 * Exact arithmetic: fractions of whole numbers, and whole kronor by largest remainder (domain: Rounding and money).
 */
@NullMarked
package se.statsbidrag.rules.money;

import org.jspecify.annotations.NullMarked;
