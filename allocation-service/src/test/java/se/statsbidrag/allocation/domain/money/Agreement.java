package se.statsbidrag.allocation.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Entry;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.payment.DoublePayment;
import se.statsbidrag.allocation.domain.payment.Reconciliation;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentStatusReported;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** Counts a ledger's events once more, by itself and in the plainest way, and holds what the ledger says against it. */
final class Agreement {
    private final ProgrammeDefinition definition;
    private final PayoutPlan plan;
    private final Ledger ledger;
    private final Map<Place, Long> decided = new HashMap<>();
    private final Map<Place, Long> settled = new HashMap<>();
    private final Map<RecipientCode, Long> paid = new HashMap<>();
    private final Map<RecipientCode, Long> claimed = new HashMap<>();
    private final Map<RecipientCode, Long> waived = new HashMap<>();
    private final Map<RecipientCode, Long> repaid = new HashMap<>();
    private final Map<RecipientCode, Long> ofClaims = new HashMap<>();
    private final Map<Integer, PayoutsDecided> decisions = new HashMap<>();
    private final Map<Integer, ClaimProposed> claims = new HashMap<>();
    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<Integer, PaymentBatchPrepared> batches = new HashMap<>();
    private final Set<String> standing = new HashSet<>();
    private final Set<String> booked = new HashSet<>();
    private long received;
    private long returned;

    private record Place(RecipientCode recipient, PotId pot) {}

    /** @param plan as the facts give it after the last event */
    Agreement(ProgrammeDefinition definition, PayoutPlan plan, List<LedgerEvent> events) {
        this.definition = definition;
        this.plan = plan;
        List<Entry> entries = new ArrayList<>();
        events.forEach(event -> {
            entries.add(new Entry(
                    event, new EventReference("allocations", entries.size() + 1L), Instant.EPOCH, "somebody"));
            count(event);
        });
        this.ledger = Ledger.of(entries);
    }

    private void count(LedgerEvent event) {
        switch (event) {
            case PayoutsDecided it -> decide(it);
            case PaymentBatchPrepared it -> order(it);
            case PaymentBatchReturned it ->
                Objects.requireNonNull(batches.get(it.batch()))
                        .payments()
                        .forEach(payment -> standing.remove(payment.id()));
            case PaymentStatusReported it ->
                it.statuses().stream()
                        .filter(status -> !status.accepted())
                        .forEach(status -> standing.remove(status.payment()));
            case PaymentsBooked it -> it.entries().forEach(this::pay);
            case ClaimProposed it -> {
                claims.put(it.claim(), it);
                ofClaims.merge(it.recipient(), it.amount(), Math::addExact);
            }
            case ClaimWithdrawn it ->
                ofClaims.merge(claim(it.claim()).recipient(), -claim(it.claim()).amount(), Math::addExact);
            case ClaimDecided it -> decide(it);
            case ClaimRepaid it -> repaid.merge(claim(it.claim()).recipient(), it.amount(), Math::addExact);
            case AppropriationReceived it -> received += it.amount();
            case AppropriationRepaid it -> returned += it.amount();
            default -> {
                // moves no money
            }
        }
    }

    private ClaimProposed claim(int number) {
        return Objects.requireNonNull(claims.get(number));
    }

    /** What is decided is what the plan gave then less all decided before: claims of what was not used have no part in it. */
    private void decide(PayoutsDecided event) {
        assertThat(decisions.put(event.decision(), event)).as("decided once").isNull();
        event.lines().stream()
                .collect(Collectors.groupingBy(PayoutsDecided.Line::recipient))
                .forEach((recipient, lines) -> assertThat(lines.stream()
                                .mapToLong(PayoutsDecided.Line::amount)
                                .sum())
                        .as("no decision takes money back")
                        .isPositive());
        for (PayoutsDecided.Line line : event.lines()) {
            Place place = new Place(line.recipient(), line.pot());
            long due = line.entitled() - decided.getOrDefault(place, 0L) + settled.getOrDefault(place, 0L);
            if (line.amount() > 0) {
                assertThat(line.amount()).as("%s", line).isEqualTo(due);
            } else {
                assertThat(line.amount()).as("%s", line).isBetween(due, -1L);
            }
            decided.merge(place, line.amount(), Math::addExact);
        }
    }

