package se.statsbidrag.requisition.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.statsbidrag.rules.programme.Fault;

/** However a file is written, reading it takes little: what passes a limit is named, and the rest is not read. */
class DefinitionFileTest {

    private static String many(String each, int count) {
        return IntStream.range(0, count).mapToObj(_ -> each).collect(Collectors.joining());
    }

    private static void assertNamed(DefinitionFile file, String path, String problem) {
        assertThat(file.isUnreadable()).isFalse();
        assertThat(file.tree()).isNull();
        assertThat(file.faults()).extracting(Fault::path).containsExactly(path);
        assertThat(file.faults())
                .extracting(Fault::problem)
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void aFileHoldsSoManyValues() {
        assertThat(DefinitionFile.yaml("values:\n" + many("- 1\n", 49_998)).faults())
                .isEmpty();
        assertNamed(DefinitionFile.yaml("values:\n" + many("- 1\n", 49_999)), "values[49998]", "50000");
        assertNamed(DefinitionFile.json("{\"a\":[" + many("1,", 60_000) + "1]}"), "a[49998]", "50000");
    }

    @Test
    void aLineIsTold() {
        DefinitionFile file = DefinitionFile.yaml("values:\n" + many("- 1\n", 50_000));

        assertThat(file.line("values[49998]")).isEqualTo(50_000);
    }

    @Test
    void aNameIsShort() {
        assertThat(DefinitionFile.yaml("pots:\n  " + many("n", 100) + ": 1\n").faults())
                .isEmpty();
        assertNamed(DefinitionFile.yaml("pots:\n  " + many("n", 101) + ": 1\n"), "pots", "100 characters");
        assertNamed(DefinitionFile.json("{\"" + many("n", 101) + "\":1}"), "", "100 characters");
    }

    @Test
    void valuesLieNotDeep() {
        assertThat(DefinitionFile.json(many("[", 20) + many("]", 20)).faults()).isEmpty();
        assertNamed(DefinitionFile.json(many("[", 21) + many("]", 21)), many("[0]", 20), "20 levels");
        assertNamed(DefinitionFile.yaml(many("[", 800) + many("]", 800)), many("[0]", 20), "20 levels");
    }

    @Test
    void whatRefersToAnotherPlaceIsNeverFollowed() {
        DefinitionFile file = DefinitionFile.yaml("a: &a [1, 1]\nb: &b [*a, *a]\nc: [*b, *b]\n");

        assertThat(file.faults()).extracting(Fault::path).containsExactly("b[0]", "b[1]", "c[0]", "c[1]");
    }
}
