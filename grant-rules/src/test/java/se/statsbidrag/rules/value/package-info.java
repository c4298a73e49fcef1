/** Codes and numbers are taken only in their written form. */
@NullMarked
package se.statsbidrag.rules.value;

import org.jspecify.annotations.NullMarked;
