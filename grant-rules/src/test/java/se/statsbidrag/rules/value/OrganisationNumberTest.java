package se.statsbidrag.rules.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"232100-0016", "212000-0803", "232100-0214", "202100-0555"})
    void a_number_with_its_check_digit(String number) {
        assertThat(new OrganisationNumber(number)).hasToString(number);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '!', textBlock = """
        232100-0017   ! a wrong check digit
        323100-0016   ! two digits swapped
        2321000016    ! no hyphen
        162321000016  ! a century before it
        640823-3234   ! a personal identity number, whose check digit is right
        811218-9876   ! another personal identity number
        701063-2391   ! a coordination number
        232100-001a   ! a letter
        032100-0016   ! begins with 0
        ''            ! nothing
        """)
    void anything_else_is_refused(String number, String shows) {
        assertThatThrownBy(() -> new OrganisationNumber(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("organisation number");
    }
}
