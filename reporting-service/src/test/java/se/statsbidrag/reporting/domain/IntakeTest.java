package se.statsbidrag.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Provider;

class IntakeTest {
    private static final Instant APRIL = Instant.parse("2025-04-10T10:00:00Z");

    private static Intake intake(Instant now) {
        return new Intake(TestRules.RULES, TestRules.SCOPES, now, new Faults());
    }

    private static CellRow row(int row, String home, String in, String provider, String procedure, String count) {
        return new CellRow(row, home, in, provider, procedure, count);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3} {4} {5} {6} -> {7} '{8}' {9}")
    @CsvSource(delimiter = '|', textBlock = """
            patientregistret | 2025-03 | 99   | 14 | PUBLIC  | CATARACT | 1      | homeRegion  | 99     | no such region
            patientregistret | 2025-03 | 2380 | 14 | PUBLIC  | CATARACT | 1      | homeRegion  | 2380   | no such region
            patientregistret | 2025-03 | ''   | 14 | PUBLIC  | CATARACT | 1      | homeRegion  | ''     | no such region
            patientregistret | 2025-03 | 14   | 1  | PUBLIC  | CATARACT | 1      | performedIn | 1      | no such region
            patientregistret | 2025-03 | 14   | 14 | Privat  | CATARACT | 1      | provider    | Privat | no such provider
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | KNEE     | 1      | procedure   | KNEE   | no programme in force
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | cataract | 1      | procedure   | cataract | no programme in force
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | -1     | count       | -1     | below 0
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 100001 | count       | 100001 | above 100000
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 99999999999999999999 | count | 99999999999999999999 | above 100000
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 5.0    | count       | 5.0    | not a whole number
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 5,5    | count       | 5,5    | not a whole number
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 1e3    | count       | 1e3    | not a whole number
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | many   | count       | many   | not a number
            patientregistret | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | ''     | count       | ''     | not a number
            patientregistret | 2025-04 | 14   | 14 | PUBLIC  | CATARACT | 1      | month       | 2025-04 | the month has not ended
            patientregistret | 2026-01 | 14   | 14 | PUBLIC  | CATARACT | 1      | month       | 2026-01 | the month has not ended
            patientregistret | 2025-3  | 14   | 14 | PUBLIC  | CATARACT | 1      | month       | 2025-3 | not a month
            patientregistret | 2025-13 | 14   | 14 | PUBLIC  | CATARACT | 1      | month       | 2025-13 | not a month
            nobody           | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 1      | reporter    | nobody | no such reporter
            No Body          | 2025-03 | 14   | 14 | PUBLIC  | CATARACT | 1      | reporter    | No Body | no such reporter
            patientregistret | 2025-03 | 14   | 23 | PUBLIC  | CATARACT | 1      | performedIn | 23     | outside the scope of patientregistret: region-jh
            region-jh        | 2025-03 | 23   | 14 | PUBLIC  | CATARACT | 1      | performedIn | 14     | outside the scope of region-jh: patientregistret
            region-jh        | 2025-01 | 23   | 23 | PUBLIC  | CATARACT | 1      | performedIn | 23     | outside the scope of region-jh: patientregistret
            """)
    void aBadFieldIsNamedWithRowValueAndWhatToDo(
            String reporter,
            String month,
            String home,
            String in,
            String provider,
            String procedure,
            String count,
            String field,
            String value,
            String fault) {
        Intake intake = intake(APRIL);
        intake.take(reporter, month, row(7, home, in, provider, procedure, count));

        assertThat(intake.faults().first()).singleElement().satisfies(found -> {
            assertThat(found.row()).isEqualTo(7);
            assertThat(found.field()).isEqualTo(field);
            assertThat(found.value()).isEqualTo(value);
            assertThat(found.fault()).startsWith(fault);
            assertThat(found.action()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0} is accepted: {1}")
    @CsvSource({
        "2025-03-31T23:59:59.999+02:00, false",
        "2025-04-01T00:00:00+02:00, true",
        "2025-03-31T22:00:00Z, true",
        "2025-03-31T21:59:59Z, false"
    })
    void aMonthHasEndedAtMidnightInSweden(String now, boolean accepted) {
        Intake intake = intake(OffsetDateTime.parse(now).toInstant());
        intake.open(null, "patientregistret", "2025-03");

        assertThat(intake.faults().isEmpty()).isEqualTo(accepted);
    }

    @Test
    void everyFaultOfARowIsNamedAtOnce() {
        Intake intake = intake(APRIL);
        intake.take("nobody", "2025-04", row(2, "99", "98", "x", "y", "-1"));

        assertThat(intake.faults().first())
                .extracting(DeliveryFault::field)
                .containsExactly("reporter", "month", "homeRegion", "performedIn", "provider", "procedure", "count");
    }

    @Test
    void whatTheReaderRefusedIsNotNamedAgain() {
        Intake intake = intake(APRIL);
        intake.take(null, "2025-03", new CellRow(2, null, null, null, null, null));

        assertThat(intake.faults().isEmpty()).isTrue();
    }

    @Test
    void aSecondRowForACellIsAFaultEvenWithTheSameCount() {
        Intake intake = intake(APRIL);
        intake.take("patientregistret", "2025-03", row(2, "14", "14", "PUBLIC", "CATARACT", "5"));
        intake.take("patientregistret", "2025-03", row(3, "14", "14", "PRIVATE", "CATARACT", "5"));
        intake.take("patientregistret", "2025-02", row(4, "14", "14", "PUBLIC", "CATARACT", "5"));
        intake.take("patientregistret", "2025-03", row(5, "14", "14", "PUBLIC", "CATARACT", "5"));

        assertThat(intake.faults().first()).singleElement().satisfies(found -> {
            assertThat(found.row()).isEqualTo(5);
            assertThat(found.fault()).contains("second row");
        });
    }

    @Test
    void theFirstHundredFaultsAreShownAndTheRestCounted() {
        Intake intake = intake(APRIL);
        for (int row = 2; row < 252; row++) {
            intake.take("patientregistret", "2025-03", row(row, "99", "14", "PUBLIC", "CATARACT", "1"));
        }

        assertThat(intake.faults().first()).hasSize(100);
        assertThat(intake.faults().more()).isEqualTo(150);
    }

    @Test
    void aLongValueIsShortened() {
        Intake intake = intake(APRIL);
        intake.take("patientregistret", "2025-03", row(2, "9".repeat(5000), "14", "PUBLIC", "CATARACT", "1"));

        assertThat(intake.faults().first().getFirst().value()).hasSize(DeliveryFault.LONGEST_VALUE + 1);
    }

    @Test
    void rowsOfManyDeliveriesMayComeInAnyOrder() {
        Intake intake = intake(APRIL);
        intake.take("patientregistret", "2025-03", row(2, "14", "14", "PUBLIC", "CATARACT", "5"));
        intake.take("region-jh", "2025-02", row(3, "23", "23", "PUBLIC", "CATARACT", "6"));
        intake.take("patientregistret", "2025-02", row(4, "14", "01", "PUBLIC", "PROLAPSE", "7"));
        intake.take("patientregistret", "2025-03", row(5, "01", "14", "PUBLIC", "CATARACT", "8"));
        intake.open(null, "patientregistret", "2025-01");

        assertThat(intake.faults().isEmpty()).isTrue();
        assertThat(intake.deliveries().entrySet())
                .extracting(each -> each.getKey().reporter() + " "
                        + each.getKey().month() + " "
                        + each.getValue().stream().map(OperationCell::count).toList())
                .containsExactly(
                        "patientregistret 2025-01 []",
                        "patientregistret 2025-02 [7]",
                        "patientregistret 2025-03 [5, 8]",
                        "region-jh 2025-02 [6]");
        assertThat(intake.deliveries().values().stream().flatMap(List::stream).map(OperationCell::provider))
                .containsOnly(Provider.PUBLIC);
    }
}
