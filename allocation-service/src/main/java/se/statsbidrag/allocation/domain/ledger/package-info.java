/**
 * A programme's money once it is decided: decisions, holds, payments, claims and the agency's own account, folded from the
 * programme's ledger stream. Pure. Amounts are whole kronor.
 */
@NullMarked
package se.statsbidrag.allocation.domain.ledger;

import org.jspecify.annotations.NullMarked;
