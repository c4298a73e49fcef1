package se.statsbidrag.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.local.DemonstrationPerson;

class DemonstrationScriptTest {

    private static final LocalDateTime CUT_OFF = LocalDateTime.of(2025, 11, 21, 0, 0);
    private static final LocalDateTime REQUISITION_DEADLINE = LocalDateTime.of(2025, 6, 3, 0, 0);
    private static final Map<Procedure, Long> RATES =
            Map.of(Procedure.HIP_REPLACEMENT, 108_000L, Procedure.PROLAPSE, 39_000L, Procedure.CATARACT, 19_000L);
    private static final DemonstrationData DATA = DemonstrationData.shipped();

    @ParameterizedTest
    @EnumSource
    void sameRegimeGivesTheSameYear(Regime regime) {
        assertThat(DemonstrationScript.of(DemonstrationData.shipped(), regime))
                .isEqualTo(DemonstrationScript.of(DATA, regime));
    }

    @ParameterizedTest
    @CsvSource({"CATARACT, 12400, 13600, 8, 10", "HIP_REPLACEMENT, 1330, 1470, 12, 14", "PROLAPSE, 495, 555, 10, 16"})
    void averageMonthAndItsIncreaseAreBelievable(Procedure procedure, int least, int most, int from, int to) {
        long thisYear = national(2025, procedure);
        long lastYear = national(2024, procedure);

        assertThat(thisYear / 12).isBetween((long) least, (long) most);
        assertThat(Math.round(100.0 * (thisYear - lastYear) / lastYear)).isBetween((long) from, (long) to);
    }

    @Test
    void julyIsAboutHalfOfOctober() {
        OperationYears years = new OperationYears(DATA, Regime.ALL_CAPPED);
        long july = total(years.month(YearMonth.of(2025, 7)));
        long october = total(years.month(YearMonth.of(2025, 10)));
        assertThat(100 * july / october).isBetween(40L, 50L);
    }

    @Test
    void privateProvidersPerformTwoThirdsOfTheCataractOperations() {
        List<CountedCell> cataract = new OperationYears(DATA, Regime.ALL_CAPPED)
                .month(YearMonth.of(2025, 3)).stream()
                        .filter(cell -> cell.procedure() == Procedure.CATARACT)
                        .toList();
        long privately = total(cataract.stream()
                .filter(cell -> cell.provider().equals("PRIVATE"))
                .toList());
        assertThat(100 * privately / total(cataract)).isBetween(66L, 70L);
    }

