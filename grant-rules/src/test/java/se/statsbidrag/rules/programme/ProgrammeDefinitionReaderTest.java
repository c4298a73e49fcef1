package se.statsbidrag.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import se.statsbidrag.rules.ShippedDefinition;
import se.statsbidrag.rules.TreeChange;

class ProgrammeDefinitionReaderTest {
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        id                                   | Korta Vårdköerna | is not in the expected form
        version                              | one              | must be a whole number, not text
        pots[1].key.rates.CATARACT.amount    | 19000 kr         | must be a whole number, not text
        pots[1].key.caps                     | Maxtak           | is not in the expected form
        pots[2].key.procedure                | hip              | is not in the expected form
        pots[2].key.type                     | LOTTERY          | does not say which kind it is
        period.from                          | februari         | is not in the expected form
        deadlines[0].dueDate                 | 2025-06-31       | is not in the expected form
        deadlines[0].kind                    | SOMETIME         | is not in the expected form
        recipients.entries[0].code           | 1                | is not in the expected form
        recipients.entries[0].organisationNumber | 232100-0017  | is not in the expected form
        recipients.entries[0].organisationNumber | 2321000016   | is not in the expected form
        recipients.entries[0].organisationNumber | 640823-3234  | is not in the expected form
        requisition.amountSetBy              | NOBODY           | is not in the expected form
        colour                               | blue             | is an unknown field
        pots[0].key.rates                    | none             | is an unknown field
        title                                | Korta köer       | must have fields, not text
        deadlines                            | soon             | must be a list, not text
        tables[0].values                     | many             | must hold names and values, not text
        frame.source                         | ' '              | must have 1 to 1000 characters
        """)
    void a_wrong_text_is_named_by_its_path(String path, String value, String problem) {
        List<Fault> faults = faults(TreeChange.set(ShippedDefinition.tree(), path, value));

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.problem()).contains(problem);
            assertThat(fault.remedy()).isNotBlank();
            assertThat(fault.controlTotal()).isNull();
        });
    }

    @Test
    void nothing_is_coerced() {
        Map<String, Object> tree = ShippedDefinition.tree();
        TreeChange.set(tree, "recipients.entries[0].code", 1);
        TreeChange.set(tree, "pots[0].amount", 100_000_000.0);
        TreeChange.set(tree, "frame.amount", -1);
        TreeChange.set(tree, "ownCost.amount", new BigInteger("99999999999999999999"));
        TreeChange.set(tree, "title.sv", true);
        TreeChange.set(tree, "decision.source", List.of("S2025/00401"));

        assertThat(faults(tree))
                .extracting(Fault::path, Fault::problem)
                .containsExactlyInAnyOrder(
                        tuple("recipients.entries[0].code", "must be text, not a whole number"),
                        tuple("pots[0].amount", "must be a whole number, not a number with decimals"),
                        tuple("frame.amount", "is out of bounds"),
                        tuple("ownCost.amount", "is out of bounds"),
                        tuple("title.sv", "must be text, not true or false"),
                        tuple("decision.source", "must be text, not a list"));
    }

    @Test
    void missing_fields_are_named_all_at_once() {
        Map<String, Object> tree = ShippedDefinition.tree();
        TreeChange.remove(tree, "pots[1].source");
        TreeChange.remove(tree, "pots[1].key.rates.PROLAPSE.source");
        TreeChange.remove(tree, "controlTotals.frame");
        TreeChange.remove(tree, "decision");

        assertThat(faults(tree))
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "pots[1].source", "pots[1].key.rates.PROLAPSE.source", "controlTotals.frame", "decision");
    }

    @Test
    void a_pot_is_either_a_source_pot_or_a_derived_one() {
        Map<String, Object> tree = ShippedDefinition.tree();
        TreeChange.remove(tree, "pots[0].amount");
        TreeChange.set(tree, "pots[2].amount", 1);

        assertThat(faults(tree)).extracting(Fault::path).containsExactly("pots[0]", "pots[2]");
    }

    @Test
    void what_is_no_definition_at_all_is_refused() {
        assertThat(faults(null)).hasSize(1);
        assertThat(faults("hello")).hasSize(1);
        assertThat(faults(Map.of())).hasSizeGreaterThan(10);
        assertThatThrownBy(() -> ProgrammeDefinitionReader.read(Map.of()).orThrow())
                .hasMessageContaining("pots: is missing");
    }

    @Test
    void the_canonical_text_reads_back_to_the_same_definition() {
        var accepted = (DefinitionReading.Accepted) ProgrammeDefinitionReader.read(ShippedDefinition.tree());
        Object again = new Yaml().load(accepted.canonicalText());

        assertThat(ProgrammeDefinitionReader.read(again)).isEqualTo(accepted);
        assertThat(accepted.definition().hash()).isEqualTo(CanonicalForm.sha256(accepted.canonicalText()));
    }

    @Test
    void any_change_of_content_changes_the_hash_and_a_change_of_order_does_not() {
        String hash = ShippedDefinition.definition().hash();
        Map<String, Object> changed = TreeChange.set(ShippedDefinition.tree(), "title.sv", "Korta köerna");
        Map<String, Object> reordered = new TreeMap<>(ShippedDefinition.tree()).descendingMap();

        assertThat(ProgrammeDefinitionReader.read(changed).orThrow().hash()).isNotEqualTo(hash);
        assertThat(ProgrammeDefinitionReader.read(reordered).orThrow().hash()).isEqualTo(hash);
    }

    @Test
    void the_canonical_form_is_json_with_sorted_keys_and_no_spaces() {
        Map<String, Object> tree = Map.of("b", List.of(1, 2L, true), "a", "å \"\\\n", "c", Map.of());

        assertThat(CanonicalForm.text(tree)).isEqualTo("{\"a\":\"å \\\"\\\\\\u000a\",\"b\":[1,2,true],\"c\":{}}");
        assertThat(CanonicalForm.text(null)).isEqualTo("null");
        assertThatThrownBy(() -> CanonicalForm.text(List.of(0.5))).hasMessageContaining("neither text");
        assertThatThrownBy(() -> CanonicalForm.text(Map.of(1, 2))).hasMessageContaining("a key must be text");
    }

    private static List<Fault> faults(@Nullable Object tree) {
        return switch (ProgrammeDefinitionReader.read(tree)) {
            case DefinitionReading.Refused refused -> new ArrayList<>(refused.faults());
            case DefinitionReading.Accepted _ -> List.of();
        };
    }
}
