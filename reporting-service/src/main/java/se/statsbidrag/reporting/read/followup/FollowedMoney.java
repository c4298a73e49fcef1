package se.statsbidrag.reporting.read.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentsBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.reporting.domain.followup.Grant;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.reporting.read.PlanStore;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** What recipients were decided and paid, as the log {@code allocations} tells it. */
@ApplicationScoped
public class FollowedMoney implements Projection {
    private final EntityManager database;
    private final PlanStore plans;

    FollowedMoney(EntityManager database, PlanStore plans) {
        this.database = database;
        this.plans = plans;
    }

    /**
     * What one decision gave a recipient.
     *
     * @param decision its number in the programme
     * @param amount whole kronor
     */
    public record Decided(int decision, String caseNumber, long amount, Instant decidedAt) {}

    /**
     * A payment to a recipient.
     *
     * @param id the end-to-end identification
     * @param amount whole kronor
     * @param bookedOn when it left the agency's account, Swedish local date; null while no statement shows it
     */
    public record Payment(String id, long amount, @Nullable LocalDate bookedOn) {}

    @Override
    public Set<String> logs() {
        return Set.of("allocations");
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent each : events) {
            switch (each.event()) {
                case PayoutsDecided it -> decided(it, each.recorded().recordedAt());
                case PaymentBatchPrepared it -> ordered(it);
                case PaymentBatchReturned it ->
                    of("delete from followed_payment where programme = :programme and batch = :batch", it.programme())
                            .setParameter("batch", it.batch())
                            .executeUpdate();
                case PaymentsBooked it -> booked(it);
                default -> {
                    // What else becomes of money is followed by those whom it concerns.
                }
            }
        }
    }

    @Override
    public void reset() {
        database.createNativeQuery("delete from followed_decision").executeUpdate();
        database.createNativeQuery("delete from followed_payment").executeUpdate();
    }

    /** What a recipient got: what was decided when there is any such, else what the plan gives. */
    @Transactional
    public Grant grant(ProgrammeId programme, RecipientCode recipient) {
        List<Decided> decided = decided(programme, recipient);
        if (!decided.isEmpty()) {
            return new Grant(decided.stream().mapToLong(Decided::amount).sum(), true);
        }
        return new Grant(
                plans.plan(programme.value()).stream()
                        .flatMap(shown -> shown.plan().recipients().stream())
                        .filter(each -> each.recipient().equals(recipient.value()))
                        .mapToLong(PlanDocument.Recipient::total)
                        .sum(),
                false);
    }

    /** A recipient's decisions, the first one first. */
    @Transactional
    public List<Decided> decided(ProgrammeId programme, RecipientCode recipient) {
        return rows(about(
                        "select decision, case_number, amount, decided_at from followed_decision"
                                + " where programme = :programme and recipient = :recipient order by decision",
                        programme,
                        recipient))
                .map(row -> new Decided(
                        (int) number(row, "decision"),
                        row.get("case_number", String.class),
                        number(row, "amount"),
                        row.get("decided_at", Instant.class)))
                .toList();
    }

    /** A recipient's payments, by their identification. */
    @Transactional
    public List<Payment> payments(ProgrammeId programme, RecipientCode recipient) {
        return rows(about(
                        "select payment, amount, cast(booked_on as text) as booked_on from followed_payment"
                                + " where programme = :programme and recipient = :recipient order by payment",
                        programme,
                        recipient))
                .map(row -> new Payment(
                        row.get("payment", String.class),
                        number(row, "amount"),
                        day(row.get("booked_on", String.class))))
                .toList();
    }

    private void decided(PayoutsDecided event, Instant at) {
        Map<RecipientCode, Long> sums = new TreeMap<>();
        event.lines().forEach(line -> sums.merge(line.recipient(), line.amount(), Math::addExact));
        sums.forEach((recipient, amount) -> about("""
                        insert into followed_decision
                            (programme, recipient, decision, case_number, amount, decided_at)
                        values (:programme, :recipient, :decision, :caseNumber, :amount, :decidedAt)
                        """, event.programme(), recipient)
                .setParameter("decision", event.decision())
                .setParameter("caseNumber", event.caseNumber())
                .setParameter("amount", amount)
                .setParameter("decidedAt", at.atOffset(ZoneOffset.UTC))
                .executeUpdate());
    }

    private void ordered(PaymentBatchPrepared event) {
        event.payments()
                .forEach(payment -> about("""
                        insert into followed_payment (programme, payment, recipient, batch, amount)
                        values (:programme, :payment, :recipient, :batch, :amount)
                        on conflict (programme, payment) do nothing
                        """, event.programme(), payment.recipient())
                        .setParameter("payment", payment.id())
                        .setParameter("batch", event.batch())
                        .setParameter("amount", payment.amount())
                        .executeUpdate());
    }

    private void booked(PaymentsBooked event) {
        event.entries()
                .forEach(entry -> of(
                                "update followed_payment set booked_on = cast(:day as date)"
                                        + " where programme = :programme and payment = :payment",
                                event.programme())
                        .setParameter("payment", entry.payment())
                        .setParameter("day", entry.day().toString())
                        .executeUpdate());
    }

    private Query about(String sql, ProgrammeId programme, RecipientCode recipient) {
        return (sql.stripLeading().startsWith("select")
                        ? database.createNativeQuery(sql, Tuple.class)
                        : database.createNativeQuery(sql))
                .setParameter("programme", programme.value())
                .setParameter("recipient", recipient.value());
    }

    private Query of(String sql, ProgrammeId programme) {
        return database.createNativeQuery(sql).setParameter("programme", programme.value());
    }

    private static Stream<Tuple> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast);
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
