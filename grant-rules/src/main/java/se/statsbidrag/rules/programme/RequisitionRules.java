package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a requisition holds in a programme.
 *
 * @param amountSetBy who sets its amount
 * @param rule the number of the rule that asks for a requisition, such as R-K4
 * @param source where that is stated
 * @param opening the first day for requisitions; null where no source gives one
 * @param certification what the recipient certifies; null in definitions of before its text was stated
 * @param purposes those to choose among; none where a requisition names none
 * @param jointPlan whether it says who carries out what; null where it does not
 */
public record RequisitionRules(
        AmountSetBy amountSetBy,
        String rule,
        String source,
        @Nullable Opening opening,
        @Nullable SourcedText certification,
        List<Purpose> purposes,
        @Nullable JointPlanRule jointPlan) {
    public RequisitionRules {
        purposes = List.copyOf(purposes);
    }

    /**
     * The first day for requisitions.
     *
     * @param date Swedish local date
     * @param source where it is stated
     */
    public record Opening(LocalDate date, String source) {}

    /**
     * A joint plan says who carries out what (R-G6).
     *
     * @param source where it is stated
     * @param statedInRequisitionBy those that state it in the requisition instead
     */
    public record JointPlanRule(String source, SortedSet<RecipientCode> statedInRequisitionBy) {
        public JointPlanRule {
            statedInRequisitionBy = Collections.unmodifiableSortedSet(new TreeSet<>(statedInRequisitionBy));
        }
    }
}
