package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.Payments.PaymentState;
import se.statsbidrag.allocation.domain.ledger.Payments.SetAside;
import se.statsbidrag.allocation.domain.payment.DoublePayment;
import se.statsbidrag.allocation.domain.payment.Reconciliation;
import se.statsbidrag.allocation.domain.payment.Reconciliation.Sums;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentStatusReported.Status;
import se.statsbidrag.events.deadline.BankDays;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Where a programme's payments have come today, and whether they agree with what is decided. */
@ApplicationScoped
public class PaymentsOverview {
    private final Ledgers ledgers;
    private final BusinessClock clock;
    private final int missingAfter;

    public PaymentsOverview(
            Ledgers ledgers,
            BusinessClock clock,
            @ConfigProperty(name = "statsbidrag.payments.missing-after-bank-days") int missingAfter) {
        this.ledgers = ledgers;
        this.clock = clock;
        this.missingAfter = missingAfter;
    }

    /** Where a payment has come, seen from today. */
    public enum State {
        PREPARED,
        ORDERED,
        PAID,
        REJECTED,
        RETURNED,
        /** Ordered, and on no statement some bank days after it was to be paid: somebody must ask the bank. */
        MISSING
    }

    /**
     * A payment.
     *
     * @param code the bank's reason for what it said last; empty for none
     * @param bookedOn when it left the account; null before
     */
    public record Followed(
            Payment payment,
            int batch,
            State state,
            LocalDate executionDate,
            String code,
            @Nullable LocalDate bookedOn) {}

    /**
     * Whether a recipient's money agrees.
     *
     * @param faults Swedish; none when it does
     */
    public record Agreement(RecipientCode recipient, Sums sums, List<String> faults) {}

    /**
     * A programme's payments.
     *
     * @param faults those of the programme as a whole, Swedish
     * @param setAside the bank's entries that wait for a person
     */
    public record Overview(
            List<Followed> payments,
            List<Agreement> agreements,
            Sums total,
            List<String> faults,
            List<SetAside> setAside,
            List<DoublePayment> suspected) {
        /** Whether all agrees and nothing waits for a person. */
        public boolean agrees() {
            return faults.isEmpty()
                    && agreements.stream().allMatch(each -> each.faults().isEmpty());
        }
    }

    public Overview of(ProgrammeId programme) {
        Ledger ledger = ledgers.load(programme).ledger();
        LocalDate today = LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
        List<Followed> followed = new ArrayList<>();
        for (Batch batch : ledger.payments().batches()) {
            batch.event()
                    .payments()
                    .forEach(payment -> followed.add(followed(payment, batch, ledger.payments(), today)));
        }
        Reconciliation reconciliation = Reconciliation.of(ledger);
        List<DoublePayment> suspected = DoublePayment.of(ledger);
        Map<RecipientCode, List<String>> faults = new HashMap<>();
        followed.stream()
                .filter(each -> each.state() == State.MISSING)
                .forEach(each -> add(
                        faults,
                        each.payment().recipient(),
                        "Betalningen " + each.payment().id() + " saknas"));
        suspected.forEach(each ->
                add(faults, each.recipient(), "Misstänkt dubbel betalning: " + String.join(", ", each.payments())));
        List<Agreement> agreements = new ArrayList<>();
        for (Reconciliation.Line line : reconciliation.recipients()) {
            List<String> own = new ArrayList<>(sums(line.sums()));
            own.addAll(faults.getOrDefault(line.recipient(), List.of()));
            agreements.add(new Agreement(line.recipient(), line.sums(), own));
        }
        List<SetAside> setAside =
                ledger.payments().setAside().stream().filter(SetAside::waits).toList();
        List<String> all = new ArrayList<>(sums(reconciliation.total()));
        if (!setAside.isEmpty()) {
            all.add(setAside.size() + " poster från banken väntar på att utredas");
        }
        return new Overview(followed, agreements, reconciliation.total(), all, setAside, suspected);
    }

    private static void add(Map<RecipientCode, List<String>> faults, RecipientCode recipient, String fault) {
        faults.computeIfAbsent(recipient, none -> new ArrayList<>()).add(fault);
    }

    private static List<String> sums(Sums sums) {
        List<String> faults = new ArrayList<>();
        if (!sums.decidedAgrees()) {
            faults.add("Beslutat stämmer inte med beställt och ej beställt");
        }
        if (!sums.orderedAgrees()) {
            faults.add("Beställt stämmer inte med betalt, avvisat och på väg");
        }
        return faults;
    }

    private Followed followed(Payment payment, Batch batch, Payments payments, LocalDate today) {
        LocalDate day = batch.event().executionDate();
        return new Followed(
                payment,
                batch.event().batch(),
                state(payments.state(batch, payment), day, today),
                day,
                payments.status(payment.id()).map(Status::code).orElse(""),
                payments.booked(payment.id()).map(each -> each.entry().day()).orElse(null));
    }

    private State state(PaymentState state, LocalDate day, LocalDate today) {
        return switch (state) {
            case PREPARED -> State.PREPARED;
            case ORDERED -> today.isAfter(BankDays.after(day, missingAfter)) ? State.MISSING : State.ORDERED;
            case PAID -> State.PAID;
            case REJECTED -> State.REJECTED;
            case RETURNED -> State.RETURNED;
        };
    }
}
