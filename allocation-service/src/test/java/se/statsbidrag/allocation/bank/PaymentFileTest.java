package se.statsbidrag.allocation.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.PaymentDetails;

/** The file that orders the bank to pay. */
class PaymentFileTest {
    private static final Path APPROVED = Path.of("src/test/resources/bank/payment-file.xml");

    @Test
    void theSameBatchGivesTheSameBytesAlwaysAsApproved() throws IOException {
        byte[] file = PaymentFile.of(SampleBatch.of("0".repeat(64)));

        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(Files.readString(APPROVED));
        assertThat(PaymentFile.of(SampleBatch.of("f".repeat(64)))).isEqualTo(file);
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(PaymentFile.of(SampleBatch.of("f".repeat(64)))).isEqualTo(file);
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @Test
    void itIsValidAgainstTheOfficialSchema() {
        Schemas.requireValid("pain.001.001.09", PaymentFile.of(SampleBatch.of("0".repeat(64))));
    }

    @Test
    void aNumberWithAWrongCheckDigitIsNoAccount() {
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.BANKGIRO, "50504562"))
                .isEmpty();
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.BANKGIRO, "50504563"))
                .isPresent();
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.BANKGIRO, "505045")).isPresent();
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.PLUSGIRO, AccountNumbers.withCheckDigit("4165")))
                .isEmpty();
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.PLUSGIRO, "7")).isPresent();
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.ACCOUNT, "SE4550000000058398257466"))
                .isEmpty();
        assertThat(AccountNumbers.fault(PaymentDetails.Kind.ACCOUNT, "SE4650000000058398257466"))
                .isPresent();
        assertThat(AccountNumbers.isBic("ESSESESS")).isTrue();
        assertThat(AccountNumbers.isBic("ESSE")).isFalse();
    }
}
