package se.statsbidrag.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient asks for.
 *
 * @param amount whole kronor; null where the programme sets the amount
 * @param wantsRemainingFunds whether it wants a share of what others leave
 * @param certified whether it certifies that the conditions will be met
 * @param purposes numbers of the programme's purposes, ascending
 * @param plan who carries out what; null where the programme asks for none
 */
public record RequisitionContent(
        @Nullable Long amount,
        boolean wantsRemainingFunds,
        boolean certified,
        List<Integer> purposes,
        @Nullable JointPlan plan) {
    public RequisitionContent {
        purposes = List.copyOf(purposes);
    }
}
