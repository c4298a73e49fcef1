package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What each recipient gets of a grant that recipients requisition amounts of, scenario by scenario (R-T1, R-T2, R-G1 to
 * R-G7, I-R1 to I-R6). A recipient is told of by its code and what it asks for: all, or an amount; more, when it wants what
 * others leave. The result is told by its code, what it gets of its own shares, and what it gets of what others left.
 */
class RedistributionTest {
    private static final ProgrammeDefinition GRANT = ShippedDefinition.ofTests("small-share-grant.yaml");
    private static final DeadlineId DEADLINE = new DeadlineId("requisition");
    private static final LocalDate DAY = LocalDate.of(2025, 4, 17);
    private static final String REST = "24 all, 25 all, 2309 all, 2380 all, 2401 all, 2501 all";

    private long position;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # what happens                              | what is requisitioned                                             | then    | what they get                                     | back to the state | remaining
        all requisition in full                     | 23 all, R                                                         | passed  | 23 1400, 2309 400, 2380 250, 24 2200, 2401 600, 25 1200, 2501 150 | 0    | 0
        before the deadline nothing is handed out   | 23 all more                                                       |         | 23 1400                                           | 0    | 4800
        one asks for less, one wants more           | 23 all more, 24 all, 25 600                                       | passed  | 23 1400+600, 24 2200, 25 600                      | 1400 | 0
        some not at all, two want more by shares    | 23 all more, 24 all more                                          | passed  | 23 1400+466, 24 2200+734                          | 1400 | 0
        nobody wants more                           | 23 all, 24 all, 25 600                                            | passed  | 23 1400, 24 2200, 25 600                          | 2000 | 0
        wants more but asked for less               | 23 all, 24 all, 25 600 more                                       | passed  | 23 1400, 24 2200, 25 600                          | 2000 | 0
        nobody requisitions at all                  |                                                                   | passed  |                                                   | 6200 | 0
        an amount that belongs to two pots          | 24 1101                                                           | passed  | 24 1101                                           | 5099 | 0
        submitted in time, undecided                | 23 all more, 24 all undecided, 25 600                             | passed  | 23 1400, 25 600                                   | 1400 | 2800
        only its own pots wait for the undecided    | 2401 all undecided, 2309 all more, 23 all more                    | passed  | 23 1400+3400, 2309 400                            | 0    | 1000
        returned, and completed after the deadline  | 23 all more, 24 all completed, 25 600                             | passed  | 23 1400+600, 24 2200, 25 600                      | 1400 | 0
        returned, not completed                     | 23 all more, 24 all returned, 25 600                              | passed  | 23 1400, 25 600                                   | 1400 | 2800
        withdrawn in time                           | 23 all more, 24 all withdrawn, 25 all                             | passed  | 23 1400+2200, 25 1200                             | 1400 | 0
        rejected                                    | 23 all more, 24 all rejected, 25 all                              | passed  | 23 1400+2200, 25 1200                             | 1400 | 0
        late, and not admitted                      | 23 all more, 24 all late, 25 all                                  | passed  | 23 1400+2200, 25 1200                             | 1400 | 0
        late, and admitted                          | 23 all more, 24 all late admitted, 25 all                         | passed  | 23 1400, 24 2200, 25 1200                         | 1400 | 0
        extended after it passed, and passed again  | 23 all more, 24 all late, 25 all                                  | extended| 23 1400, 24 2200, 25 1200                         | 1400 | 0
        no rural share, so none of the rural pot    | 2380 all more                                                     | passed  | 2380 250+750                                      | 5200 | 0
        asks for more than the share                | 23 9999                                                           | passed  | 23 1400                                           | 4800 | 0
        """)
    void the_money_goes_where_the_rules_say(
            String scenario, String requisitions, String then, String get, long returned, long remaining) {
        Facts facts = facts(requisitions == null ? "" : requisitions.replace("R", REST), then == null ? "" : then);
        PayoutPlan plan = PayoutCalculator.compute(GRANT, facts);

        assertThat(told(plan)).isEqualTo(get == null ? "" : get);
        assertThat(plan.pots().stream().mapToLong(PlannedPot::returned).sum()).isEqualTo(returned);
        assertThat(plan.pots().stream().mapToLong(PlannedPot::remaining).sum()).isEqualTo(remaining);
        assertThat(GRANT.recipients()).allSatisfy(recipient -> {
            Step tree = PlanExplanation.of(GRANT, facts).recipient(recipient.code());
            assertThat(StepEvaluator.evaluate(tree)).isEqualTo(tree.result()).isEqualTo(total(plan, recipient.code()));
        });
        assertThat(GRANT.pots()).allSatisfy(pot -> {
            PotExplanation steps = PlanExplanation.of(GRANT, facts).pot(pot.id());
            assertThat(StepEvaluator.evaluate(steps.distributed()))
                    .isEqualTo(plan.pot(pot.id()).orElseThrow().distributed());
            assertThat(StepEvaluator.evaluate(steps.remaining()))
                    .isEqualTo(plan.pot(pot.id()).orElseThrow().remaining());
        });
    }

    private static long total(PayoutPlan plan, RecipientCode recipient) {
        return plan.recipients().stream()
                .filter(each -> each.recipient().equals(recipient))
                .mapToLong(PlannedRecipient::total)
                .sum();
    }

    private static String told(PayoutPlan plan) {
        return plan.recipients().stream()
                .filter(recipient -> recipient.total() > 0)
                .map(recipient -> {
                    long more = recipient.lines().stream()
                            .filter(line -> line.pot().value().endsWith("-remaining"))
                            .mapToLong(PlannedRecipient.Line::amount)
                            .sum();
                    return recipient.recipient() + " " + (recipient.total() - more) + (more == 0 ? "" : "+" + more);
                })
                .collect(Collectors.joining(", "));
    }

    private Facts facts(String requisitions, String then) {
        Map<RecipientCode, List<Submission>> submissions = new HashMap<>();
        for (String line : requisitions.split(", ")) {
            if (!line.isBlank()) {
                String[] words = line.strip().split(" ");
                submissions.put(new RecipientCode(words[0]), submissions(words));
            }
        }
        Map<DeadlineId, DeadlineInForce> deadlines = switch (then) {
            case "passed" -> Map.of(DEADLINE, new DeadlineInForce(DEADLINE, DAY, null, event()));
            case "extended" -> Map.of(DEADLINE, new DeadlineInForce(DEADLINE, DAY.plusDays(13), event(), event()));
            default -> Map.of();
        };
        return new Facts(submissions, List.of(), List.of(), GrantYear.REGISTER, deadlines, List.of(), List.of());
    }

    private List<Submission> submissions(String[] words) {
        List<String> how = List.of(words);
        Long amount =
                words[1].equals("all") ? Shares.of(GRANT).total(new RecipientCode(words[0])) : Long.valueOf(words[1]);
        boolean more = how.contains("more");
        Instant received = GrantYear.noon(how.contains("late") ? "2025-04-20" : "2025-04-10");
        Outcome outcome = how.contains("undecided")
                ? Outcome.SUBMITTED
                : how.contains("returned") || how.contains("completed")
                        ? Outcome.RETURNED
                        : how.contains("withdrawn")
                                ? Outcome.WITHDRAWN
                                : how.contains("rejected") ? Outcome.REJECTED : Outcome.APPROVED;
        List<Submission> all = new ArrayList<>();
        all.add(new Submission(
                received, amount, more, outcome, event(), event(), false, how.contains("admitted") ? event() : null));
        if (how.contains("completed")) {
            all.add(new Submission(
                    GrantYear.noon("2025-04-22"), amount, more, Outcome.APPROVED, event(), event(), true, null));
        }
        return all;
    }

    private EventReference event() {
        position++;
        return new EventReference("requisitions", position);
    }
}
