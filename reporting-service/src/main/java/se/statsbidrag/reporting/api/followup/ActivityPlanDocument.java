package se.statsbidrag.reporting.api.followup;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActivityCost;
import se.statsbidrag.events.ActivityMoneyMoved;
import se.statsbidrag.events.PlannedActivity;
import se.statsbidrag.reporting.application.followup.FollowUpStreams.Stored;
import se.statsbidrag.reporting.application.followup.Recipients.Followed;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.Grant;
import se.statsbidrag.reporting.domain.followup.PlanTerms;
import se.statsbidrag.rules.value.EventReference;

/** Activity plans with their costs, as the API writes them; amounts are whole kronor. */
public final class ActivityPlanDocument {
    private ActivityPlanDocument() {}

    /**
     * A recipient's plan.
     *
     * @param grant what the recipient got
     * @param planned what the activities come to
     * @param difference of the grant and what is planned; shown, never hidden
     * @param used what was booked to date
     * @param unused of the grant to date
     * @param objectCode what costs are booked on; null where no source names it
     * @param log of what is in force; null before anything was recorded
     */
    @Schema(name = "ActivityPlan")
    public record Plan(
            String programme,
            String recipient,
            String name,
            Got grant,
            long planned,
            long difference,
            long used,
            long unused,
            @Nullable String objectCode,
            Policies policies,
            List<Activity> activities,
            List<Move> moves,
            @Nullable String log,
            @Nullable Long position) {}

    /**
     * What a recipient got.
     *
     * @param from {@code DECIDED}, or {@code PLAN} while nothing is decided
     */
    @Schema(name = "Grant")
    public record Got(long amount, String from) {
        static Got of(Grant grant) {
            return new Got(grant.amount(), grant.decided() ? "DECIDED" : "PLAN");
        }
    }

    /** The recipient's own rules; both off until it says otherwise. */
    @Schema(name = "ActivityPolicies")
    public record Policies(boolean onlyTheYearsDepreciation, boolean newActivityNeedsBudgetAfterwards) {}

    /**
     * An activity as it stands after all moves.
     *
     * @param points of the agreement that it serves
     * @param used what was booked to date
     * @param unused of its amount; below 0 where it cost more
     */
    @Schema(name = "Activity")
    public record Activity(
            String id,
            String name,
            String unit,
            long amount,
            List<String> points,
            boolean newActivity,
            String afterTheGrant,
            long used,
            long unused) {}

    /** Money that was moved. */
    @Schema(name = "ActivityMove")
    public record Move(String from, String to, long amount, String reason) {}

    /**
     * A booked cost.
     *
     * @param amount below 0 where it takes back an earlier one
     * @param investment what was invested in all; 0 for other costs
     */
    @Schema(name = "ActivityCost")
    public record Cost(
            String activity,
            String provider,
            long amount,
            String day,
            String voucher,
            String objectCode,
            long investment,
            int depreciationYears) {
        static Cost of(ActivityCost cost) {
            return new Cost(
                    cost.activity(),
                    cost.provider(),
                    cost.amount(),
                    cost.day().toString(),
                    cost.voucher(),
                    cost.objectCode(),
                    cost.investment(),
                    cost.depreciationYears());
        }
    }

    /**
     * All costs of a plan.
     *
     * @param used their sum
     */
    @Schema(name = "ActivityCosts")
    public record Costs(
            String programme,
            String recipient,
            long used,
            List<Cost> costs,
            @Nullable String log,
            @Nullable Long position) {}

    static Plan of(Followed followed, PlanTerms terms, Stored<ActivityPlan> stored, Grant grant) {
        ActivityPlan plan = stored.state();
        EventReference last = stored.last().orElse(null);
        return new Plan(
                followed.programme().id().value(),
                followed.code().value(),
                followed.recipient().name(),
                Got.of(grant),
                plan.planned(),
                grant.amount() - plan.planned(),
                plan.used(),
                grant.amount() - plan.used(),
                terms.objectCode().orElse(null),
                new Policies(
                        plan.policies().onlyTheYearsDepreciation(),
                        plan.policies().newActivityNeedsBudgetAfterwards()),
                plan.activities().stream().map(each -> activity(plan, each)).toList(),
                plan.moves().stream().map(ActivityPlanDocument::move).toList(),
                last == null ? null : last.log(),
                last == null ? null : last.position());
    }

    static Costs costs(Followed followed, Stored<ActivityPlan> stored) {
        EventReference last = stored.last().orElse(null);
        return new Costs(
                followed.programme().id().value(),
                followed.code().value(),
                stored.state().used(),
                stored.state().costs().stream().map(Cost::of).toList(),
                last == null ? null : last.log(),
                last == null ? null : last.position());
    }

    private static Activity activity(ActivityPlan plan, PlannedActivity activity) {
        long used = plan.used(activity.id());
        return new Activity(
                activity.id(),
                activity.name(),
                activity.unit(),
                activity.amount(),
                activity.points(),
                activity.newActivity(),
                activity.afterTheGrant(),
                used,
                activity.amount() - used);
    }

    private static Move move(ActivityMoneyMoved moved) {
        return new Move(moved.from(), moved.to(), moved.amount(), moved.reason());
    }
}
