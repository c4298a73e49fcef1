package se.statsbidrag.reporting.web.followup;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.reporting.api.followup.ActivityPlanActs;
import se.statsbidrag.reporting.api.followup.FollowUpActs;
import se.statsbidrag.reporting.api.followup.FollowUpDocument;
import se.statsbidrag.reporting.application.followup.FollowUpTerms;
import se.statsbidrag.reporting.application.followup.Recipients;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.FollowUp;

/** Puts together what the pages of follow-up show. */
@RequestScoped
public class FollowUpPages {
    /** A list that is no longer than this stands on the first page. */
    private static final int FEW = 3;

    private final Programmes programmes;
    private final Recipients recipients;
    private final FollowUpActs reports;
    private final ActivityPlanActs plans;
    private final CurrentCaller current;
    private final Language language;

    FollowUpPages(
            Programmes programmes,
            Recipients recipients,
            FollowUpActs reports,
            ActivityPlanActs plans,
            CurrentCaller current,
            Language language) {
        this.programmes = programmes;
        this.recipients = recipients;
        this.reports = reports;
        this.plans = plans;
        this.current = current;
        this.language = language;
    }

    FollowUpViews.Start start() {
        return new FollowUpViews.Start(programmes.current().programmes().stream()
                .filter(programme -> programme.definition().followUp() != null)
                .map(programme -> grant(programme, false))
                .filter(grant -> grant.reports() > 0)
                .toList());
    }

    FollowUpViews.Grant grant(String programme) {
        return grant(recipients.programme(programme), true);
    }

    private FollowUpViews.Grant grant(ProgrammeInForce programme, boolean all) {
        List<FollowUpDocument.Line> lines = reports.lines(current.get(), programme, null, null);
        FollowUp followUp = Recipients.followUp(programme);
        return new FollowUpViews.Grant(
                programme.id().value(),
                programme.definition().title().swedish(),
                followUp.opening().date(),
                FollowUpTerms.lastDay(programme, DeadlineKind.FOLLOW_UP),
                lines.size(),
                lines.stream().filter(line -> line.state().equals("SUBMITTED")).count(),
                lines.stream().filter(line -> line.state().equals("ACCEPTED")).count(),
                lines.stream().filter(FollowUpDocument.Line::late).count(),
                followUp.survey() != null,
                all || lines.size() <= FEW ? lines.stream().map(this::line).toList() : List.of());
    }

    private FollowUpViews.Line line(FollowUpDocument.Line line) {
        return new FollowUpViews.Line(
                line.recipient(), line.name(), standing(line.state()), line.late(), line.daysLate(), line.used());
    }

    FollowUpViews.Report report(String programme, String recipient, String done, Form form) {
        Caller caller = current.get();
        FollowUpDocument.Report report =
                reports.read(caller, programme, recipient).document();
        FollowUpDocument.Content content = report.content() == null ? report.suggested() : report.content();
        Map<String, String> written = content.parts().stream()
                .collect(Collectors.toMap(FollowUpDocument.Written::part, FollowUpDocument.Written::text));
        boolean open = report.state().equals("NOT_BEGUN")
                || report.state().equals("DRAFT")
                || report.state().equals("RETURNED");
        return new FollowUpViews.Report(
                report,
                title(programme),
                standing(report.state()),
                report.asked().stream()
                        .map(asked -> new FollowUpViews.Part(
                                asked.part(), asked.text(), asked.source(), written.getOrDefault(asked.part(), "")))
                        .toList(),
                content.used() == null ? "" : Long.toString(content.used()),
                recipients.recipient(programme, recipient).followUp().activityPlans() != null,
                open && caller.is(Role.REPRESENTATIVE, Role.DEPUTY, Role.DATA_COORDINATOR),
                open && caller.is(Role.REPRESENTATIVE, Role.DEPUTY),
                report.state().equals("SUBMITTED") && caller.is(Role.OFFICER),
                done(done),
                form);
    }

    FollowUpViews.Activities activities(String programme, String recipient, String done, Form form) {
        Caller caller = current.get();
        ActivityPlanActs.Read read = plans.read(caller, programme, recipient);
        return new FollowUpViews.Activities(
                read.document(),
                read.costs().costs(),
                title(programme),
                caller.is(Role.REPRESENTATIVE, Role.DEPUTY, Role.DATA_COORDINATOR),
                caller.is(Role.REPRESENTATIVE, Role.DEPUTY),
                done(done),
                form);
    }

    private String title(String programme) {
        return recipients.programme(programme).definition().title().swedish();
    }

    private String standing(String state) {
        return switch (state) {
            case "DRAFT" -> language.say("Påbörjad", "Begun");
            case "SUBMITTED" -> language.say("Inskickad", "Handed in");
            case "RETURNED" -> language.say("Returnerad för komplettering", "Sent back for completion");
            case "ACCEPTED" -> language.say("Godkänd", "Accepted");
            default -> language.say("Inte påbörjad", "Not begun");
        };
    }

    private String done(String done) {
        return switch (done) {
            case "save" -> language.say("Utkastet är sparat.", "The draft is saved.");
            case "submit" -> language.say("Återrapporteringen är inskickad.", "The report is handed in.");
            case "return" -> language.say("Återrapporteringen är returnerad.", "The report is sent back.");
            case "accept" -> language.say("Återrapporteringen är godkänd.", "The report is accepted.");
            case "activity" -> language.say("Aktiviteten är sparad.", "The activity is saved.");
            case "move" -> language.say("Pengarna är flyttade.", "The money is moved.");
            case "cost" -> language.say("Kostnaderna är bokförda.", "The costs are booked.");
            case "policies" -> language.say("Reglerna är sparade.", "The rules are saved.");
            default -> "";
        };
    }
}
