package se.statsbidrag.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.TreeChange;

class ControlTotalsTest {
    @ParameterizedTest(name = "{0} = {1} fails {2}")
    @CsvSource(delimiter = '|', textBlock = """
        controlTotals.recipients         | 20        | recipients-as-stated
        pots[0].amount                   | 100000001 | pots-as-stated payout-and-own-cost-within-frame
        controlTotals.pots               | 497000001 | pots-as-stated
        frame.amount                     | 499999999 | frame-as-stated payout-and-own-cost-within-frame
        ownCost.amount                   | 3000001   | own-cost-as-stated payout-and-own-cost-within-frame
        pots[2].percent                  | 64        | parts-are-100-percent
        pots[1].amount                   | 397000001 | pots-as-stated payout-and-own-cost-within-frame table-equals-pot table-reproduced
        tables[0].values.01              | 84167925  | table-equals-pot table-reproduced caps-within-pot
        tables[1].values.25              | 248584    | table-reproduced
        tables[2].values.10              | 32506     | table-reproduced
        """)
    void a_changed_figure_fails_the_control_totals_that_guard_it(String path, long value, String failing) {
        Map<String, Object> tree = TreeChange.set(ShippedDefinition.tree(), path, value);

        assertThat(failing(tree)).isEqualTo(Set.of(failing.split(" ")));
    }

    @ParameterizedTest(name = "{0} = {1} fails {2}")
    @CsvSource(delimiter = '|', textBlock = """
        pots[1].id                       | block-1       | ids-unique references-exist
        tables[1].id                     | cap           | ids-unique references-exist
        pots[1].key.caps                 | ceiling       | references-exist
        pots[2].key.population           | people        | references-exist
        pots[2].key.weights              | weight        | references-exist
        pots[2].key.procedure            | KNEE          | references-exist
        pots[2].derivedFrom              | block-3       | references-exist
        pots[2].derivedFrom              | remaining-cataract | references-exist
        deadlines[1].interpretation      | I-X1          | references-exist
        deadlines[1].kind                | CALENDAR      | references-exist deadlines-complete
        deadlines[1].kind                | REQUISITION   | deadlines-complete
        deadlines[2].kind                | CALENDAR      | deadlines-complete
        period.to                        | 2025-01       | period-in-order
        recipients.entries[0].code       | 26            | tables-cover-recipients
        interpretations[3].value         | LOTTERY       | interpretations-known
        interpretations[0].id            | I-X1          | interpretations-known interpretations-stated
        controlTotals.tables[0].table    | ceiling       | references-exist
        controlTotals.tables[0].pot      | remaining-cataract | references-exist
        """)
    void a_reference_that_leads_nowhere_is_named(String path, String value, String failing) {
        Map<String, Object> tree = TreeChange.set(ShippedDefinition.tree(), path, value);

        assertThat(failing(tree)).isEqualTo(Set.of(failing.split(" ")));
    }

    @Test
    void every_recipient_has_an_organisation_number_of_a_stated_source_or_none_has() {
        Map<String, Object> without = ShippedDefinition.tree();
        TreeChange.remove(without, "recipients.entries[3].organisationNumber");
        Map<String, Object> noSource = ShippedDefinition.tree();
        TreeChange.remove(noSource, "recipients.organisationNumbersSource");
        Map<String, Object> ofBefore = ShippedDefinition.tree();
        TreeChange.remove(ofBefore, "recipients.organisationNumbersSource");
        for (int index = 0; index < 21; index++) {
            TreeChange.remove(ofBefore, "recipients.entries[" + index + "].organisationNumber");
        }

        assertThat(failing(without)).containsExactly("organisation-numbers-complete");
        assertThat(failing(noSource)).containsExactly("organisation-numbers-complete");
        assertThat(failing(ofBefore)).isEmpty();
    }

