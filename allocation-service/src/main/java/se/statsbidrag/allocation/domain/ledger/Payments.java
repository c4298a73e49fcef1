package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.BankEntrySettled;
import se.statsbidrag.events.BankEntrySettled.Outcome;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/** What was ordered to be paid, and what the bank said about it. */
public final class Payments {
    private final SortedMap<Integer, Batch> batches = new TreeMap<>();
    private final Map<String, PaymentStatusReported.Status> statuses = new HashMap<>();
    private final Map<String, Booked> booked = new HashMap<>();
    private final Map<String, Taken<PaymentStatusReported>> reports = new HashMap<>();
    private final Map<String, Taken<PaymentsBooked>> statements = new HashMap<>();
    private final Set<String> cameBack = new HashSet<>();
    private final SortedMap<Long, SetAside> setAside = new TreeMap<>();

    Payments() {}

    /** Where a batch has come. */
    public enum BatchState {
        PREPARED,
        APPROVED,
        RETURNED
    }

    /**
     * A batch.
     *
     * @param reference where it was prepared
     * @param preparedBy the subject of who prepared it
     * @param approvedBy the subject of who approved it; null while nobody has
     */
    public record Batch(
            PaymentBatchPrepared event,
            EventReference reference,
            BatchState state,
            Instant preparedAt,
            String preparedBy,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy) {}

    /** A payment that left the agency's account, and the event that says so. */
    public record Booked(PaymentsBooked.Entry entry, EventReference reference) {}

    /** A file of the bank's that was taken in, and where. */
    public record Taken<E>(E event, EventReference reference) {}

    /**
     * An entry of the bank's that did not fit, and the event that says so.
     *
     * @param settled what a person found it to be; null while it waits
     */
    public record SetAside(
            BankEntrySetAside event,
            EventReference reference,
            @Nullable BankEntrySettled settled) {
        public boolean waits() {
            return settled == null;
        }
    }

    /** Where a payment has come. */
    public enum PaymentState {
        /** In a batch that is not approved. */
        PREPARED,
        /** Sent to the bank, which has not said that it was paid. */
        ORDERED,
        PAID,
        /** The bank would not pay, or the money came back: to be ordered anew. */
        REJECTED,
        /** The batch was given back: to be ordered anew. */
        RETURNED
    }

    void prepared(PaymentBatchPrepared event, Entry entry) {
        batches.put(
                event.batch(),
                new Batch(
                        event, entry.reference(), BatchState.PREPARED, entry.recordedAt(), entry.actor(), null, null));
    }

    void approved(PaymentBatchApproved event, Entry entry) {
        batches.computeIfPresent(
                event.batch(),
                (number, batch) -> new Batch(
                        batch.event(),
                        batch.reference(),
                        BatchState.APPROVED,
                        batch.preparedAt(),
                        batch.preparedBy(),
                        entry.recordedAt(),
                        entry.actor()));
    }

    void returned(PaymentBatchReturned event) {
        batches.computeIfPresent(
                event.batch(),
                (number, batch) -> new Batch(
                        batch.event(),
                        batch.reference(),
                        BatchState.RETURNED,
                        batch.preparedAt(),
                        batch.preparedBy(),
                        null,
                        null));
    }

    void reported(PaymentStatusReported event, Entry entry) {
        reports.put(event.message(), new Taken<>(event, entry.reference()));
        event.statuses().forEach(status -> statuses.put(status.payment(), status));
    }

    void booked(PaymentsBooked event, Entry entry) {
        statements.put(event.statement(), new Taken<>(event, entry.reference()));
        event.entries().forEach(each -> booked.put(each.payment(), new Booked(each, entry.reference())));
    }

    void setAside(BankEntrySetAside event, Entry entry) {
        setAside.put(entry.reference().position(), new SetAside(event, entry.reference(), null));
    }

    void settled(BankEntrySettled event) {
        setAside.computeIfPresent(event.entry(), (position, aside) -> {
            if (event.outcome() == Outcome.PAYMENT_RETURNED) {
                booked.remove(aside.event().payment());
                cameBack.add(aside.event().payment());
            }
            return new SetAside(aside.event(), aside.reference(), event);
        });
    }

    /** By number. */
    public List<Batch> batches() {
        return new ArrayList<>(batches.values());
    }

