/** Plans, decisions, payments, claims and explanation. */
@NullMarked
package se.statsbidrag.allocation;

import org.jspecify.annotations.NullMarked;
