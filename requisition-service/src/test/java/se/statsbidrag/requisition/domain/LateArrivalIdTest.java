package se.statsbidrag.requisition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LateArrivalIdTest {
    @ParameterizedTest
    @CsvSource({
        "korta-vardkoerna-2025-23-3, korta-vardkoerna-2025, 23, 3",
        "god-nara-vard-2025-0980-12, god-nara-vard-2025, 0980, 12",
        "grant-09-0980-09-1, grant-09-0980, 09, 1"
    })
    void itNamesOneSubmissionAlone(String text, String programme, String recipient, long submission) {
        LateArrivalId id = LateArrivalId.of(text).orElseThrow();

        assertThat(id.programme().value()).isEqualTo(programme);
        assertThat(id.recipient().value()).isEqualTo(recipient);
        assertThat(id.submission()).isEqualTo(submission);
        assertThat(id).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "grant-23",
                "grant-2025-23-0",
                "grant-2025-23-03",
                "grant-2025-023-3",
                "-23-3",
                "grant--2025-23-3",
                "Grant-2025-23-3",
                "grant-2025-23-1000000000",
                "grant-2025-23-3 "
            })
    void whatHasNotItsFormNamesNothing(String text) {
        assertThat(LateArrivalId.of(text)).isEmpty();
    }
}
