package se.statsbidrag.reporting.domain.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.reporting.domain.report.ReportDocument.Bars;
import se.statsbidrag.reporting.domain.report.ReportDocument.Chart;
import se.statsbidrag.reporting.domain.report.ReportDocument.Form;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.reporting.domain.report.ReportDocument.TableBuilder;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.AllocationKey.UnitPriceWithCap;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.SourcedAmount;
import se.statsbidrag.rules.value.Place;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;

/** Operations beside last year's, where they were performed, and how far they have brought each recipient (R-K9, R-K11). */
final class OperationSections {
    /** The country as Statistics Sweden codes it. */
    private static final String COUNTRY = "00";

    private static final String COUNTRY_NAME = "Riket";

    private final ReportFacts facts;
    private final List<RecipientCode> regions;

    OperationSections(ReportFacts facts) {
        this.facts = facts;
        this.regions = facts.definition().recipients().stream()
                .map(each -> each.code())
                .toList();
    }

    /** Each procedure per region and nationally, against the same months last year. */
    Section counts(YearMonth from, YearMonth to) {
        TableBuilder table = compared(regionAndProcedure());
        for (ProcedureDefinition procedure : facts.definition().procedures()) {
            Compared country = compared(regions, from, to, procedure.code());
            table.sum(country.row(COUNTRY, COUNTRY_NAME, procedure.code(), capitalised(procedure.name())));
            for (RecipientCode region : regions) {
                table.row(compared(List.of(region), from, to, procedure.code())
                        .row(region, facts.name(region), procedure.code(), capitalised(procedure.name())));
            }
        }
        return new Section(
                "operations",
                "Operationer per region och i riket, " + Swedish.months(from, to),
                List.of("Operationerna räknas på patientens hemregion, och jämförs med samma månader året före."),
                table.build(),
                List.of());
    }

    /** The same by where they were performed, as seen from the home region. */
    Section places(YearMonth from, YearMonth to) {
        TableBuilder table = regionAndProcedure()
                .column("homeRegion", "I hemregionen", Form.COUNT)
                .column("homeRegionLastYear", "Året före", Form.COUNT)
                .column("otherRegion", "I annan region", Form.COUNT)
                .column("otherRegionLastYear", "Året före", Form.COUNT)
                .column("privateProvider", "Hos privat vårdgivare", Form.COUNT)
                .column("privateProviderLastYear", "Året före", Form.COUNT);
        for (ProcedureDefinition procedure : facts.definition().procedures()) {
            table.sum(placed(COUNTRY, COUNTRY_NAME, regions, from, to, procedure));
            regions.forEach(
                    region -> table.row(placed(region, facts.name(region), List.of(region), from, to, procedure)));
        }
        return new Section(
                "places",
                "Var operationerna har genomförts, " + Swedish.months(from, to),
                List.of(),
                table.build(),
                List.of());
    }

