package se.statsbidrag.events.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalNumberTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            /x/19121212-1212,                          true
            /x/191212121212,                           true
            /x/1212121212,                             true
            /x/121212+1212,                            true
            /x/121212%2B1212,                          true
            /x?who=19640823-3234,                      true
            /x/640883-3231,                            true
            /requisition/v1/representatives/232100-0016, false
            /x/19121312-1212,                          false
            /x/121212-1213,                            false
            /x/121212-12123,                           false
            /x?after=requisitions:1200000,             false
            /x?asOf=2025-11-21T00:00:00Z,              false
            """)
    void isFoundByFormDateAndCheckDigit(String address, boolean found) {
        assertThat(PersonalNumber.standsIn(address)).isEqualTo(found);
    }
}
