package se.statsbidrag.reporting.domain.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.ActivityCost;
import se.statsbidrag.events.ActivityCostsBooked;
import se.statsbidrag.events.ActivityMoneyMoved;
import se.statsbidrag.events.ActivityPlanSet;
import se.statsbidrag.events.ActivityPoliciesSet;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.PlannedActivity;

/**
 * What a recipient uses its grant for, and what that has cost so far (R-T9). Folded from one stream per programme and
 * recipient.
 *
 * @param activities as they stand after all moves, in the order of the plan; none before there is one
 * @param moves since the plan was first set, the first one first
 * @param costs all that were booked, in the order of the log
 */
public record ActivityPlan(
        List<PlannedActivity> activities, List<ActivityMoneyMoved> moves, List<ActivityCost> costs, Policies policies) {
    /** Nothing was said. */
    public static final ActivityPlan NONE =
            new ActivityPlan(List.of(), List.of(), List.of(), new Policies(false, false));

    public ActivityPlan {
        activities = List.copyOf(activities);
        moves = List.copyOf(moves);
        costs = List.copyOf(costs);
    }

    /** The recipient's own rules; both off until it says otherwise. */
    public record Policies(boolean onlyTheYearsDepreciation, boolean newActivityNeedsBudgetAfterwards) {}

    public boolean isEmpty() {
        return activities.isEmpty();
    }

    public Optional<PlannedActivity> activity(String id) {
        return activities.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What all activities come to, whole kronor. */
    public long planned() {
        return activities.stream().mapToLong(PlannedActivity::amount).reduce(0, Math::addExact);
    }

    /** What was used to date, whole kronor. */
    public long used() {
        return costs.stream().mapToLong(ActivityCost::amount).reduce(0, Math::addExact);
    }

    /** What one activity has cost to date, whole kronor. */
    public long used(String activity) {
        return costs.stream()
                .filter(cost -> cost.activity().equals(activity))
                .mapToLong(ActivityCost::amount)
                .reduce(0, Math::addExact);
    }

    /** @throws IllegalArgumentException when the event is none of an activity plan, which its stream never holds */
    public ActivityPlan evolve(FollowUpEvent event) {
        return switch (event) {
            case ActivityPlanSet set -> new ActivityPlan(set.activities(), moves, costs, policies);
            case ActivityMoneyMoved moved ->
                new ActivityPlan(
                        activities.stream().map(each -> after(moved, each)).toList(),
                        with(moves, moved),
                        costs,
                        policies);
            case ActivityCostsBooked booked -> {
                List<ActivityCost> all = new ArrayList<>(costs);
                all.addAll(booked.costs());
                yield new ActivityPlan(activities, moves, all, policies);
            }
            case ActivityPoliciesSet set ->
                new ActivityPlan(
                        activities,
                        moves,
                        costs,
                        new Policies(set.onlyTheYearsDepreciation(), set.newActivityNeedsBudgetAfterwards()));
            default ->
                throw new IllegalArgumentException(
                        "not an event of an activity plan: " + event.getClass().getSimpleName());
        };
    }

    private static PlannedActivity after(ActivityMoneyMoved moved, PlannedActivity activity) {
        long change = activity.id().equals(moved.from())
                ? -moved.amount()
                : activity.id().equals(moved.to()) ? moved.amount() : 0;
        return new PlannedActivity(
                activity.id(),
                activity.name(),
                activity.unit(),
                Math.addExact(activity.amount(), change),
                activity.points(),
                activity.newActivity(),
                activity.afterTheGrant());
    }

    private static <T> List<T> with(List<T> before, T more) {
        List<T> all = new ArrayList<>(before);
        all.add(more);
        return all;
    }
}
