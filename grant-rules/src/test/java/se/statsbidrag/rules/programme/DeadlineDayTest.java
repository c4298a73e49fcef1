package se.statsbidrag.rules.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineDayTest {
    @ParameterizedTest
    @CsvSource({
        "2025-06-02, 2025-06-02T22:00:00Z",
        "2025-11-20, 2025-11-20T23:00:00Z",
        "2025-03-30, 2025-03-30T22:00:00Z",
        "2025-10-26, 2025-10-26T23:00:00Z",
        "2025-12-31, 2025-12-31T23:00:00Z"
    })
    void a_deadline_day_ends_at_midnight_in_sweden_summer_and_winter(LocalDate day, Instant end) {
        assertThat(DeadlineDay.endOf(day)).isEqualTo(end);
        assertThat(DeadlineDay.inTime(end.minusNanos(1), day)).isTrue();
        assertThat(DeadlineDay.inTime(end, day)).isFalse();
    }
}
