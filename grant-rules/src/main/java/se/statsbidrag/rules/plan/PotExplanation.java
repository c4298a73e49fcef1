package se.statsbidrag.rules.plan;

import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.PotId;

/**
 * How a pot's sums came about.
 *
 * @param pot which one
 * @param amount all of it
 * @param distributed due to recipients
 * @param remaining not yet claimed or earned, or reserved
 * @param transferred what became derived pots; null for a pot from which none are derived
 * @param returned what goes back to the state; null for a pot whose remainder is transferred
 */
public record PotExplanation(
        PotId pot,
        Step amount,
        Step distributed,
        Step remaining,
        @Nullable Step transferred,
        @Nullable Step returned) {}
