package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.reporting.application.KnownFacts;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.domain.DataQuality;
import se.statsbidrag.reporting.domain.DataQuality.Arrival;
import se.statsbidrag.reporting.domain.DataQuality.Month;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.ReporterScopes;
import se.statsbidrag.reporting.web.DataQualityPage.Chosen;
import se.statsbidrag.reporting.web.DataQualityPage.Due;
import se.statsbidrag.reporting.web.DataQualityPage.RegionCell;
import se.statsbidrag.reporting.web.DataQualityPage.RegionRow;
import se.statsbidrag.reporting.web.DataQualityPage.ReporterCell;
import se.statsbidrag.reporting.web.DataQualityPage.ReporterRow;
import se.statsbidrag.reporting.web.DeliveryPage.CellRow;
import se.statsbidrag.reporting.web.DeliveryPage.ComparisonRow;
import se.statsbidrag.reporting.web.DeliveryPage.RevisionRow;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.RecipientKind;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Puts together what the pages of the data's quality show. */
@ApplicationScoped
public class DataQualityPages {
    private static final List<String> STATES =
            List.of("MISSING", "LATE", DataQualityPage.OUT_OF_LINE, "IN_TIME", "NOT_YET_DUE");

    private final KnownFacts facts;
    private final Reporting reporting;
    private final BusinessClock clock;

