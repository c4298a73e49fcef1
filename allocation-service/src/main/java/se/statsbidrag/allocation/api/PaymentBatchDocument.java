package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.PaymentBatches;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.payment.PaymentOrders.LeftOut;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.rules.value.EventReference;

/**
 * A batch of payments. Whole kronor.
 *
 * @param batch its number in the programme
 * @param message the identification of its file
 * @param state {@code PREPARED}, {@code APPROVED} or {@code RETURNED}
 * @param latePaymentReason why it is paid after the programme's year; left out when it is not
 * @param sum of its payments
 * @param fileSha256 of its file; an approval names it
 * @param preparedBy the opaque id of who prepared it, who cannot approve it
 * @param approvedBy the opaque id of who approved it; left out while nobody has
 * @param payments by recipient; left out in lists
 * @param leftOut those with a decision that it does not pay, and why; only where it is prepared
 * @param log where the last act on it, or in lists the batch, was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PaymentBatch")
public record PaymentBatchDocument(
        String programme,
        int batch,
        String message,
        String state,
        LocalDate executionDate,
        @Nullable String latePaymentReason,
        int count,
        long sum,
        Account from,
        String fileSha256,
        Instant preparedAt,
        String preparedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        @Nullable List<Order> payments,
        @Nullable List<NotPaid> leftOut,
        String log,
        long position) {

    /** Where the agency pays from. */
    @Schema(name = "PayingAccount")
    public record Account(String name, String kind, String number) {}

    /** An order to pay. */
    @Schema(name = "PaymentOrder")
    public record Order(
            String payment,
            String recipient,
            List<Integer> decisions,
            long amount,
            String name,
            String kind,
            String number) {}

    /** Somebody with a decision that the batch does not pay. */
    @Schema(name = "NotPaid")
    public record NotPaid(String recipient, long amount, List<String> reasons) {}

    static PaymentBatchDocument listed(Batch batch) {
        return of(batch, null, null, batch.reference());
    }

    static PaymentBatchDocument whole(Batch batch) {
        return of(batch, orders(batch), null, batch.reference());
    }

    static PaymentBatchDocument after(PaymentBatches.Outcome outcome) {
        Batch batch = outcome.batch();
        return of(
                batch,
                orders(batch),
                outcome.leftOut().stream().map(PaymentBatchDocument::notPaid).toList(),
                outcome.event().reference());
    }

    private static PaymentBatchDocument of(
            Batch batch, @Nullable List<Order> orders, @Nullable List<NotPaid> leftOut, EventReference reference) {
        var event = batch.event();
        return new PaymentBatchDocument(
                event.programme().value(),
                event.batch(),
                event.message(),
                batch.state().name(),
                event.executionDate(),
                event.latePaymentReason().isEmpty() ? null : event.latePaymentReason(),
                event.payments().size(),
                event.payments().stream().mapToLong(Payment::amount).reduce(0, Math::addExact),
                new Account(
                        event.payer(), event.from().kind().name(), event.from().number()),
                event.fileHash(),
                batch.preparedAt(),
                batch.preparedBy(),
                batch.approvedAt(),
                batch.approvedBy(),
                orders,
                leftOut,
                reference.log(),
                reference.position());
    }

    private static List<Order> orders(Batch batch) {
        return batch.event().payments().stream()
                .map(each -> new Order(
                        each.id(),
                        each.recipient().value(),
                        each.decisions(),
                        each.amount(),
                        each.name(),
                        each.to().kind().name(),
                        each.to().number()))
                .toList();
    }

    private static NotPaid notPaid(LeftOut leftOut) {
        return new NotPaid(
                leftOut.recipient().value(),
                leftOut.amount(),
                leftOut.reasons().stream().map(PaymentBatches::swedish).toList());
    }
}