    public Optional<Batch> batch(int number) {
        return Optional.ofNullable(batches.get(number));
    }

    /** The number that the next batch gets. */
    public int next() {
        return batches.isEmpty() ? 1 : batches.lastKey() + 1;
    }

    /** A status report by its identification. */
    public Optional<Taken<PaymentStatusReported>> report(String message) {
        return Optional.ofNullable(reports.get(message));
    }

    /** A statement by its identification. */
    public Optional<Taken<PaymentsBooked>> statement(String statement) {
        return Optional.ofNullable(statements.get(statement));
    }

    /** The batch whose file has this identification, and was sent. */
    public Optional<Batch> sent(String message) {
        return batches.values().stream()
                .filter(batch -> batch.state() == BatchState.APPROVED
                        && batch.event().message().equals(message))
                .findFirst();
    }

    /** A payment that was sent to the bank, by its identification. */
    public Optional<PaymentBatchPrepared.Payment> sentPayment(String payment) {
        return batches.values().stream()
                .filter(batch -> batch.state() == BatchState.APPROVED)
                .flatMap(batch -> batch.event().payments().stream())
                .filter(each -> each.id().equals(payment))
                .findFirst();
    }

    /** All that was set aside, in the order in which it was. */
    public List<SetAside> setAside() {
        return List.copyOf(setAside.values());
    }

    /** What was set aside at a position of the log. */
    public Optional<SetAside> setAside(long position) {
        return Optional.ofNullable(setAside.get(position));
    }

    /** Whether a payment was booked and came back from the recipient's bank. */
    public boolean cameBack(String payment) {
        return cameBack.contains(payment);
    }

    /** What the bank said of a payment last. */
    public Optional<PaymentStatusReported.Status> status(String payment) {
        return Optional.ofNullable(statuses.get(payment));
    }

    /** The entry of a statement that shows a payment. */
    public Optional<Booked> booked(String payment) {
        return Optional.ofNullable(booked.get(payment));
    }

    /** Where a payment of a batch has come. */
    public PaymentState state(Batch batch, PaymentBatchPrepared.Payment payment) {
        if (booked.containsKey(payment.id())) {
            return PaymentState.PAID;
        }
        return switch (batch.state()) {
            case PREPARED -> PaymentState.PREPARED;
            case RETURNED -> PaymentState.RETURNED;
            case APPROVED ->
                cameBack(payment.id())
                                || status(payment.id())
                                        .map(status -> !status.accepted())
                                        .orElse(false)
                        ? PaymentState.REJECTED
                        : PaymentState.ORDERED;
        };
    }

    /** Whether a decision's amount to a recipient is paid or being paid: what was rejected or given back is not. */
    public boolean isOrdered(RecipientCode recipient, int decision) {
        return batches.values().stream()
                .anyMatch(batch -> batch.event().payments().stream()
                        .anyMatch(payment -> payment.recipient().equals(recipient)
                                && payment.decisions().contains(decision)
                                && isUnderway(batch, payment)));
    }

    private boolean isUnderway(Batch batch, PaymentBatchPrepared.Payment payment) {
        return switch (state(batch, payment)) {
            case PREPARED, ORDERED, PAID -> true;
            case REJECTED, RETURNED -> false;
        };
    }

    /** What left the agency's account to a recipient. */
    public long paid(RecipientCode recipient) {
        long paid = 0;
        for (Batch batch : batches.values()) {
            for (PaymentBatchPrepared.Payment payment : batch.event().payments()) {
                Booked entry = booked.get(payment.id());
                if (payment.recipient().equals(recipient) && entry != null) {
                    paid = Math.addExact(paid, entry.entry().amount());
                }
            }
        }
        return paid;
    }

    /** All that left the agency's account to recipients. */
    public long paid() {
        return booked.values().stream().mapToLong(each -> each.entry().amount()).reduce(0, Math::addExact);
    }

    /** Whether the bank was told to pay something that it has neither paid nor refused, or that nobody has approved. */
    public boolean isAnythingUnderway() {
        return batches.values().stream()
                .anyMatch(
                        batch -> batch.event().payments().stream().anyMatch(payment -> switch (state(batch, payment)) {
                            case PREPARED, ORDERED -> true;
                            case PAID, REJECTED, RETURNED -> false;
                        }));
    }
}