    DataQualityPages(KnownFacts facts, Reporting reporting, BusinessClock clock) {
        this.facts = facts;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** @param chosen the state to show; null or unknown for all */
    @Transactional
    DataQualityPage page(ProgrammeInForce programme, @Nullable String chosen) {
        ProgrammeDefinition definition = programme.definition();
        ReporterScopes scopes = reporting.scopes().scopes();
        SortedMap<YearMonth, LocalDate> dueDates = dueDates(programme);
        Optional<DataQuality> quality = quality(programme, scopes);
        String state = chosen != null && STATES.contains(chosen) ? chosen : "";
        List<RegionRow> regions = regions(definition)
                .map(region -> new RegionRow(
                        region.code().value(),
                        region.name(),
                        quality.map(known -> known.of(region.code(), dueDates).stream()
                                        .map(month -> cell(month, state))
                                        .toList())
                                .orElse(List.of())))
                .toList();
        return new DataQualityPage(
                definition.id().value(),
                definition.title().swedish(),
                DataQuality.MORE_THAN_PERCENT,
                DataQuality.AT_LEAST_OPERATIONS,
                quality.isPresent(),
                dueDates.entrySet().stream()
                        .map(due -> new Due(due.getKey(), due.getValue()))
                        .toList(),
                state,
                STATES.stream()
                        .map(each -> new Chosen(each, number(regions, each), each.equals(state)))
                        .toList(),
                quality.map(known -> reporters(definition, scopes, known, dueDates))
                        .orElse(List.of()),
                regions.stream()
                        .filter(region ->
                                state.isEmpty() || region.months().stream().anyMatch(RegionCell::chosen))
                        .toList());
    }

    /** Empty where there is no such reporter, or the programme asks nothing of such a month. */
    @Transactional
    Optional<DeliveryPage> delivery(
            ProgrammeInForce programme, String reporter, String month, @Nullable String region) {
        SortedMap<YearMonth, LocalDate> dueDates = dueDates(programme);
        ReporterScopes scopes = reporting.scopes().scopes();
        YearMonth when = dueDates.keySet().stream()
                .filter(each -> each.toString().equals(month))
                .findFirst()
                .orElse(null);
        ReporterId who = Stream.concat(
                        Stream.of(scopes.defaultReporter()),
                        scopes.inForce().stream().map(ReporterScopeSet::reporter))
                .filter(each -> each.value().equals(reporter))
                .findFirst()
                .orElse(null);
        DataQuality quality = quality(programme, scopes).orElse(null);
        if (when == null || who == null || quality == null) {
            return Optional.empty();
        }
        return Optional.of(
                delivery(programme.definition(), scopes, quality, who, when, dueDates.tailMap(when), region));
    }

    private DeliveryPage delivery(
            ProgrammeDefinition definition,
            ReporterScopes scopes,
            DataQuality quality,
            ReporterId reporter,
            YearMonth month,
            SortedMap<YearMonth, LocalDate> dueDates,
            @Nullable String chosen) {
        LocalDate dueDate = dueDates.getOrDefault(month, month.atEndOfMonth());
        List<Recipient> answered = regions(definition)
                .filter(region -> scopes.reporterOf(region.code(), month).equals(reporter))
                .toList();
        Recipient region = answered.stream()
                .filter(each -> each.code().value().equals(chosen))
                .findFirst()
                .orElse(null);
        List<Month> months = (region == null ? answered : List.of(region))
                .stream()
                        .map(each -> quality.of(each.code(), dueDates).getFirst())
                        .toList();
        return new DeliveryPage(
                definition.id().value(),
                definition.title().swedish(),
                reporter.value(),
                month,
                region == null ? "" : region.code().value(),
                region == null ? "" : region.name(),
                dueDate,
                quality.arrival(reporter, month, dueDate).name(),
                "/reporting/v1/deliveries/" + reporter + "/" + month,
                DataQuality.MORE_THAN_PERCENT,
                DataQuality.AT_LEAST_OPERATIONS,
                revisions(definition, new DeliveryKey(reporter, month), dueDate),
                months.stream().flatMap(each -> comparisons(definition, each)).toList(),
                region == null ? List.of() : cells(definition, quality, region.code(), month));
    }

    private List<RevisionRow> revisions(ProgrammeDefinition definition, DeliveryKey key, LocalDate dueDate) {
        var delivery = reporting.delivery(key);
        var rules = reporting.rules();
        return delivery.revisions().reversed().stream()
                .map(revision -> new RevisionRow(
                        revision.delivered().revision(),
                        revision.delivered().receivedAt(),
                        revision.delivered().cells().size(),
                        DeadlineDay.inTime(revision.delivered().receivedAt(), dueDate),
                        delivery.inForceForMoney(revision, rules).contains(definition.id()),
                        revision.event().toString()))
                .toList();
    }

    private static Stream<ComparisonRow> comparisons(ProgrammeDefinition definition, Month month) {
        return month.comparisons().stream()
                .map(each -> new ComparisonRow(
                        month.performedIn().value(),
                        name(definition, month.performedIn()),
                        each.procedure().value(),
                        procedure(definition, each.procedure()),
                        each.count(),
                        each.lastYear(),
                        each.outOfLine()));
    }

    private static List<CellRow> cells(
            ProgrammeDefinition definition, DataQuality quality, RecipientCode region, YearMonth month) {
        return quality.cells(region, month).stream()
                .map(cell -> new CellRow(
                        cell.homeRegion().value(),
                        name(definition, cell.homeRegion()),
                        cell.provider() == Provider.PRIVATE,
                        procedure(definition, cell.procedure()),
                        cell.count()))
                .toList();
    }

    private Optional<DataQuality> quality(ProgrammeInForce programme, ReporterScopes scopes) {
        List<Procedure> procedures = programme.definition().procedures().stream()
                .map(ProcedureDefinition::code)
                .toList();
        return facts.of(programme.id())
                .map(Facts::deliveries)
                .map(deliveries -> new DataQuality(scopes, deliveries, procedures, clock.instant()));
    }

    /** The days in force by which the months are to be reported. */
    private static SortedMap<YearMonth, LocalDate> dueDates(ProgrammeInForce programme) {
        SortedMap<YearMonth, LocalDate> dueDates = new TreeMap<>();
        programme.deadlines().stream()
                .filter(deadline -> deadline.kind() == DeadlineKind.MONTHLY_REPORT)
                .forEach(deadline -> {
                    YearMonth month = deadline.definition().month();
                    if (month != null) {
                        dueDates.put(month, deadline.dueDate());
                    }
                });
        return dueDates;
    }

    private static Stream<Recipient> regions(ProgrammeDefinition definition) {
        return definition.recipients().stream().filter(each -> RecipientKind.REGIONS.includes(each.code()));
    }

    private static RegionCell cell(Month month, String state) {
        RegionCell cell = new RegionCell(
                month.month(), month.reporter().value(), month.arrival().name(), month.outOfLine(), state.isEmpty());
        return cell.is(state)
                ? new RegionCell(cell.month(), cell.reporter(), cell.arrival(), cell.outOfLine(), true)
                : cell;
    }

    private static long number(List<RegionRow> regions, String state) {
        return regions.stream()
                .flatMap(region -> region.months().stream())
                .filter(cell -> cell.is(state))
                .count();
    }

    private static List<ReporterRow> reporters(
            ProgrammeDefinition definition,
            ReporterScopes scopes,
            DataQuality quality,
            SortedMap<YearMonth, LocalDate> dueDates) {
        List<ReporterRow> rows = new ArrayList<>();
        rows.add(new ReporterRow(
                scopes.defaultReporter().value(),
                List.of(),
                null,
                months(definition, scopes, quality, dueDates, scopes.defaultReporter())));
        for (ReporterScopeSet scope : scopes.inForce()) {
            rows.add(new ReporterRow(
                    scope.reporter().value(),
                    scope.performedIn().stream()
                            .map(region -> name(definition, region))
                            .toList(),
                    scope.fromMonth(),
                    months(definition, scopes, quality, dueDates, scope.reporter())));
        }
        return rows;
    }

    private static List<ReporterCell> months(
            ProgrammeDefinition definition,
            ReporterScopes scopes,
            DataQuality quality,
            SortedMap<YearMonth, LocalDate> dueDates,
            ReporterId reporter) {
        List<ReporterCell> months = new ArrayList<>();
        dueDates.forEach((month, dueDate) -> {
            int answered = (int) regions(definition)
                    .filter(region -> scopes.reporterOf(region.code(), month).equals(reporter))
                    .count();
            Arrival arrival = quality.arrival(reporter, month, dueDate);
            months.add(new ReporterCell(month, answered == 0 ? null : arrival.name(), answered));
        });
        return months;
    }

    private static String name(ProgrammeDefinition definition, RecipientCode region) {
        return definition.recipient(region).map(Recipient::name).orElse(region.value());
    }

    private static String procedure(ProgrammeDefinition definition, Procedure procedure) {
        return definition
                .procedure(procedure)
                .map(each -> Forms.sentence(each.plural()))
                .orElse(procedure.value());
    }
}
