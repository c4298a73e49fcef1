/** Payments in business words: what is ordered, what the bank answers, and that all agrees to the krona. */
@NullMarked
package se.statsbidrag.allocation.domain.payment;

import org.jspecify.annotations.NullMarked;
