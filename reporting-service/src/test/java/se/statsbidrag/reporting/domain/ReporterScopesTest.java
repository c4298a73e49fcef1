package se.statsbidrag.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.reporting.domain.ReporterScopes.Decision;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

class ReporterScopesTest {
    private static final ReporterId REGISTER = new ReporterId("patientregistret");
    private static final ReporterId NORTH = new ReporterId("north");
    private static final YearMonth MARCH = YearMonth.parse("2025-03");

    private static List<RecipientCode> regions(String... codes) {
        return Stream.of(codes).map(RecipientCode::new).toList();
    }

    private static ReporterScopes north() {
        return ReporterScopes.none(REGISTER).evolve(new ReporterScopeSet(NORTH, regions("23", "24"), MARCH));
    }

    @ParameterizedTest(name = "performed in {0} in {1}: {2} answers")
    @CsvSource({
        "23, 2025-03, north",
        "24, 2026-01, north",
        "23, 2025-02, patientregistret",
        "01, 2025-03, patientregistret"
    })
    void exactlyOneReporterAnswersForAPerformingRegionAndMonth(String region, YearMonth month, String reporter) {
        assertThat(north().reporterOf(new RecipientCode(region), month)).isEqualTo(new ReporterId(reporter));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({"23, 2025-03", "24, 2024-01", "23, 2026-12"})
    void twoReportersCannotAnswerForTheSameRegion(String region, YearMonth fromMonth) {
        Decision decision = north().decide(new ReporterId("south"), regions("01", region), fromMonth);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Taken.class,
                        taken -> assertThat(taken.regions())
                                .containsExactly(
                                        new ReporterScopes.TakenRegion(new RecipientCode(region), NORTH, MARCH)));
    }

    @Test
    void aScopeReplacesTheReportersEarlierOneAndFreesItsRegions() {
        Decision decision = north().decide(NORTH, regions("24", "22"), MARCH.plusMonths(1));

        assertThat(decision).isInstanceOfSatisfying(Decision.Set.class, set -> {
            assertThat(set.first()).isFalse();
            assertThat(set.event().performedIn()).isEqualTo(regions("22", "24"));
            ReporterScopes next = north().evolve(set.event());
            assertThat(next.reporterOf(new RecipientCode("23"), MARCH.plusMonths(1)))
                    .isEqualTo(REGISTER);
            assertThat(next.decide(new ReporterId("south"), regions("23"), MARCH))
                    .isInstanceOf(Decision.Set.class);
        });
    }

    @Test
    void theSameScopeTwiceChangesNothing() {
        assertThat(north().decide(NORTH, regions("24", "23"), MARCH)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void theDefaultReporterHasTheRestAndNoScopeOfItsOwn() {
        assertThat(north().decide(REGISTER, regions("01"), MARCH)).isInstanceOf(Decision.OfDefaultReporter.class);
        assertThat(north().knows(REGISTER)).isTrue();
        assertThat(north().knows(NORTH)).isTrue();
        assertThat(north().knows(new ReporterId("south"))).isFalse();
    }
}
