package se.statsbidrag.reporting.domain.followup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActivityCost;
import se.statsbidrag.events.ActivityCostsBooked;
import se.statsbidrag.events.ActivityMoneyMoved;
import se.statsbidrag.events.ActivityPlanSet;
import se.statsbidrag.events.ActivityPoliciesSet;
import se.statsbidrag.events.PlannedActivity;
import se.statsbidrag.reporting.domain.Faults;

/** What commands on a recipient's activity plan lead to (R-T9). Every fault of a command is named at once. */
public final class ActivityPlanDecider {
    /** The most that an amount can be, whole kronor. */
    static final long MOST = 1_000_000_000_000L;

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_ACTIVITIES = 500;
    private static final int MOST_YEARS = 100;

    private final PlanTerms terms;
    private final ActivityPlan plan;

    public ActivityPlanDecider(PlanTerms terms, ActivityPlan plan) {
        this.terms = terms;
        this.plan = plan;
    }

    /** Sets the plan as a whole; amounts are what activities have from now on. */
    public Outcome set(List<PlannedActivity> activities) {
        Faults faults = new Faults();
        if (activities.isEmpty() || activities.size() > MOST_ACTIVITIES) {
            faults.add(
                    null,
                    "activities",
                    Integer.toString(activities.size()),
                    "a plan has between 1 and " + MOST_ACTIVITIES + " activities",
                    "write one for each thing that the grant pays");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < activities.size(); index++) {
            check(activities.get(index), "activities[" + index + "].", seen, faults);
        }
        plan.costs().stream()
                .map(ActivityCost::activity)
                .distinct()
                .filter(id -> !seen.contains(id))
                .forEach(id ->
                        faults.add(null, "activities", id, "costs are booked on this activity", "keep it in the plan"));
        if (faults.isEmpty() && plan.activities().equals(activities)) {
            return new Outcome.Unchanged();
        }
        return Outcome.of(faults, new ActivityPlanSet(terms.programme(), terms.recipient(), activities));
    }

    private void check(PlannedActivity activity, String path, Set<String> seen, Faults faults) {
        text(path + "id", activity.id(), 1, LONGEST_ID, null, faults);
        text(path + "name", activity.name(), 1, LONGEST_NAME, null, faults);
        text(path + "unit", activity.unit(), 0, LONGEST_NAME, null, faults);
        text(path + "afterTheGrant", activity.afterTheGrant(), 0, LONGEST_TEXT, null, faults);
        for (int index = 0; index < activity.points().size(); index++) {
            text(path + "points[" + index + "]", activity.points().get(index), 1, LONGEST_ID, null, faults);
        }
        if (activity.amount() < 0 || activity.amount() > MOST) {
            faults.add(
                    null,
                    path + "amount",
                    Long.toString(activity.amount()),
                    "is not between 0 and " + MOST,
                    "write whole kronor");
        }
        if (!seen.add(activity.id())) {
            faults.add(null, path + "id", activity.id(), "another activity has this id", "give each an id of its own");
        }
        if (plan.policies().newActivityNeedsBudgetAfterwards()
                && activity.newActivity()
                && activity.afterTheGrant().isBlank()) {
            faults.add(
                    null,
                    path + "afterTheGrant",
                    "",
                    "a new activity needs a budget for the time after the grant, by the recipient's own policy",
                    "write how it is paid for then, or turn the policy off");
        }
    }

    /** Moves money that is not used from one activity to another. */
    public Outcome move(String from, String to, long amount, String reason) {
        Faults faults = new Faults();
        Optional<PlannedActivity> source = known("from", from, faults);
        known("to", to, faults);
        if (from.equals(to)) {
            faults.add(null, "to", to, "is the activity that the money comes from", "name another activity");
        }
        long unused = source.map(PlannedActivity::amount).orElse(0L) - plan.used(from);
        if (amount < 1) {
            faults.add(null, "amount", Long.toString(amount), "is less than 1 krona", "write whole kronor above 0");
        } else if (source.isPresent() && amount > unused) {
            faults.add(
                    null,
                    "amount",
                    Long.toString(amount),
                    "is more than the " + unused + " kronor that the activity has not used",
                    "move at most that");
        }
        text("reason", reason, 1, LONGEST_TEXT, null, faults);
        return Outcome.of(
                faults, new ActivityMoneyMoved(terms.programme(), terms.recipient(), from, to, amount, reason));
    }

    private Optional<PlannedActivity> known(String field, String id, Faults faults) {
        Optional<PlannedActivity> activity = plan.activity(id);
        if (activity.isEmpty()) {
            faults.add(null, field, id, "is no activity of the plan", "name one of the plan");
        }
        return activity;
    }