    /** Nothing without a decision, and no decision in two payments that stand. */
    private void order(PaymentBatchPrepared event) {
        batches.put(event.batch(), event);
        for (Payment payment : event.payments()) {
            assertThat(payments.put(payment.id(), payment)).as("ordered once").isNull();
            assertThat(payment.amount())
                    .isPositive()
                    .isEqualTo(payment.decisions().stream()
                            .mapToLong(number -> decidedFor(payment.recipient(), number))
                            .sum());
            for (String other : standing) {
                Payment another = payments.get(other);
                assertThat(another != null
                                && another.recipient().equals(payment.recipient())
                                && another.decisions().stream().anyMatch(payment.decisions()::contains))
                        .as("%s and %s pay the same decision", another, payment)
                        .isFalse();
            }
            standing.add(payment.id());
        }
    }

    private long decidedFor(RecipientCode recipient, int number) {
        return Objects.requireNonNull(decisions.get(number), "nothing without a decision").lines().stream()
                .filter(line -> line.recipient().equals(recipient))
                .mapToLong(PayoutsDecided.Line::amount)
                .sum();
    }

    private void pay(PaymentsBooked.Entry entry) {
        Payment payment = Objects.requireNonNull(payments.get(entry.payment()), "nothing without an order");
        assertThat(booked.add(entry.payment())).as("paid once").isTrue();
        assertThat(entry.amount()).isEqualTo(payment.amount());
        paid.merge(payment.recipient(), entry.amount(), Math::addExact);
    }

    private void decide(ClaimDecided event) {
        ClaimProposed claim = claim(event.claim());
        assertThat(event.claimed() + event.waived()).isEqualTo(claim.amount());
        if (definition.repayment().waiver() == null) {
            assertThat(event.waived()).as("no waiver in this grant").isZero();
        }
        claimed.merge(claim.recipient(), event.claimed(), Math::addExact);
        waived.merge(claim.recipient(), event.waived(), Math::addExact);
        if (claim.overpayment()) {
            claim.lines()
                    .forEach(line ->
                            settled.merge(new Place(claim.recipient(), line.pot()), line.amount(), Math::addExact));
        } else {
            assertThat(claim.lines()).as("a ledger of its own").isEmpty();
        }
    }

    void require() {
        plan.recipients().forEach(this::requireRecipient);
        plan.pots()
                .forEach(pot -> assertThat(plan.recipients().stream()
                                .flatMap(recipient -> recipient.lines().stream())
                                .filter(line -> line.pot().equals(pot.pot()))
                                .mapToLong(PlannedRecipient.Line::amount)
                                .sum())
                        .as("%s", pot)
                        .isEqualTo(pot.distributed()));
        assertThat(ledger.payments().paid()).isEqualTo(sum(paid));
        assertThat(ledger.claims().repaid()).isEqualTo(sum(repaid));
        assertThat(ledger.appropriation().left(ledger.payments(), ledger.claims()))
                .isEqualTo(received - sum(paid) + sum(repaid) - returned);
        assertThat(Reconciliation.of(ledger).recipients())
                .allMatch(line -> line.sums().decidedAgrees() && line.sums().orderedAgrees());
        assertThat(DoublePayment.of(ledger)).noneMatch(each -> each.kind() == DoublePayment.Kind.DECISION_PAID_TWICE);
    }

    private void requireRecipient(PlannedRecipient planned) {
        RecipientCode recipient = planned.recipient();
        Balance balance = Balance.of(planned, ledger);
        long given = 0;
        long settledInAll = 0;
        long entitled = 0;
        for (PlannedRecipient.Line line : planned.lines()) {
            Place place = new Place(recipient, line.pot());
            long before = decided.getOrDefault(place, 0L);
            long back = settled.getOrDefault(place, 0L);
            assertThat(ledger.outstanding(recipient, line.pot(), line.amount()))
                    .as("%s of %s", line, recipient)
                    .isEqualTo(line.amount() - before + back);
            entitled += line.amount();
            given += before;
            settledInAll += back;
        }
        assertThat(balance.entitled()).isEqualTo(entitled);
        assertThat(balance.decided()).isEqualTo(given);
        assertThat(balance.outstanding()).isEqualTo(entitled - given + settledInAll);
        assertThat(balance.paid()).isEqualTo(paid.getOrDefault(recipient, 0L)).isLessThanOrEqualTo(given);
        assertThat(balance.claimed()).isEqualTo(claimed.getOrDefault(recipient, 0L));
        assertThat(balance.waived()).isEqualTo(waived.getOrDefault(recipient, 0L));
        assertThat(balance.repaid())
                .isEqualTo(repaid.getOrDefault(recipient, 0L))
                .isLessThanOrEqualTo(balance.claimed());
        assertThat(ofClaims.getOrDefault(recipient, 0L))
                .as("no more is claimed than was paid")
                .isLessThanOrEqualTo(balance.paid());
    }

    private static long sum(Map<RecipientCode, Long> amounts) {
        return amounts.values().stream().reduce(0L, Math::addExact);
    }
}
