package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.reporting.application.KnownFacts;
import se.statsbidrag.reporting.read.OperationStatistics;
import se.statsbidrag.reporting.read.OperationStatistics.PlaceSum;
import se.statsbidrag.reporting.read.OperationStatistics.RegionSum;
import se.statsbidrag.reporting.web.OperationsPage.ByPlace;
import se.statsbidrag.reporting.web.OperationsPage.Compared;
import se.statsbidrag.reporting.web.OperationsPage.Counts;
import se.statsbidrag.reporting.web.OperationsPage.MonthRow;
import se.statsbidrag.reporting.web.OperationsPage.OperationsRow;
import se.statsbidrag.reporting.web.OperationsPage.ProcedureView;
import se.statsbidrag.reporting.web.OperationsPage.Region;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.Place;

/** Puts together what the page of a programme's operations shows. */
@ApplicationScoped
public class OperationsPages {
    private final OperationStatistics statistics;
    private final KnownFacts facts;

    OperationsPages(OperationStatistics statistics, KnownFacts facts) {
        this.statistics = statistics;
        this.facts = facts;
    }

    /** @param chosen the region to show by month; null or one that takes no part for the whole country */
    @Transactional
    OperationsPage page(ProgrammeInForce programme, @Nullable String chosen) {
        ProgrammeDefinition definition = programme.definition();
        List<Region> regions = definition.recipients().stream()
                .map(recipient -> new Region(
                        recipient.code().value(),
                        recipient.name(),
                        recipient.code().value().equals(chosen)))
                .toList();
        Region region = regions.stream().filter(Region::chosen).findFirst().orElse(null);
        return new OperationsPage(
                definition.id().value(),
                definition.title().swedish(),
                definition.period().from(),
                definition.period().to(),
                region,
                regions,
                procedures(
                        definition,
                        statistics.byMonthAndPlace(
                                filter(definition, region == null ? Set.of() : Set.of(region.code())))),
                operations(definition, statistics.byRegion(filter(definition, Set.of()))),
                facts.of(definition.id())
                        .map(known -> OperationsStanding.of(definition, known))
                        .orElse(null));
    }

    private static OperationStatistics.Filter filter(ProgrammeDefinition definition, Set<String> regions) {
        return new OperationStatistics.Filter(
                regions,
                definition.procedures().stream()
                        .map(procedure -> procedure.code().value())
                        .collect(Collectors.toSet()),
                Set.of(),
                definition.period().from(),
                definition.period().to());
    }

    private List<ProcedureView> procedures(ProgrammeDefinition definition, List<PlaceSum> sums) {
        Set<YearMonth> delivered = statistics.deliveredMonths();
        List<ProcedureView> views = new ArrayList<>();
        for (ProcedureDefinition procedure : definition.procedures()) {
            Map<YearMonth, Counts> months = new HashMap<>();
            sums.stream()
                    .filter(sum -> sum.procedure().equals(procedure.code().value()))
                    .forEach(sum -> months.merge(
                            sum.month(),
                            new Counts(at(sum.place(), sum.count()), at(sum.place(), sum.countLastYear())),
                            Counts::plus));
            List<MonthRow> rows = new ArrayList<>();
            for (YearMonth month = definition.period().from();
                    !month.isAfter(definition.period().to());
                    month = month.plusMonths(1)) {
                rows.add(new MonthRow(
                        month, delivered.contains(month) ? months.getOrDefault(month, Counts.NONE) : null));
            }
            views.add(new ProcedureView(
                    procedure.code().value(),
                    Forms.sentence(procedure.plural()),
                    rows,
                    months.values().stream().reduce(Counts.NONE, Counts::plus)));
        }
        return views;
    }

    private static ByPlace at(Place place, long count) {
        return switch (place) {
            case HOME_REGION -> new ByPlace(count, 0, 0);
            case OTHER_REGION -> new ByPlace(0, count, 0);
            case PRIVATE_PROVIDER -> new ByPlace(0, 0, count);
        };
    }

    private static List<OperationsRow> operations(ProgrammeDefinition definition, List<RegionSum> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        List<OperationsRow> rows = new ArrayList<>();
        for (Recipient recipient : definition.recipients()) {
            String code = recipient.code().value();
            List<RegionSum> own =
                    sums.stream().filter(sum -> sum.homeRegion().equals(code)).toList();
            List<Compared> counts = definition.procedures().stream()
                    .map(procedure -> own.stream()
                            .filter(sum ->
                                    sum.procedure().equals(procedure.code().value()))
                            .map(sum -> new Compared(sum.count(), sum.countLastYear()))
                            .findFirst()
                            .orElse(new Compared(0, 0)))
                    .toList();
            rows.add(new OperationsRow(
                    code,
                    recipient.name(),
                    counts,
                    own.stream()
                            .map(RegionSum::movedAt)
                            .max(Comparator.naturalOrder())
                            .orElse(null)));
        }
        return rows;
    }
}