    /** Month by month in the whole country. */
    Section trend(YearMonth from, YearMonth to) {
        TableBuilder table = compared(new TableBuilder()
                .column("month", "Månad", Form.TEXT)
                .column("procedure", "Operation, kod", Form.CODE)
                .column("procedureName", "Operation", Form.TEXT));
        List<Chart> charts = new ArrayList<>();
        for (ProcedureDefinition procedure : facts.definition().procedures()) {
            List<Bars> bars = new ArrayList<>();
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                Compared country = compared(regions, month, month, procedure.code());
                table.row(country.row(month, procedure.code(), capitalised(procedure.name())));
                bars.add(new Bars(month.toString(), List.of(country.count(), country.lastYear())));
            }
            charts.add(new Chart(
                    capitalised(procedure.plural()) + " i riket per månad",
                    Form.COUNT,
                    List.of("Antal", "Året före"),
                    bars));
        }
        return new Section("months", "Riket månad för månad", List.of(), table.build(), charts);
    }

    /** What was earned against the cap, in each pot that is earned by operations. */
    List<Section> fulfilment() {
        List<Section> sections = new ArrayList<>();
        for (PotDefinition pot : facts.definition().pots()) {
            if (pot.key() instanceof UnitPriceWithCap(var rates, var caps)) {
                List<RecipientCode> members = facts.definition().recipientsOf(pot);
                sections.add(earned(pot, members, facts.definition().table(caps).values()));
                sections.add(byProcedure(
                        pot, members, rates, facts.definition().table(caps).values()));
            }
        }
        return sections;
    }

    private Section earned(PotDefinition pot, List<RecipientCode> members, Map<RecipientCode, Long> caps) {
        TableBuilder table = region().column("earned", "Intjänat, kr", Form.KRONOR)
                .column("cap", "Maxtak, kr", Form.KRONOR)
                .column("fulfilment", "Uppfyllnadsgrad", Form.TENTHS_OF_PERCENT);
        long allEarned = 0;
        long allCaps = 0;
        List<Bars> bars = new ArrayList<>();
        for (RecipientCode member : members) {
            long earned = facts.plan().line(member, pot.id());
            long cap = caps.getOrDefault(member, 0L);
            Long tenths = Percentage.tenths(earned, cap);
            table.row(member, facts.name(member), earned, cap, tenths);
            bars.add(new Bars(facts.name(member), List.of(tenths == null ? 0L : tenths)));
            allEarned = Math.addExact(allEarned, earned);
            allCaps = Math.addExact(allCaps, cap);
        }
        table.sum(COUNTRY, COUNTRY_NAME, allEarned, allCaps, Percentage.tenths(allEarned, allCaps));
        return new Section(
                "fulfilment-" + pot.id(),
                "Intjänat mot maxtaket: " + pot.title(),
                List.of("Uppfyllnadsgraden är det intjänade beloppet delat med maxtaket, i procent med en decimal,"
                        + " avrundad nedåt. Intjänat är enligt planen vid rapportens tidpunkt."),
                table.build(),
                List.of(new Chart(
                        "Uppfyllnadsgrad per region, procent",
                        Form.TENTHS_OF_PERCENT,
                        List.of("Uppfyllnadsgrad"),
                        bars)));
    }

    private Section byProcedure(
            PotDefinition pot,
            List<RecipientCode> members,
            Map<Procedure, SourcedAmount> rates,
            Map<RecipientCode, Long> caps) {
        TableBuilder table = regionAndProcedure()
                .column("count", "Operationer som räknas", Form.COUNT)
                .column("rate", "Ersättning per operation, kr", Form.KRONOR)
                .column("value", "Värde före tak, kr", Form.KRONOR)
                .column("shareOfCap", "Andel av maxtaket", Form.TENTHS_OF_PERCENT);
        for (ProcedureDefinition procedure : facts.definition().procedures()) {
            SourcedAmount rate = rates.get(procedure.code());
            if (rate == null) {
                continue;
            }
            long allCounts = 0;
            long allCaps = 0;
            for (RecipientCode member : members) {
                long count = facts.counted().count(member, procedure.code());
                long value = Math.multiplyExact(count, rate.amount());
                long cap = caps.getOrDefault(member, 0L);
                table.row(
                        member,
                        facts.name(member),
                        procedure.code(),
                        capitalised(procedure.name()),
                        count,
                        rate.amount(),
                        value,
                        Percentage.tenths(value, cap));
                allCounts = Math.addExact(allCounts, count);
                allCaps = Math.addExact(allCaps, cap);
            }
            long all = Math.multiplyExact(allCounts, rate.amount());
            table.sum(
                    COUNTRY,
                    COUNTRY_NAME,
                    procedure.code(),
                    capitalised(procedure.name()),
                    allCounts,
                    rate.amount(),
                    all,
                    Percentage.tenths(all, allCaps));
        }
        return new Section(
                "fulfilment-procedures-" + pot.id(),
                "Uppfyllnadsgrad per region och operation: " + pot.title(),
                List.of(
                        "Andelen är operationernas värde delat med regionens maxtak, före taket och avrundad nedåt; den kan"
                                + " vara över 100 procent. Bara operationer som räknas för pengar är med, även för den som inte"
                                + " har rekvirerat."),
                table.build(),
                List.of());
    }

    /** A count and last year's. */
    private record Compared(long count, long lastYear) {
        @Nullable Object[] row(Object... before) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(before));
            long difference = Math.subtractExact(count, lastYear);
            cells.add(count);
            cells.add(lastYear);
            cells.add(difference);
            cells.add(Percentage.tenths(difference, lastYear));
            return cells.toArray();
        }
    }

    private Compared compared(Collection<RecipientCode> of, YearMonth from, YearMonth to, Procedure procedure) {
        BiFunction<YearMonth, YearMonth, Long> count = (first, last) -> of.stream()
                .mapToLong(region -> facts.operations().count(first, last, region, procedure))
                .reduce(0, Math::addExact);
        return new Compared(count.apply(from, to), count.apply(from.minusYears(1), to.minusYears(1)));
    }

    private Object[] placed(
            Object code,
            String name,
            Collection<RecipientCode> of,
            YearMonth from,
            YearMonth to,
            ProcedureDefinition procedure) {
        List<Object> cells = new ArrayList<>(List.of(code, name, procedure.code(), capitalised(procedure.name())));
        for (Place place : List.of(Place.HOME_REGION, Place.OTHER_REGION, Place.PRIVATE_PROVIDER)) {
            for (int years : new int[] {0, 1}) {
                cells.add(of.stream()
                        .mapToLong(region -> facts.operations()
                                .count(from.minusYears(years), to.minusYears(years), region, procedure.code(), place))
                        .reduce(0, Math::addExact));
            }
        }
        return cells.toArray();
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static TableBuilder region() {
        return new TableBuilder().column("region", "Kod", Form.TEXT).column("regionName", "Region", Form.TEXT);
    }

    private static TableBuilder regionAndProcedure() {
        return region().column("procedure", "Operation, kod", Form.CODE)
                .column("procedureName", "Operation", Form.TEXT);
    }

    private static TableBuilder compared(TableBuilder table) {
        return table.column("count", "Antal", Form.COUNT)
                .column("countLastYear", "Året före", Form.COUNT)
                .column("difference", "Skillnad", Form.COUNT)
                .column("change", "Förändring", Form.TENTHS_OF_PERCENT);
    }
}
