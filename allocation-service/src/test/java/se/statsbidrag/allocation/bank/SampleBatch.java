package se.statsbidrag.allocation.bank;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A batch with one payment of each kind, with made-up account numbers. */
public final class SampleBatch {
    public static final ProgrammeId PROGRAMME = new ProgrammeId("korta-vardkoerna-2025");
    public static final String MESSAGE = "korta-vardkoerna-2025-1";

    private SampleBatch() {}

    public static PaymentBatchPrepared of(String fileHash) {
        return new PaymentBatchPrepared(
                PROGRAMME,
                1,
                MESSAGE,
                Instant.parse("2025-06-10T08:00:00.123456Z"),
                LocalDate.of(2025, 6, 12),
                "",
                new OrganisationNumber("202100-0555"),
                "Socialstyrelsen",
                new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50504562", ""),
                List.of(
                        payment("01", 4_761_905, "Region Stockholm", PaymentDetails.Kind.BANKGIRO, "55556666", ""),
                        payment(
                                "23",
                                4_761_904,
                                "Region Jämtland Härjedalen",
                                PaymentDetails.Kind.PLUSGIRO,
                                "41657",
                                ""),
                        payment(
                                "25",
                                1,
                                "Region <Norrbotten> & co",
                                PaymentDetails.Kind.ACCOUNT,
                                "SE4550000000058398257466",
                                "ESSESESS")),
                fileHash);
    }

    private static Payment payment(
            String recipient, long amount, String name, PaymentDetails.Kind kind, String number, String bank) {
        return new Payment(
                MESSAGE + "-" + recipient,
                new RecipientCode(recipient),
                List.of(1),
                amount,
                name,
                new PaymentDetails(kind, number, bank),
                "Statsbidrag, beslut KV-2025-B1");
    }
}
