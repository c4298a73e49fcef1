package se.statsbidrag.events.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankDaysTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-02-27, true",
        "2026-02-28, false",
        "2026-03-01, false",
        "2026-01-06, false",
        "2026-04-03, false",
        "2026-04-06, false",
        "2026-05-14, false",
        "2026-06-19, false",
        "2025-12-24, false",
        "2025-12-31, false",
        "2025-12-30, true"
    })
    void banksPayOnWorkingDaysAlone(LocalDate day, boolean bankDay) {
        assertThat(BankDays.isBankDay(day)).isEqualTo(bankDay);
    }

    @ParameterizedTest(name = "{1} bank days before {0}: {2}")
    @CsvSource({
        "2026-02-27, 1, 2026-02-26",
        "2026-02-27, 5, 2026-02-20",
        "2026-02-27, 10, 2026-02-13",
        "2025-11-30, 1, 2025-11-28",
        "2026-01-07, 1, 2026-01-05",
        "2026-01-02, 1, 2025-12-30"
    })
    void remindersComeOnBankDays(LocalDate day, int bankDays, LocalDate reminder) {
        assertThat(BankDays.before(day, bankDays)).isEqualTo(reminder);
    }

    @Test
    void whatIsMissingIsMissedOnABankDay() {
        assertThat(BankDays.after(LocalDate.of(2025, 12, 23), 2)).isEqualTo(LocalDate.of(2025, 12, 30));
        assertThatThrownBy(() -> BankDays.after(LocalDate.of(2025, 12, 23), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
