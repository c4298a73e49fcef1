package se.statsbidrag.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A file of payments was made of what is decided and not yet ordered. The same batch always gives the same file, byte for
 * byte.
 *
 * @param batch its number in the programme, from 1
 * @param message the file's own identification, unique for ever
 * @param createdAt stands in the file
 * @param executionDate when the bank is to pay, Swedish local date
 * @param latePaymentReason why it is paid after the programme's year (R-K2b); empty when it is not
 * @param agency who pays
 * @param payer the agency's name as the bank knows it
 * @param from where the agency pays from
 * @param payments by recipient
 * @param fileHash SHA-256 of the file, 64 hexadecimal digits
 */
public record PaymentBatchPrepared(
        ProgrammeId programme,
        int batch,
        String message,
        Instant createdAt,
        LocalDate executionDate,
        String latePaymentReason,
        OrganisationNumber agency,
        String payer,
        PaymentDetails from,
        List<Payment> payments,
        String fileHash)
        implements LedgerEvent {
    public PaymentBatchPrepared {
        payments = List.copyOf(payments);
    }

    /**
     * An order to pay.
     *
     * @param id the file's end-to-end identification, unique for ever
     * @param decisions the numbers of the decisions that it pays, ascending
     * @param amount whole kronor, above 0
     * @param name of who is paid, as the bank knows it
     * @param to where the money goes
     * @param text what the recipient reads on its own statement, at most 140 characters
     */
    public record Payment(
            String id,
            RecipientCode recipient,
            List<Integer> decisions,
            long amount,
            String name,
            PaymentDetails to,
            String text) {
        public Payment {
            decisions = List.copyOf(decisions);
        }
    }
}