    @Test
    void patientsAreTreatedInNeighbouringRegionsToo() {
        Set<String> elsewhere = new HashSet<>();
        new OperationYears(DATA, Regime.ALL_CAPPED)
                .month(YearMonth.of(2025, 3)).stream()
                        .filter(cell -> !cell.homeRegion().equals(cell.performedIn()))
                        .forEach(cell -> elsewhere.add(cell.homeRegion()));
        assertThat(elsewhere).hasSize(21);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALL_CAPPED", "MISSING_REGION"})
    void inARealisticYearEveryRegionReachesItsCap(Regime regime) {
        Map<String, Long> earned = earned(regime);
        caps().forEach((region, cap) ->
                assertThat(earned.get(region)).as(region).isGreaterThan(cap));
    }

    @Test
    void inALeanYearSomeReachTheirCapAndMuchRemains() {
        Map<String, Long> earned = earned(Regime.REMAINING);
        Map<String, Long> caps = caps();
        long paid = caps.entrySet().stream()
                .mapToLong(cap -> Math.min(cap.getValue(), earned.getOrDefault(cap.getKey(), 0L)))
                .sum();

        assertThat(397_000_000 - paid).isBetween(20_000_000L, 200_000_000L);
        assertThat(caps.entrySet())
                .anyMatch(cap -> earned.getOrDefault(cap.getKey(), 0L) >= cap.getValue())
                .anyMatch(cap -> earned.getOrDefault(cap.getKey(), 0L) < cap.getValue());
    }

    @ParameterizedTest
    @CsvSource({"ALL_CAPPED, 21", "REMAINING, 21", "MISSING_REGION, 20"})
    void everyRequisitionComesInTimeAndEndsApproved(Regime regime, int approved) {
        Map<String, String> states = new HashMap<>();
        for (Act act : DemonstrationScript.of(DATA, regime)) {
            switch (act) {
                case Act.Requisition it -> {
                    assertThat(it.at()).isBefore(REQUISITION_DEADLINE);
                    states.put(it.recipient(), "submitted");
                }
                case Act.Withdraw it -> {
                    assertThat(it.at()).isBefore(REQUISITION_DEADLINE);
                    assertThat(states.replace(it.recipient(), "withdrawn")).isEqualTo("submitted");
                }
                case Act.Approve it ->
                    assertThat(states.replace(it.recipient(), "approved")).isEqualTo("submitted");
                default -> {}
            }
        }
        assertThat(states.values()).hasSize(approved).containsOnly("approved");
        assertThat(states.containsKey(DATA.setting("missing-region"))).isEqualTo(approved == 21);
    }

    @Test
    void yearHoldsCorrectionsALateDeliveryAChangeAndAWithdrawal() {
        List<Act> acts = DemonstrationScript.of(DATA, Regime.ALL_CAPPED);
        Map<String, List<Act.Deliver>> revisions = new HashMap<>();
        acts.forEach(act -> {
            if (act instanceof Act.Deliver delivery) {
                revisions
                        .computeIfAbsent(delivery.reporter() + delivery.month(), key -> new ArrayList<>())
                        .add(delivery);
            }
        });

        assertThat(revisions.values()).filteredOn(all -> all.size() == 2).hasSize(3);
        assertThat(revisions.values())
                .filteredOn(all -> all.size() == 2)
                .allMatch(all -> !all.getFirst().cells().equals(all.getLast().cells()));
        assertThat(revisions.values())
                .filteredOn(all -> all.getLast().at().isAfter(CUT_OFF))
                .hasSize(1);
        assertThat(acts).filteredOn(Act.Withdraw.class::isInstance).hasSize(1);
        assertThat(acts)
                .filteredOn(act ->
                        act instanceof Act.Requisition it && it.recipient().equals(DemonstrationScript.CHANGING_REGION))
                .hasSize(2);
        assertThat(acts).isSortedAccordingTo(Comparator.comparing(Act::at));
        assertThat(acts.getLast().at()).isAfter(CUT_OFF);
    }

    @Test
    void everyReporterKeepsToWhatItAnswersForAndToMonthsThatHaveEnded() {
        Map<String, List<String>> scopes = DATA.reporters();
        for (Act act : DemonstrationScript.of(DATA, Regime.ALL_CAPPED)) {
            if (!(act instanceof Act.Deliver delivery)) {
                continue;
            }
            assertThat(delivery.at())
                    .isAfter(delivery.month().plusMonths(1).atDay(1).atStartOfDay());
            boolean named = scopes.containsKey(delivery.reporter());
            assertThat(delivery.cells())
                    .isNotEmpty()
                    .allMatch(cell -> named
                            ? scopes.getOrDefault(delivery.reporter(), List.of())
                                    .contains(cell.performedIn())
                            : delivery.month().isBefore(YearMonth.of(2025, 2))
                                    || scopes.values().stream()
                                            .noneMatch(regions -> regions.contains(cell.performedIn())));
            assertThat(delivery.cells()).doesNotHaveDuplicates().allMatch(cell -> cell.count() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActIsDoneBySomebodyOfTheDemonstration(Regime regime) {
        for (Act act : DemonstrationScript.of(DATA, regime)) {
            DemonstrationPerson person = DemonstrationPeople.of(act.by());
            switch (act) {
                case Act.Requisition _, Act.Withdraw _ ->
                    assertThat(person.role()).isEqualTo("representative");
                case Act.DeliverHistory history ->
                    assertThat(person.reporters()).containsExactly(history.reporter());
                case Act.Deliver delivery -> assertThat(person.reporters()).containsExactly(delivery.reporter());
                case Act.NameReporter _,
                        Act.Approve _,
                        Act.ApproveAll _,
                        Act.Return _,
                        Act.NoteCondition _,
                        Act.AdmitRequisition _,
                        Act.AdmitDelivery _,
                        Act.Decide _,
                        Act.ReportToGovernment _,
                        FollowUpAct.ReturnReport _,
                        FollowUpAct.AcceptReports _ -> assertThat(person.role()).isEqualTo("officer");
                case FollowUpAct _ -> assertThat(person.role()).isEqualTo("representative");
                case MoneyAct _ -> assertThat(person.role()).isEqualTo("economist");
                case Act.Pass _ -> assertThat(person.role()).isEqualTo("operator");
            }
        }
        assertThat(DemonstrationPeople.subject(Act.SECOND_OFFICER))
                .isNotEqualTo(DemonstrationPeople.subject(Act.OFFICER));
        assertThat(DemonstrationPeople.subject(MoneyAct.SECOND_ECONOMIST))
                .isNotEqualTo(DemonstrationPeople.subject(MoneyAct.ECONOMIST));
    }

    private static long national(int year, Procedure procedure) {
        OperationYears years = new OperationYears(DATA, Regime.ALL_CAPPED);
        long sum = 0;
        for (int month = 1; month <= 12; month++) {
            sum += total(years.month(YearMonth.of(year, month)).stream()
                    .filter(cell -> cell.procedure() == procedure)
                    .toList());
        }
        return sum;
    }

    private static long total(List<CountedCell> cells) {
        return cells.stream().mapToLong(CountedCell::count).sum();
    }

    /** What each home region's operations in the measuring period are worth, by what had been delivered before the cut-off. */
    private static Map<String, Long> earned(Regime regime) {
        Map<String, Act.Deliver> inForce = new TreeMap<>();
        DemonstrationScript.of(DATA, regime).forEach(act -> {
            if (act instanceof Act.Deliver delivery
                    && delivery.at().isBefore(CUT_OFF)
                    && delivery.month().isAfter(YearMonth.of(2025, 1))) {
                inForce.put(delivery.reporter() + delivery.month(), delivery);
            }
        });
        Map<String, Long> earned = new TreeMap<>();
        inForce.values()
                .forEach(delivery -> delivery.cells()
                        .forEach(cell -> earned.merge(
                                cell.homeRegion(),
                                cell.count() * RATES.getOrDefault(cell.procedure(), 0L),
                                Long::sum)));
        return earned;
    }

    private static Map<String, Long> caps() {
        try (InputStream in =
                Objects.requireNonNull(DemonstrationScriptTest.class.getResourceAsStream("/caps.csv"), "caps.csv")) {
            Map<String, Long> caps = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> caps.put(row[0], Long.valueOf(row[1])));
            return caps;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
