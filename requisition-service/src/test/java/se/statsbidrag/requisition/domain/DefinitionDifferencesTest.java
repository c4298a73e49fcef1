package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionDifferencesTest {
    private static Object tree(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json.replace('\'', '"'), Object.class);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {'version': 1}                                       | {'version': 2}                                         | version: 1 > 2
        {'a': {'b': 1}}                                      | {'a': {'b': 1}}                                        | none
        {'a': {'b': 1}}                                      | {'a': {}}                                              | a.b: 1 > null
        {'a': 1}                                             | {'a': 1, 'repayment': {'x': 'y'}}                      | repayment: null > {x=y}
        {'pots': [{'id': 'one', 'amount': 5}, {'id': 'two'}]} | {'pots': [{'id': 'two'}, {'id': 'one', 'amount': 6}]} | pots[one].amount: 5 > 6
        {'pots': [{'id': 'one'}]}                            | {'pots': [{'id': 'two'}]}                              | pots[two]: null > {id=two}, pots[one]: {id=one} > null
        {'entries': [{'code': '01', 'name': 'A'}]}           | {'entries': [{'code': '01', 'name': 'B'}]}             | entries[01].name: A > B
        {'closedBy': ['a', 'b']}                             | {'closedBy': ['a', 'c', 'd']}                          | closedBy[1]: b > c, closedBy[2]: null > d
        {'tables': [{'id': 't', 'values': {'01': 5}}]}       | {'tables': [{'id': 't', 'values': {'01': '5'}}]}       | tables[t].values.01: 5 > 5
        """)
    void fieldsThatDifferAreNamedWithWhatStoodAndWhatStands(String before, String after, String told)
            throws JsonProcessingException {
        String found = DefinitionDifferences.of(tree(before), tree(after)).stream()
                .map(change -> change.path() + ": " + change.before() + " > " + change.after())
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(told.equals("none") ? "" : told);
    }

    @Test
    void oneWholeNumberIsTheSameWhicheverTypeHoldsIt() {
        assertThat(DefinitionDifferences.of(5, 5L)).isEmpty();
    }
}
