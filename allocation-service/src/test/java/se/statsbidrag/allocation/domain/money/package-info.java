/** What happens to a programme's facts and money in any order, and what must hold after each step. */
@NullMarked
package se.statsbidrag.allocation.domain.money;

import org.jspecify.annotations.NullMarked;
