/**
 * Orders to pay what is decided, and what the bank answers: which payments a batch holds, what fits of a bank's file, and
 * whether all agrees to the krona. Pure. Amounts are whole kronor.
 */
@NullMarked
package se.statsbidrag.allocation.domain.payment;

import org.jspecify.annotations.NullMarked;
