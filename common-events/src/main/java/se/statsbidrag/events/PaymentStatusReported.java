package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The bank said what became of a batch's payments (pain.002).
 *
 * @param batch the batch that it is about
 * @param message the report's own identification
 * @param fileHash SHA-256 of the file, 64 hexadecimal digits
 * @param statuses of the payments that it names, or of all in the batch; none when all that it says was set aside
 */
public record PaymentStatusReported(
        ProgrammeId programme, int batch, String message, String fileHash, List<Status> statuses)
        implements LedgerEvent {
    public PaymentStatusReported {
        statuses = List.copyOf(statuses);
    }

    /**
     * A payment's status.
     *
     * @param payment its end-to-end identification
     * @param accepted false when the bank will not pay
     * @param code the bank's reason, such as {@code AC04}; empty when it gave none
     */
    public record Status(String payment, boolean accepted, String code) {}
}
