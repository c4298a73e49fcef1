package se.statsbidrag.reporting.api.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.reporting.api.followup.ActivityPlanDocument.Got;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Activities;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Content;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Known;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Operations;
import se.statsbidrag.reporting.api.followup.FollowUpDocument.Written;
import se.statsbidrag.reporting.application.followup.FollowUpStreams;
import se.statsbidrag.reporting.application.followup.Recipients.Followed;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.Grant;
import se.statsbidrag.reporting.read.OperationStatistics;
import se.statsbidrag.reporting.read.OperationStatistics.RegionSum;
import se.statsbidrag.reporting.read.followup.FollowedMoney;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.programme.ProcedureDefinition;

/** Fills a follow-up report in with all that is known: payments, activities with costs, operations against last year. */
@ApplicationScoped
class Prefilled {
    private final FollowUpStreams streams;
    private final FollowedMoney money;
    private final OperationStatistics operations;

    Prefilled(FollowUpStreams streams, FollowedMoney money, OperationStatistics operations) {
        this.streams = streams;
        this.money = money;
        this.operations = operations;
    }

    Known known(Followed followed) {
        Grant grant = money.grant(followed.programme().id(), followed.code());
        return new Known(
                Got.of(grant),
                money.decided(followed.programme().id(), followed.code()).stream()
                        .map(each -> new FollowUpDocument.Decision(
                                each.decision(), each.caseNumber(), each.amount(), each.decidedAt()))
                        .toList(),
                money.payments(followed.programme().id(), followed.code()).stream()
                        .map(each -> new FollowUpDocument.Payment(each.id(), each.amount(), each.bookedOn()))
                        .toList(),
                activities(plan(followed), grant),
                operations(followed));
    }

    private ActivityPlan plan(Followed followed) {
        return streams.activityPlan(followed.programme().id(), followed.code()).state();
    }

    private static @Nullable Activities activities(ActivityPlan plan, Grant grant) {
        return plan.isEmpty()
                ? null
                : new Activities(
                        plan.activities().size(),
                        plan.planned(),
                        grant.amount() - plan.planned(),
                        plan.used(),
                        grant.amount() - plan.used());
    }

    private List<Operations> operations(Followed followed) {
        List<ProcedureDefinition> procedures = followed.programme().definition().procedures();
        if (procedures.isEmpty()) {
            return List.of();
        }
        Period period = followed.programme().definition().period();
        List<RegionSum> sums = operations.byRegion(new OperationStatistics.Filter(
                Set.of(followed.code().value()),
                procedures.stream().map(each -> each.code().value()).toList(),
                Set.of(),
                period.from(),
                period.to()));
        List<Operations> lines = new ArrayList<>();
        for (ProcedureDefinition procedure : procedures) {
            long count = 0;
            long lastYear = 0;
            for (RegionSum sum : sums) {
                if (sum.procedure().equals(procedure.code().value())) {
                    count += sum.count();
                    lastYear += sum.countLastYear();
                }
            }
            lines.add(new Operations(procedure.code().value(), procedure.plural(), count, lastYear, count - lastYear));
        }
        return lines;
    }

    /** What is known in the form of a report, in Swedish: the recipient corrects it and adds to it. */
    Content suggested(Followed followed, Known known) {
        ActivityPlan plan = plan(followed);
        List<Written> parts = new ArrayList<>();
        for (FollowUp.Part part : followed.followUp().parts()) {
            String text = switch (part.kind()) {
                case USE -> use(plan);
                case RESULTS -> results(known.operations());
                case FINANCIAL_STATEMENT -> statement(known);
                case RESULTS_AGAINST_AGREEMENT -> agreement(plan);
                case RESULTS_AGAINST_PURPOSE, PRODUCTION_PLAN -> "";
            };
            if (!text.isEmpty()) {
                parts.add(new Written(part.kind().name(), text));
            }
        }
        return new Content(
                plan.costs().isEmpty()
                        ? null
                        : Math.min(plan.used(), known.grant().amount()),
                parts);
    }

    private static String use(ActivityPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.activities()
                .forEach(each -> line(
                        text,
                        each.name() + (each.unit().isEmpty() ? "" : " (" + each.unit() + ")") + ": "
                                + Swedish.kronor(plan.used(each.id())) + " av " + Swedish.kronor(each.amount())));
        return text.toString();
    }

    private static String results(List<Operations> operations) {
        StringBuilder text = new StringBuilder();
        operations.forEach(each -> line(
                text,
                each.name() + ": " + Swedish.number(each.count()) + ", föregående år "
                        + Swedish.number(each.countLastYear())));
        return text.toString();
    }

    private static String statement(Known known) {
        Activities activities = known.activityPlan();
        StringBuilder text = new StringBuilder();
        line(
                text,
                (known.grant().from().equals("DECIDED") ? "Beslutat" : "Enligt plan, inte beslutat") + ": "
                        + Swedish.kronor(known.grant().amount()));
        known.payments()
                .forEach(each -> line(
                        text,
                        "Utbetalt" + (each.bookedOn() == null ? "" : " " + Swedish.date(each.bookedOn())) + ": "
                                + Swedish.kronor(each.amount())));
        if (activities != null) {
            line(text, "Använt: " + Swedish.kronor(activities.used()));
            line(text, "Inte använt: " + Swedish.kronor(activities.unused()));
        }
        return text.toString();
    }

    private static String agreement(ActivityPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.activities().stream()
                .filter(each -> !each.points().isEmpty())
                .forEach(each -> line(text, "Punkt " + String.join(", ", each.points()) + ", " + each.name() + ":"));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
    }
}
