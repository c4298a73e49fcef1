package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.RecipientCode;

/** Payments in a test. */
final class PaidInATest {
    private static final PaymentDetails ACCOUNT = new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50501055", "");

    private PaidInATest() {}

    /** A batch of one payment. */
    static PaymentBatchPrepared batch(int batch, String payment, String recipient, long amount) {
        return new PaymentBatchPrepared(
                LedgerYear.PROGRAMME,
                batch,
                "M-" + batch,
                Instant.parse("2025-06-10T08:00:00Z"),
                LocalDate.parse("2025-06-12"),
                "",
                new OrganisationNumber("202100-0555"),
                "Socialstyrelsen",
                ACCOUNT,
                List.of(new PaymentBatchPrepared.Payment(
                        payment, new RecipientCode(recipient), List.of(1), amount, "Region", ACCOUNT, "Statsbidrag")),
                "ab");
    }

    /** A statement that shows a payment. */
    static PaymentsBooked booked(String payment, long amount, LocalDate day) {
        return new PaymentsBooked(
                LedgerYear.PROGRAMME,
                "S-" + payment,
                "ab",
                List.of(new PaymentsBooked.Entry("B-" + payment, payment, amount, day)));
    }
}
