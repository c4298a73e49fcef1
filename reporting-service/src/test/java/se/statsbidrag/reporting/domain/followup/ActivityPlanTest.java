package se.statsbidrag.reporting.domain.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.ActivityCost;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.PlannedActivity;
import se.statsbidrag.reporting.domain.DeliveryFault;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Activities, moves and costs (R-T9). */
class ActivityPlanTest {
    private static final PlanTerms TERMS = new PlanTerms(
            new ProgrammeId("access-2025"),
            new RecipientCode("23"),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 12, 31),
            Optional.of("9929"));

    private ActivityPlan plan = ActivityPlan.NONE;

    private static PlannedActivity activity(String id, long amount) {
        return new PlannedActivity(id, "Aktivitet " + id, "HS", amount, List.of("1"), false, "");
    }

    private static PlannedActivity begun(String id, String afterwards) {
        return new PlannedActivity(id, "Ny aktivitet", "HS", 1, List.of(), true, afterwards);
    }

    private static CostRow cost(int row, String activity, long amount, String day, String voucher) {
        return new CostRow(
                row, new ActivityCost(activity, "Regionen", amount, LocalDate.parse(day), voucher, "", 0, 0));
    }

    private static CostRow depreciation(long amount, long investment, int years) {
        return new CostRow(
                1,
                new ActivityCost("a", "Regionen", amount, LocalDate.of(2025, 6, 1), "V-9", "9929", investment, years));
    }

    private ActivityPlanDecider decider() {
        return new ActivityPlanDecider(TERMS, plan);
    }

    private void happens(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        FollowUpEvent event = ((Outcome.Recorded) outcome).event();
        plan = plan.evolve(event);
    }

    private Outcome book(CostRow... costs) {
        return decider().book(List.of(costs), new Faults());
    }

    private static List<String> faults(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Wrong.class);
        return ((Outcome.Wrong) outcome)
                .faults().first().stream().map(DeliveryFault::field).toList();
    }

    @Test
    void theRegionsPlanOf2025LeavesAKnownDifferenceToItsGrant() throws IOException {
        List<PlannedActivity> activities = new ArrayList<>();
        List<String> lines =
                Files.readAllLines(Path.of("src/test/resources/jamtland-harjedalen-activity-plan-2025.csv"));
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
            activities.add(new PlannedActivity(
                    Integer.toString(activities.size() + 1),
                    fields.get(1).replace("\"", ""),
                    (fields.get(2) + " " + fields.get(3)).strip(),
                    fields.get(4).isEmpty() ? 0 : Long.parseLong(fields.get(4)),
                    fields.get(0).isEmpty() ? List.of() : List.of(fields.get(0).split(" ")),
                    false,
                    ""));
        }

        happens(decider().set(activities));

        assertThat(plan.activities()).hasSize(27);
        assertThat(plan.planned()).isEqualTo(147_463_000);
        assertThat(147_463_134 - plan.planned()).isEqualTo(134);
    }

    @Test
    void movedAndBookedMoneyShowsByActivityAndInAll() {
        happens(decider().set(List.of(activity("a", 1000), activity("b", 500))));
        happens(book(cost(1, "a", 600, "2025-03-01", "V-1"), cost(2, "b", 500, "2025-03-02", "V-1")));
        happens(decider().move("a", "b", 300, "Färre vårddygn"));
        happens(book(cost(1, "a", -100, "2025-04-01", "V-2")));

        assertThat(plan.activity("a").orElseThrow().amount()).isEqualTo(700);
        assertThat(plan.activity("b").orElseThrow().amount()).isEqualTo(800);
        assertThat(plan.planned()).isEqualTo(1500);
        assertThat(plan.used("a")).isEqualTo(500);
        assertThat(plan.used()).isEqualTo(1000);
        assertThat(plan.costs()).extracting(ActivityCost::objectCode).containsOnly("9929");
        assertThat(decider().set(plan.activities())).isInstanceOf(Outcome.Unchanged.class);
    }

    @ParameterizedTest(name = "{4}: {0} to {1}, {2} kronor")
    @CsvSource({
        "a, x, 10, to, another activity must be known",
        "x, b, 10, from, the activity must be known",
        "a, a, 10, to, not to itself",
        "a, b, 0, amount, not nothing",
        "a, b, 401, amount, not what is used already"
    })
    void whatCannotBeMovedIsSaid(String from, String to, long amount, String field, String why) {
        happens(decider().set(List.of(activity("a", 1000), activity("b", 500))));
        happens(book(cost(1, "a", 600, "2025-03-01", "V-1")));

        assertThat(faults(decider().move(from, to, amount, "Skäl"))).as(why).containsExactly(field);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "x, 10, 2025-03-01, V-2, activity, unknown activity",
        "a, 0, 2025-03-01, V-2, amount, nothing",
        "a, 10, 2024-12-31, V-2, day, before the grant year",
        "a, 10, 2026-01-01, V-2, day, after the grant year",
        "a, 10, 2025-03-01, V-1, voucher, booked already",
        "a, 10, 2025-03-01, '', voucher, without voucher",
        "a, -601, 2025-03-01, V-2, amount, takes back more than was booked"
    })
    void whatCannotBeBookedIsSaid(String activity, long amount, String day, String voucher, String field, String why) {
        happens(decider().set(List.of(activity("a", 1000))));
        happens(book(cost(1, "a", 600, "2025-03-01", "V-1")));

        assertThat(faults(book(cost(2, activity, amount, day, voucher))))
                .as(why)
                .containsExactly(field);
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsRow() {
        happens(decider().set(List.of(activity("a", 1000))));

        Outcome outcome = book(
                cost(2, "x", 10, "2025-03-01", "V-1"),
                cost(3, "a", 10, "2027-03-01", "V-2"),
                cost(4, "a", 10, "2025-03-01", "V-2"));

        assertThat(((Outcome.Wrong) outcome).faults().first())
                .extracting(DeliveryFault::row)
                .containsExactly(2, 3, 4);
        assertThat(plan.costs()).isEmpty();
    }

    @Test
    void theRecipientsOwnRulesHoldOnceItHasChosenThem() {
        happens(decider().set(List.of(activity("a", 1_000_000))));
        assertThat(book(depreciation(200_000, 200_000, 5))).isInstanceOf(Outcome.Recorded.class);
        assertThat(decider().set(List.of(begun("b", "")))).isInstanceOf(Outcome.Recorded.class);
        assertThat(decider().policies(new ActivityPlan.Policies(false, false))).isInstanceOf(Outcome.Unchanged.class);

        happens(decider().policies(new ActivityPlan.Policies(true, true)));

        assertThat(faults(book(depreciation(40_001, 200_000, 5)))).containsExactly("amount");
        assertThat(book(depreciation(40_000, 200_000, 5))).isInstanceOf(Outcome.Recorded.class);
        assertThat(faults(book(depreciation(40_000, 200_000, 0)))).containsExactly("investment");
        assertThat(faults(decider().set(List.of(begun("b", ""))))).containsExactly("activities[0].afterTheGrant");
        assertThat(decider().set(List.of(begun("b", "Ryms i budget 2026")))).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void anActivityWithCostsStaysAndIdsAreUnique() {
        happens(decider().set(List.of(activity("a", 1000))));
        happens(book(cost(1, "a", 600, "2025-03-01", "V-1")));

        assertThat(faults(decider().set(List.of(activity("b", 1), activity("b", -1)))))
                .containsExactly("activities[1].amount", "activities[1].id", "activities");
    }
}
