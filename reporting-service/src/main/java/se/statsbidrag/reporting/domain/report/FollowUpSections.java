package se.statsbidrag.reporting.domain.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.PlannedActivity;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.reporting.domain.report.ReportDocument.Form;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.reporting.domain.report.ReportDocument.TableBuilder;
import se.statsbidrag.reporting.domain.report.ReportFacts.Balance;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.FollowUpPart;

/** What the money was used for and what came of it, in the recipients' words; the agency's own words have their place (R-T8). */
final class FollowUpSections {
    private final ReportFacts facts;
    private final FollowUp followUp;

    FollowUpSections(ReportFacts facts, FollowUp followUp) {
        this.facts = facts;
        this.followUp = followUp;
    }

    /** What was used, as recipients that got something report it. */
    Section use() {
        TableBuilder table = new TableBuilder()
                .column("recipient", "Kod", Form.TEXT)
                .column("name", "Mottagare", Form.TEXT)
                .column("decided", "Beslutat", Form.KRONOR)
                .column("report", "Återrapportering", Form.TEXT)
                .column("used", "Använt enligt godkänd rapport", Form.KRONOR);
        boolean plans = followUp.activityPlans() != null;
        if (plans) {
            table.column("planned", "Planerat i aktiviteter", Form.KRONOR)
                    .column("costs", "Bokförda kostnader", Form.KRONOR);
        }
        for (Balance balance : facts.balances()) {
            FollowUpReport report = facts.reports().getOrDefault(balance.recipient(), FollowUpReport.NONE);
            ActivityPlan plan = facts.activityPlans().getOrDefault(balance.recipient(), ActivityPlan.NONE);
            Long used = report instanceof FollowUpReport.Accepted it
                    ? it.submission().event().content().used()
                    : null;
            Object[] first = {balance.recipient(), facts.name(balance.recipient()), balance.decided(), standing(report)
            };
            if (plans) {
                table.row(first[0], first[1], first[2], first[3], used, plan.planned(), plan.used());
            } else {
                table.row(first[0], first[1], first[2], first[3], used);
            }
        }
        return new Section(
                "use",
                "Vad bidraget har använts till",
                List.of("Använt belopp tas ur återrapporter som myndigheten har godkänt."),
                table.build(),
                List.of());
    }

    /** Activities with what was planned and what they cost. */
    Section activities() {
        TableBuilder table = new TableBuilder()
                .column("recipient", "Kod", Form.TEXT)
                .column("name", "Mottagare", Form.TEXT)
                .column("activity", "Aktivitet, nummer", Form.TEXT)
                .column("activityName", "Aktivitet", Form.TEXT)
                .column("planned", "Planerat", Form.KRONOR)
                .column("costs", "Bokförda kostnader", Form.KRONOR);
        facts.activityPlans().forEach((recipient, plan) -> {
            for (PlannedActivity activity : plan.activities()) {
                table.row(
                        recipient,
                        facts.name(recipient),
                        activity.id(),
                        activity.name(),
                        activity.amount(),
                        plan.used(activity.id()));
            }
        });
        return new Section("activities", "Aktiviteter och kostnader", List.of(), table.build(), List.of());
    }

    /** What accepted reports say, part by part. */
    Section results() {
        TableBuilder table = new TableBuilder()
                .column("recipient", "Kod", Form.TEXT)
                .column("name", "Mottagare", Form.TEXT)
                .column("part", "Del, namn", Form.CODE)
                .column("partText", "Del", Form.TEXT)
                .column("text", "Mottagarens redovisning", Form.TEXT);
        Map<FollowUpPart, String> asked =
                followUp.parts().stream().collect(Collectors.toMap(FollowUp.Part::kind, FollowUp.Part::text));
        long accepted = 0;
        for (Recipient recipient : facts.definition().recipients()) {
            if (facts.reports().get(recipient.code()) instanceof FollowUpReport.Accepted report) {
                accepted++;
                for (FollowUpContent.Part part :
                        report.submission().event().content().parts()) {
                    table.row(
                            recipient.code(),
                            recipient.name(),
                            part.part(),
                            asked.getOrDefault(part.part(), part.part().name()),
                            part.text());
                }
            }
        }
        return new Section(
                "results",
                "Resultat, med mottagarnas egna ord",
                List.of(accepted + " av " + facts.definition().recipients().size()
                        + " mottagare har en godkänd återrapport."),
                table.build(),
                List.of());
    }

    /** Where the agency's own assessment is to stand; the system writes none. */
    Section assessment() {
        return new Section(
                "assessment",
                "Sammanfattande bedömning",
                List.of("[Här skriver handläggaren Socialstyrelsens sammanfattande bedömning av bidragets användning i"
                        + " förhållande till syftet. Systemet skriver ingen bedömning.]"),
                null,
                List.of());
    }

    private static @Nullable String standing(FollowUpReport report) {
        return switch (report.state()) {
            case NOT_BEGUN -> "Inte påbörjad";
            case DRAFT -> "Påbörjad";
            case SUBMITTED -> "Inskickad";
            case RETURNED -> "Returnerad för komplettering";
            case ACCEPTED -> "Godkänd";
        };
    }
}
