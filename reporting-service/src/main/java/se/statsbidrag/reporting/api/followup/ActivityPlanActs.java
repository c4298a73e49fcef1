package se.statsbidrag.reporting.api.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.reporting.application.followup.FollowUpStreams;
import se.statsbidrag.reporting.application.followup.FollowUpStreams.Stored;
import se.statsbidrag.reporting.application.followup.FollowUpTerms;
import se.statsbidrag.reporting.application.followup.Recipients;
import se.statsbidrag.reporting.application.followup.Recipients.Followed;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.ActivityPlanDecider;
import se.statsbidrag.reporting.domain.followup.Outcome;
import se.statsbidrag.reporting.domain.followup.PlanTerms;
import se.statsbidrag.reporting.read.followup.FollowedMoney;

/** Acts on activity plans, for REST and pages alike: who may, load, decide, record, answer as GET does. */
@ApplicationScoped
public class ActivityPlanActs {
    private final Recipients recipients;
    private final FollowUpStreams streams;
    private final FollowedMoney money;

    ActivityPlanActs(Recipients recipients, FollowUpStreams streams, FollowedMoney money) {
        this.recipients = recipients;
        this.streams = streams;
        this.money = money;
    }

    /** A plan as its reader sees it. */
    public record Read(ActivityPlanDocument.Plan document, ActivityPlanDocument.Costs costs, long version) {}

    /** @throws se.statsbidrag.events.quarkus.ProblemException 403 or 404 */
    public Read read(Caller caller, String programme, String recipient) {
        Followed followed = recipients.recipient(programme, recipient);
        recipients.requireReads(caller, followed);
        PlanTerms terms = FollowUpTerms.ofPlan(followed);
        return read(followed, terms, streams.activityPlan(followed.programme().id(), followed.code()));
    }

    private Read read(Followed followed, PlanTerms terms, Stored<ActivityPlan> stored) {
        return new Read(
                ActivityPlanDocument.of(
                        followed,
                        terms,
                        stored,
                        money.grant(followed.programme().id(), followed.code())),
                ActivityPlanDocument.costs(followed, stored),
                stored.version());
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 403, 404, 412 or 422 with every fault */
    public Answer act(
            Command command, String programme, String recipient, Function<ActivityPlanDecider, Outcome> decide) {
        Followed followed = recipients.recipient(programme, recipient);
        recipients.requireActs(command.caller(), followed, Permission.FILL_IN);
        PlanTerms terms = FollowUpTerms.ofPlan(followed);
        Stored<ActivityPlan> before = streams.activityPlan(followed.programme().id(), followed.code());
        command.requireMatch(before.version());
        Stored<ActivityPlan> after =
                streams.recordPlan(before, decide.apply(new ActivityPlanDecider(terms, before.state())), command);
        return new Answer(200, read(followed, terms, after).document(), after.version());
    }
}
