/**
 * A grant as data: its definition file read, checked against its control totals and hashed. Rates, caps, keys and
 * dates stand here and nowhere in code, each with its source.
 */
@NullMarked
package se.statsbidrag.rules.programme;

import org.jspecify.annotations.NullMarked;
