/** What the ledger of decided money says, as tables in business words. */
@NullMarked
package se.statsbidrag.allocation.domain.ledger;

import org.jspecify.annotations.NullMarked;
