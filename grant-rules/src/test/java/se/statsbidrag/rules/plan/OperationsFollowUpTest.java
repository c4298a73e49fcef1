package se.statsbidrag.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static se.statsbidrag.rules.GrantYear.CATARACT;
import static se.statsbidrag.rules.GrantYear.FEBRUARY;
import static se.statsbidrag.rules.GrantYear.HIP;
import static se.statsbidrag.rules.GrantYear.cell;
import static se.statsbidrag.rules.GrantYear.region;

import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.GrantYear;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.plan.OperationsFollowUp.Ranked;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.AllocationKey.TopRanked;
import se.statsbidrag.rules.programme.AllocationKey.UnitPriceWithCap;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

class OperationsFollowUpTest {
    private static final ProgrammeDefinition DEFINITION = ShippedDefinition.definition();

    private static <T extends AllocationKey> T key(Class<T> kind) {
        return DEFINITION.pots().stream()
                .map(PotDefinition::key)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static OperationsFollowUp followUp(GrantYear year) {
        return OperationsFollowUp.of(PotMembers.of(DEFINITION), year.facts());
    }

    @Test
    void each_month_gives_its_operations_at_their_price_before_the_cap() {
        OperationsFollowUp followUp = followUp(new GrantYear()
                .approved("23")
                .delivers(FEBRUARY, cell("23", HIP, 10), cell("23", CATARACT, 2))
                .delivers(FEBRUARY.plusMonths(2), cell("01", HIP, 1)));

        assertThat(followUp.beforeCap(key(UnitPriceWithCap.class), region("23")))
                .containsExactly(entry(FEBRUARY, 1_118_000L), entry(FEBRUARY.plusMonths(2), 0L));
        assertThat(followUp.takesPart(region("23"))).isTrue();
        assertThat(followUp.takesPart(region("01"))).isFalse();
    }

    @Test
    void before_the_pots_close_the_ranking_is_what_it_would_be_now() {
        OperationsFollowUp followUp = followUp(new GrantYear()
                .approved("01", "03", "04", "05", "06", "23")
                .delivers(
                        FEBRUARY,
                        cell("01", HIP, 1),
                        cell("03", HIP, 100),
                        cell("04", HIP, 100),
                        cell("05", HIP, 100),
                        cell("06", HIP, 100),
                        cell("23", HIP, 100)));

        assertThat(followUp.ranking(key(TopRanked.class)))
                .extracting(ranked -> ranked.region().value(), Ranked::count, Ranked::placed, Ranked::tied)
                .containsExactly(
                        tuple("23", 100L, true, false),
                        tuple("04", 100L, true, false),
                        tuple("06", 100L, true, false),
                        tuple("03", 100L, true, false),
                        tuple("05", 100L, true, false),
                        tuple("01", 1L, false, false));
    }
}
