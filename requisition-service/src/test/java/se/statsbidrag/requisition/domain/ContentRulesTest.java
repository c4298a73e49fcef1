package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.JointPlan;
import se.statsbidrag.events.PlannedMeasure;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.value.RecipientCode;

/** A county of a region (23), a municipality with a rural share (2309) and one without (2380); and Gotland (09, 0980). */
class ContentRulesTest {
    private static final RecipientCode REGION = new RecipientCode("23");
    private static final RecipientCode RURAL = new RecipientCode("2309");
    private static final RecipientCode TOWN = new RecipientCode("2380");
    private static final RecipientCode GOTLAND = new RecipientCode("09");
    private static final Set<RecipientCode> ALL = Set.of(REGION, RURAL, TOWN, GOTLAND, new RecipientCode("0980"));

    private static final ContentTerms LOCAL_CARE = new ContentTerms(
            AmountSetBy.RECIPIENT,
            ALL.stream().collect(Collectors.toMap(code -> code, code -> 1000L)),
            new TreeMap<>(Map.of(
                    1, new TreeSet<>(ALL),
                    8, new TreeSet<>(Set.of(REGION, RURAL)))),
            new ContentTerms.Plan(true, Set.of(GOTLAND, new RecipientCode("0980"))));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # a requisition in full, of less, of more than the share, of nothing
        23   | amount 1000, purposes 1, shared plan       |
        23   | amount 1, purposes 1, shared plan          |
        23   | amount 1001, purposes 1, shared plan       | amount is more than the recipient's share, 1000 kronor
        23   | amount 0, purposes 1, shared plan          | amount is not above 0
        23   | purposes 1, shared plan                    | amount is missing
        # certification
        23   | amount 1, purposes 1, shared plan, uncertified | certified the recipient has not certified that the conditions will be met
        # purposes: 8 is for those with a rural share
        23   | amount 1, purposes 1 8, shared plan        |
        2309 | amount 1, purposes 1 8, shared plan        |
        2380 | amount 1, purposes 1 8, shared plan        | purposes[1] is not for this recipient
        23   | amount 1, purposes 9, shared plan          | purposes[0] is not a purpose of the programme
        23   | amount 1, purposes 1 1, shared plan        | purposes[1] is named twice
        23   | amount 1, shared plan                      | purposes names no purpose
        # who carries out what: Gotland states it in the requisition, others may share a plan
        23   | amount 1, purposes 1                       | plan is missing: who carries out what
        23   | amount 1, purposes 1, empty plan           | plan neither refers to a joint plan nor names measures
        23   | amount 1, purposes 1, measure by 23 2309   |
        09   | amount 1, purposes 1, shared plan          | plan.measures names no measure, and this recipient states them in the requisition
        09   | amount 1, purposes 1, measure by 09        |
        23   | amount 1, purposes 1, measure by 0980      | plan.measures[0].carriedOutBy is no recipient of the county
        23   | amount 1, purposes 1, measure by           | plan.measures[0].carriedOutBy names nobody
        # all at once
        2380 | purposes 8, uncertified                    | amount is missing; certified the recipient has not certified that the conditions will be met; purposes[0] is not for this recipient; plan is missing: who carries out what
        """)
    void a_requisition_holds_what_its_programme_asks_for(String recipient, String says, String faults) {
        List<FieldFault> told = ContentRules.faults(LOCAL_CARE, new RecipientCode(recipient), content(says));

        assertThat(told.stream()
                        .map(fault -> fault.field() + " " + fault.fault())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(faults == null ? "" : faults);
        assertThat(told).allSatisfy(fault -> assertThat(fault.swedish()).isNotEmpty());
    }

    private static RequisitionContent content(String says) {
        Long amount = null;
        boolean certified = true;
        List<Integer> purposes = new ArrayList<>();
        JointPlan plan = null;
        for (String part : says.split(", ")) {
            String[] words = part.split(" ");
            switch (words[0]) {
                case "amount" -> amount = Long.valueOf(words[1]);
                case "uncertified" -> certified = false;
                case "purposes" ->
                    Arrays.stream(words).skip(1).map(Integer::valueOf).forEach(purposes::add);
                case "shared" -> plan = new JointPlan("RJL 2025/17", "", List.of());
                case "empty" -> plan = new JointPlan("", "", List.of());
                case "measure" ->
                    plan = new JointPlan(
                            "",
                            "",
                            List.of(new PlannedMeasure(
                                    1,
                                    "Fast läkarkontakt",
                                    Arrays.stream(words)
                                            .skip(2)
                                            .map(RecipientCode::new)
                                            .toList())));
                default -> throw new IllegalArgumentException(part);
            }
        }
        return new RequisitionContent(amount, true, certified, purposes, plan);
    }
}
