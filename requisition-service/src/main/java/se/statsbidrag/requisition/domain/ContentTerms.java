package se.statsbidrag.requisition.domain;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Purpose;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.RequisitionRules;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.rule.PurposeReach;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What a requisition holds in a programme, recipient by recipient (2024:1252, 3–5 §§; 2024:1253, 2–5 §§).
 *
 * @param amountSetBy who sets the amount
 * @param highestAmounts the most that each recipient may ask for, whole kronor (I-R1)
 * @param purposes the programme's purposes by number, each with those that may name it; none where none are named
 * @param plan who carries out what
 */
public record ContentTerms(
        AmountSetBy amountSetBy,
        Map<RecipientCode, Long> highestAmounts,
        SortedMap<Integer, SortedSet<RecipientCode>> purposes,
        Plan plan) {

    /**
     * Whether a requisition says who carries out what.
     *
     * @param asked whether it does at all
     * @param stating those that state it in the requisition, where others may refer to a plan that they share
     */
    public record Plan(boolean asked, Set<RecipientCode> stating) {
        public Plan {
            stating = Set.copyOf(stating);
        }
    }

    public ContentTerms {
        highestAmounts = Map.copyOf(highestAmounts);
        purposes = Collections.unmodifiableSortedMap(new TreeMap<>(purposes));
    }

    /** What a definition asks for. */
    public static ContentTerms of(ProgrammeDefinition definition) {
        Shares shares = Shares.of(definition);
        Map<RecipientCode, Long> highest = new HashMap<>();
        definition.recipients().forEach(recipient -> highest.put(recipient.code(), shares.total(recipient.code())));
        SortedMap<Integer, SortedSet<RecipientCode>> purposes = new TreeMap<>();
        for (Purpose purpose : definition.requisition().purposes()) {
            purposes.put(
                    purpose.number(),
                    definition.recipients().stream()
                            .map(Recipient::code)
                            .filter(code -> PurposeReach.reaches(definition, shares, purpose, code))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        RequisitionRules.JointPlanRule plan = definition.requisition().jointPlan();
        return new ContentTerms(
                definition.amountSetBy(),
                highest,
                purposes,
                plan == null ? new Plan(false, Set.of()) : new Plan(true, plan.statedInRequisitionBy()));
    }

    /** The numbers of the purposes that a recipient may name. */
    public SortedSet<Integer> purposesFor(RecipientCode recipient) {
        return purposes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(recipient))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