    /**
     * Books costs: all or none.
     *
     * @param rows in the order sent
     * @param faults those of form that were found while the rows were read
     */
    public Outcome book(List<CostRow> rows, Faults faults) {
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(null, "costs", "", "there is no cost", "send at least one");
        }
        Set<Booked> booked = new HashSet<>();
        plan.costs().forEach(cost -> booked.add(Booked.of(cost)));
        Map<String, Long> used = new HashMap<>();
        for (CostRow each : rows) {
            check(each, booked, used, faults);
        }
        return Outcome.of(
                faults,
                new ActivityCostsBooked(
                        terms.programme(),
                        terms.recipient(),
                        rows.stream().map(each -> withObject(each.cost())).toList()));
    }

    private ActivityCost withObject(ActivityCost cost) {
        return cost.objectCode().isEmpty() && terms.objectCode().isPresent()
                ? new ActivityCost(
                        cost.activity(),
                        cost.provider(),
                        cost.amount(),
                        cost.day(),
                        cost.voucher(),
                        terms.objectCode().get(),
                        cost.investment(),
                        cost.depreciationYears())
                : cost;
    }

    private void check(CostRow at, Set<Booked> booked, Map<String, Long> used, Faults faults) {
        ActivityCost cost = at.cost();
        int row = at.row();
        if (plan.activity(cost.activity()).isEmpty()) {
            faults.add(row, "activity", cost.activity(), "is no activity of the plan", "name one of the plan");
        }
        text("provider", cost.provider(), 1, LONGEST_NAME, row, faults);
        text("voucher", cost.voucher(), 1, LONGEST_ID, row, faults);
        if (cost.amount() == 0 || Math.abs(cost.amount()) > MOST) {
            faults.add(
                    row,
                    "amount",
                    Long.toString(cost.amount()),
                    "is 0 or more than " + MOST,
                    "write whole kronor, below 0 to take back a cost");
        }
        if (cost.day().isBefore(terms.from()) || cost.day().isAfter(terms.to())) {
            faults.add(
                    row,
                    "day",
                    cost.day().toString(),
                    "is not within the time of the grant",
                    "book costs from " + terms.from() + " to " + terms.to());
        }
        terms.objectCode()
                .filter(code ->
                        !cost.objectCode().isEmpty() && !cost.objectCode().equals(code))
                .ifPresent(code -> faults.add(
                        row,
                        "objectCode",
                        cost.objectCode(),
                        "the grant's costs are booked on " + code,
                        "write " + code + ", or leave it out"));
        if (!booked.add(Booked.of(cost))) {
            faults.add(
                    row,
                    "voucher",
                    cost.voucher(),
                    "the voucher is booked on this activity already",
                    "leave the row out, or correct the voucher");
        }
        investment(cost, row, faults);
        long sum = Math.addExact(used.computeIfAbsent(cost.activity(), plan::used), cost.amount());
        used.put(cost.activity(), sum);
        if (sum < 0) {
            faults.add(
                    row,
                    "amount",
                    Long.toString(cost.amount()),
                    "takes back more than the activity has cost",
                    "take back at most what was booked");
        }
    }

    private void investment(ActivityCost cost, int row, Faults faults) {
        if ((cost.investment() > 0) != (cost.depreciationYears() > 0)
                || cost.investment() < 0
                || cost.investment() > MOST
                || cost.depreciationYears() < 0
                || cost.depreciationYears() > MOST_YEARS) {
            faults.add(
                    row,
                    "investment",
                    cost.investment() + " over " + cost.depreciationYears() + " years",
                    "an investment is what was invested and over how many years it is written off",
                    "write both, or neither");
        } else if (cost.investment() > 0
                && plan.policies().onlyTheYearsDepreciation()
                && Math.multiplyExact(cost.amount(), (long) cost.depreciationYears()) > cost.investment()) {
            faults.add(
                    row,
                    "amount",
                    Long.toString(cost.amount()),
                    "is more than the year's depreciation, " + cost.investment() / cost.depreciationYears()
                            + " kronor, by the recipient's own policy",
                    "book the year's depreciation alone");
        }
    }

    /** Chooses the recipient's own rules. */
    public Outcome policies(ActivityPlan.Policies policies) {
        return policies.equals(plan.policies())
                ? new Outcome.Unchanged()
                : new Outcome.Recorded(new ActivityPoliciesSet(
                        terms.programme(),
                        terms.recipient(),
                        policies.onlyTheYearsDepreciation(),
                        policies.newActivityNeedsBudgetAfterwards()));
    }

    static void text(String field, String text, int shortest, int longest, @Nullable Integer row, Faults faults) {
        if (text.length() > longest || (shortest > 0 && text.isBlank())) {
            faults.add(
                    row,
                    field,
                    text,
                    text.isBlank() ? "is empty" : "has " + text.length() + " characters",
                    "write between " + shortest + " and " + longest + " characters");
        }
    }

    /** What no two rows share. */
    private record Booked(String activity, String voucher) {
        static Booked of(ActivityCost cost) {
            return new Booked(cost.activity(), cost.voucher());
        }
    }
}