    @Test
    void two_recipients_may_be_one_legal_person() {
        Map<String, Object> tree =
                TreeChange.set(ShippedDefinition.tree(), "recipients.entries[1].organisationNumber", "232100-0016");

        assertThat(failing(tree)).isEmpty();
    }

    @Test
    void a_key_that_does_not_fit_its_pot_is_refused() {
        Map<String, Object> tree = ShippedDefinition.tree();
        TreeChange.set(tree, "pots[2].key", Map.of("type", "EQUAL_SHARES"));

        assertThat(failing(tree)).containsExactly("references-exist");
    }

    @Test
    void a_pot_that_counts_operations_closes_with_their_deliveries_too() {
        assertThat(failing(TreeChange.set(ShippedDefinition.tree(), "pots[1].closedBy", List.of("requisition"))))
                .containsExactly("deadlines-complete");
    }

    @Test
    void a_population_of_0_cannot_be_divided_by() {
        assertThat(failing(TreeChange.set(ShippedDefinition.tree(), "tables[1].values.09", 0)))
                .containsExactly("tables-cover-recipients");
    }

    @Test
    void a_procedure_listed_twice_is_named() {
        Map<String, Object> tree = ShippedDefinition.tree();
        List<Object> procedures = TreeChange.list(tree, "procedures");
        procedures.add(procedures.getFirst());

        assertThat(failing(tree)).containsExactly("ids-unique");
    }

    @Test
    void all_that_fail_are_named_with_what_they_should_be() {
        Map<String, Object> tree = ShippedDefinition.tree();
        TreeChange.set(tree, "controlTotals.recipients", 22);
        TreeChange.set(tree, "pots[4].percent", 13);

        assertThat(refused(tree))
                .extracting(Fault::toString)
                .containsExactly(
                        "control total 'recipients-as-stated' fails: recipients.entries '21': must be 22 recipients,"
                                + " differs by -1; correct it or the stated total after the source",
                        "control total 'parts-are-100-percent' fails: pots.block-2 '101': must be 100 percent in the"
                                + " pots derived from it, differs by 1; correct it or the stated total after the source");
    }

    @Test
    void next_year_is_a_file_with_other_caps_more_procedures_and_other_parts() {
        Map<String, Object> tree = ShippedDefinition.tree();
        TreeChange.set(tree, "id", "another-year");
        TreeChange.list(tree, "procedures")
                .add(Map.of(
                        "code", "KNEE_REPLACEMENT", "name", "knäprotes", "plural", "knäproteser", "source", "test"));
        TreeChange.set(tree, "pots[1].key.rates.KNEE_REPLACEMENT", Map.of("amount", 90_000, "source", "test"));
        TreeChange.set(tree, "pots[4].percent", 7);
        Map<String, Object> knee = new LinkedHashMap<>(Map.of(
                "id",
                "remaining-knee-replacement",
                "title",
                "Kvarstående medel: knäprotes",
                "derivedFrom",
                "block-2",
                "percent",
                5,
                "source",
                "test"));
        knee.put(
                "key",
                Map.of(
                        "type",
                        "TOP_RANKED",
                        "procedure",
                        "KNEE_REPLACEMENT",
                        "places",
                        3,
                        "population",
                        "population",
                        "weights",
                        "cap"));
        TreeChange.list(tree, "pots").add(knee);

        assertThat(ProgrammeDefinitionReader.read(tree).orThrow().pots()).hasSize(6);
    }

    private static Set<String> failing(Map<String, Object> tree) {
        return refused(tree).stream()
                .map(fault -> Objects.requireNonNull(fault.controlTotal(), fault::toString))
                .collect(Collectors.toSet());
    }

    private static List<Fault> refused(Map<String, Object> tree) {
        return switch (ProgrammeDefinitionReader.read(tree)) {
            case DefinitionReading.Refused refused -> refused.faults();
            case DefinitionReading.Accepted _ -> List.of();
        };
    }
}
