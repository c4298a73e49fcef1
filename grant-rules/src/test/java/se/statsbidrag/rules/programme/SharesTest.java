package se.statsbidrag.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

class SharesTest {
    private static final ProgrammeDefinition ACCESS = ShippedDefinition.definition(ShippedDefinition.ACCESS);
    private static final ProgrammeDefinition LOCAL_CARE = ShippedDefinition.definition(ShippedDefinition.LOCAL_CARE);

    @Test
    void the_access_grants_published_amounts_follow_from_its_key_21_of_21() {
        assertThat(Shares.of(ACCESS).of(new PotId("access")))
                .hasSize(21)
                .isEqualTo(ACCESS.table(new TableId("amounts")).values());
    }

    @Test
    void jamtland_harjedalen_may_requisition_its_published_amount() {
        assertThat(Shares.of(ACCESS).total(new RecipientCode("23"))).isEqualTo(147_463_134);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        regions-population         | 2624000000 | 21
        regions-rural              | 150000000  | 21
        municipalities-health-care | 375000000  | 290
        municipalities-population  | 375000000  | 290
        municipalities-rural       | 150000000  | 290
        """)
    void every_pot_of_good_local_care_is_divided_to_the_krona(String pot, long amount, int recipients) {
        assertThat(Shares.of(LOCAL_CARE).of(new PotId(pot))).hasSize(recipients);
        assertThat(Shares.of(LOCAL_CARE).of(new PotId(pot)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(amount);
    }

    @Test
    void good_local_care_sums_to_its_frame_over_311_recipients() {
        Shares shares = Shares.of(LOCAL_CARE);

        assertThat(LOCAL_CARE.recipients()).hasSize(311);
        assertThat(LOCAL_CARE.recipients().stream()
                        .mapToLong(recipient -> shares.total(recipient.code()))
                        .sum())
                .isEqualTo(3_674_000_000L);
    }

    @Test
    void a_municipality_without_a_rural_class_has_no_rural_share() {
        assertThat(Shares.of(LOCAL_CARE).of(new PotId("municipalities-rural"), new RecipientCode("0180")))
                .isZero();
    }

    @Test
    void an_inhabitant_of_the_sparsest_countryside_weighs_ten_near_urban_ones() {
        PotDefinition pot = LOCAL_CARE.pot(new PotId("municipalities-rural")).orElseThrow();
        AllocationKey.RuralClasses key = (AllocationKey.RuralClasses) pot.key();

        assertThat(Stream.of(RuralClass.values()).map(rural -> Shares.ruralWeight(key, rural)))
                .containsExactly(1L, 5L, 10L);
        long dorotea = LOCAL_CARE.table(key.population()).value(new RecipientCode("2425"));
        assertThat(Shares.weight(LOCAL_CARE, key, new RecipientCode("2425")).longValueExact())
                .isEqualTo(10 * dorotea);
    }

    @Test
    void a_region_weighs_what_its_rural_municipalities_do() {
        AllocationKey.RuralClasses key = (AllocationKey.RuralClasses)
                LOCAL_CARE.pot(new PotId("regions-rural")).orElseThrow().key();

        assertThat(Shares.weight(LOCAL_CARE, key, new RecipientCode("24")))
                .isEqualTo(LOCAL_CARE.recipients().stream()
                        .map(Recipient::code)
                        .filter(code ->
                                code.value().length() == 4 && code.value().startsWith("24"))
                        .map(code -> Shares.weight(LOCAL_CARE, key, code))
                        .reduce(BigInteger.ZERO, BigInteger::add));
    }
}
