package se.statsbidrag.reporting.read.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.AsOf;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.reporting.domain.report.ComposedReport;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.rules.programme.GovernmentReport;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/** Reports to the government as of an instant: the same for ever, since every source confirms that nothing more comes. */
@ApplicationScoped
public class GovernmentReports {
    private final Programmes programmes;
    private final AsOf asOf;
    private final RecordedMemory memory;
    private final MoneyAtInstant money;
    private final BusinessClock clock;
    private final ReporterId defaultReporter;

    GovernmentReports(
            Programmes programmes,
            AsOf asOf,
            RecordedMemory memory,
            MoneyAtInstant money,
            BusinessClock clock,
            @ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.programmes = programmes;
        this.asOf = asOf;
        this.memory = memory;
        this.money = money;
        this.clock = clock;
        this.defaultReporter = new ReporterId(defaultReporter);
    }

    /**
     * A report that a programme makes.
     *
     * @param due the days in force when it is due, the first one first; none where no source names one
     */
    public record Made(GovernmentReport report, String caseNumber, List<LocalDate> due) {}

    /** The reports of a programme, in the order of its definition. */
    public List<Made> of(ProgrammeInForce programme) {
        return programme.definition().governmentReports().stream()
                .map(report -> new Made(
                        report,
                        ComposedReport.caseNumber(programme.definition(), report),
                        report.deadlines().stream()
                                .flatMap(id -> programme.deadline(id).stream())
                                .map(DeadlineInForce::dueDate)
                                .toList()))
                .toList();
    }

    /** @throws ProblemException 404 when no definition of such a programme is in force */
    public ProgrammeInForce programme(String name) {
        return programmes.require(id(name));
    }

    /** The kind of a report by its name in addresses. */
    public static GovernmentReport.Kind kind(String name) {
        return Stream.of(GovernmentReport.Kind.values())
                .filter(each -> each.pathName().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("government report '" + name + "'"));
    }

    /**
     * A report.
     *
     * @param instant RFC 3339; null for now
     * @throws ProblemException 404 when there is no such programme then, or it makes no such report; 422 for an instant that
     *     is none or has not come
     */
    public ReportDocument report(String programme, String report, @Nullable String instant) {
        return report(programme, report, instant(instant));
    }

    /** The same for an instant that is read already. */
    public ReportDocument report(String programme, String report, Instant instant) {
        ProgrammeId id = id(programme);
        GovernmentReport.Kind kind = kind(report);
        made(programme(programme), kind);
        RecordedMemory.Recorded recorded = memory.upTo(asOf.positionsAt(instant));
        ProgrammeInForce inForce = recorded.fold()
                .inForce(id)
                .orElseThrow(() -> Problems.notFound(
                        "programme '" + programme + "' of which a definition was in force at " + instant));
        GovernmentReport made = made(inForce, kind);
        return ComposedReport.of(
                made,
                RecordedFacts.of(
                        inForce, recorded.fold(), recorded.told(), defaultReporter, instant, money.of(id, instant)));
    }

    private static GovernmentReport made(ProgrammeInForce programme, GovernmentReport.Kind kind) {
        return programme
                .definition()
                .governmentReport(kind)
                .orElseThrow(() -> Problems.notFound(
                        "government report '" + kind.pathName() + "' of the programme '" + programme.id() + "'"));
    }

    private Instant instant(@Nullable String text) {
        List<Fault> faults = new ArrayList<>();
        Instant instant = QueryParameters.instant("asOf", text, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return instant == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : instant;
    }

    private static ProgrammeId id(String name) {
        try {
            return new ProgrammeId(name);
        } catch (IllegalArgumentException notInForm) {
            throw Problems.notFound("programme '" + name + "'");
        }
    }
}
