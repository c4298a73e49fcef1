package se.statsbidrag.reporting.web.report;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.pages.AsOfField;
import se.statsbidrag.pages.Language;
import se.statsbidrag.reporting.document.ReportView;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.reporting.read.report.GovernmentReports;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Puts together what the pages of reports to the government show. */
@RequestScoped
public class ReportPages {
    private final GovernmentReports reports;
    private final BusinessClock clock;
    private final Language language;

    ReportPages(GovernmentReports reports, BusinessClock clock, Language language) {
        this.reports = reports;
        this.clock = clock;
        this.language = language;
    }

    /**
     * The form of a day in the past.
     *
     * @param fault what is wrong with the day; empty when nothing is
     * @param action where the form leads
     */
    public record AsOf(String day, String time, String today, String fault, String action) {}

    /**
     * The reports of a grant.
     *
     * @param query what the links carry on of the day that was asked about; empty for now
     */
    public record Grant(
            String programme,
            String title,
            boolean countsOperations,
            @Nullable Instant instant,
            String query,
            List<GovernmentReports.Made> reports,
            AsOf asOf) {}

    /**
     * A report.
     *
     * @param address of the report, which the names of its files follow
     */
    public record Report(
            String programme,
            String grant,
            boolean countsOperations,
            Instant instant,
            String address,
            ReportView report,
            AsOf asOf) {}

    /** What the fields ask about. */
    AsOfField asked(String day, String time) {
        return AsOfField.of(day, time, clock.instant(), language);
    }

    Grant grant(String programme, AsOfField asked) {
        ProgrammeInForce inForce = reports.programme(programme);
        ProgrammeDefinition definition = inForce.definition();
        Instant instant = asked.instant();
        return new Grant(
                programme,
                title(definition),
                !definition.procedures().isEmpty(),
                instant,
                instant == null ? "" : "?asOf=" + instant,
                reports.of(inForce),
                form(asked, ReportPagesResource.ROOT + "/" + programme));
    }

    Report report(String programme, String report, AsOfField asked) {
        ProgrammeDefinition definition = reports.programme(programme).definition();
        ReportDocument document = document(programme, report, asked);
        String address = ReportPagesResource.ROOT + "/" + programme + "/" + report;
        return new Report(
                programme,
                title(definition),
                !definition.procedures().isEmpty(),
                document.asOf(),
                address,
                ReportView.of(document),
                form(asked, address));
    }

    /** The report of the instant that is asked about, of now where none is. */
    ReportDocument document(String programme, String report, AsOfField asked) {
        Instant instant = asked.instant();
        return instant == null
                ? reports.report(programme, report, (String) null)
                : reports.report(programme, report, instant);
    }

    private AsOf form(AsOfField asked, String action) {
        return new AsOf(
                asked.day(),
                asked.time(),
                LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN).toString(),
                asked.fault(),
                action);
    }

    private String title(ProgrammeDefinition definition) {
        return language.say(definition.title().swedish(), definition.title().english());
    }
}
