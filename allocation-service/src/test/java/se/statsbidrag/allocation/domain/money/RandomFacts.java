package se.statsbidrag.allocation.domain.money;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.DeliveryAdmission;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.Tie;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * The facts of a programme as they come in, in any order: requisitions and their fates, deliveries and corrections, what is
 * late and let in, days that are extended and days that pass.
 */
final class RandomFacts {
    private static final ReporterId REGISTER = new ReporterId("patientregistret");
    private static final Instant START = Instant.parse("2025-03-10T08:00:00Z");

    private final Random random;
    private final ProgrammeDefinition definition;
    private final List<RecipientCode> recipients;
    private final Shares shares;
    private final Map<RecipientCode, List<Submission>> requisitions = new TreeMap<>();
    private final Map<YearMonth, Integer> revisions = new HashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<DeliveryAdmission> admissions = new ArrayList<>();
    private final Map<DeadlineId, DeadlineInForce> deadlines = new TreeMap<>();
    private final List<TieResolution> ties = new ArrayList<>();
    private Instant now = START;
    private long position;

    /** @param recipients those that do anything */
    RandomFacts(Random random, ProgrammeDefinition definition, List<RecipientCode> recipients) {
        this.random = random;
        this.definition = definition;
        this.recipients = recipients;
        this.shares = Shares.of(definition);
        definition.deadlines().stream()
                .filter(day -> day.kind() == DeadlineKind.REQUISITION || day.kind() == DeadlineKind.DELIVERY_CUT_OFF)
                .forEach(day -> deadlines.put(day.id(), new DeadlineInForce(day.id(), day.dueDate(), null, null)));
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, DeadlineDay.SWEDEN);
    }

    Facts facts() {
        return new Facts(requisitions, deliveries, List.of(), REGISTER, deadlines, ties, admissions);
    }

    /** Some time passes, and with it the days that are due. */
    void pass(int days) {
        now = now.plus(Duration.ofDays(days)).plusSeconds(1);
        deadlines.replaceAll((id, day) -> day.passed() == null && !now.isBefore(DeadlineDay.endOf(day.dueDate()))
                ? new DeadlineInForce(id, day.dueDate(), day.extendedBy(), event())
                : day);
    }

    /** Everything that waits is decided, and all days pass. */
    void settle(PayoutPlan plan) {
        requisitions.values().forEach(all -> all.replaceAll(each -> isOpen(each) ? approved(each) : each));
        resolve(plan);
        pass(1);
    }

    /** One thing happens to the facts. */
    void happens(PayoutPlan plan) {
        RecipientCode recipient = recipients.get(random.nextInt(recipients.size()));
        switch (random.nextInt(9)) {
            case 0, 1 -> submit(recipient);
            case 2, 3 -> decide(recipient);
            case 4 -> admit(recipient);
            case 5, 6 -> deliver();
            case 7 -> admitDelivery();
            default -> {
                if (random.nextInt(4) == 0) {
                    extend();
                } else {
                    resolve(plan);
                }
            }
        }
    }

    private void submit(RecipientCode recipient) {
        List<Submission> all = requisitions.computeIfAbsent(recipient, none -> new ArrayList<>());
        boolean returned = !all.isEmpty() && all.getLast().outcome() == Outcome.RETURNED;
        boolean withdrawn = !all.isEmpty() && random.nextInt(5) == 0;
        long share = shares.total(recipient);
        Long amount = definition.amountSetBy() == AmountSetBy.PROGRAMME
                ? null
                : random.nextBoolean() ? share : share - random.nextInt(1_000_000);
        all.add(new Submission(
                now,
                amount,
                random.nextBoolean(),
                withdrawn ? Outcome.WITHDRAWN : Outcome.SUBMITTED,
                event(),
                null,
                returned && !withdrawn,
                null));
    }

    private void decide(RecipientCode recipient) {
        List<Submission> all = requisitions.getOrDefault(recipient, List.of());
        if (!all.isEmpty() && all.getLast().outcome() == Outcome.SUBMITTED) {
            Submission last = all.removeLast();
            all.add(
                    switch (random.nextInt(6)) {
                        case 0 -> last.decided(Outcome.RETURNED, event());
                        case 1 -> last.decided(Outcome.REJECTED, event());
                        default -> approved(last);
                    });
        }
    }

    private Submission approved(Submission submission) {
        return submission.decided(Outcome.APPROVED, event());
    }

    private static boolean isOpen(Submission submission) {
        return submission.outcome() == Outcome.SUBMITTED || submission.outcome() == Outcome.RETURNED;
    }

    /** Two persons let in what came too late. */
    private void admit(RecipientCode recipient) {
        List<Submission> all = requisitions.getOrDefault(recipient, List.of());
        boolean late = deadlines.values().stream()
                .anyMatch(day ->
                        !all.isEmpty() && !DeadlineDay.inTime(all.getLast().receivedAt(), day.dueDate()));
        if (late && all.getLast().admitted() == null) {
            Submission last = all.removeLast();
            all.add(last.admitted(event()));
        }
    }

    /** A month is delivered, for the first time or again. */
    private void deliver() {
        if (definition.procedures().isEmpty()) {
            return;
        }
        YearMonth month = definition.period().from().plusMonths(random.nextInt(9));
        List<OperationCell> cells = new ArrayList<>();
        for (RecipientCode home : recipients) {
            for (ProcedureDefinition procedure : definition.procedures()) {
                cells.add(new OperationCell(home, home, Provider.PUBLIC, procedure.code(), random.nextInt(60)));
            }
        }
        deliveries.add(new Delivery(REGISTER, month, revisions.merge(month, 1, Integer::sum), now, cells, event()));
    }

    private void admitDelivery() {
        if (!deliveries.isEmpty()) {
            Delivery delivery = deliveries.get(random.nextInt(deliveries.size()));
            admissions.add(new DeliveryAdmission(delivery.reporter(), delivery.month(), delivery.revision(), event()));
        }
    }

    /** A day is moved, before or after it passed. */
    private void extend() {
        List<DeadlineInForce> all = List.copyOf(deadlines.values());
        DeadlineInForce day = all.get(random.nextInt(all.size()));
        LocalDate later = day.dueDate().plusDays(1 + random.nextInt(40));
        boolean passed = !now.isBefore(DeadlineDay.endOf(later));
        deadlines.put(day.deadline(), new DeadlineInForce(day.deadline(), later, event(), passed ? event() : null));
    }

    /** An officer chooses among those who tie. */
    private void resolve(PayoutPlan plan) {
        plan.ties().stream()
                .filter(Tie::open)
                .forEach(tie -> ties.add(new TieResolution(
                        tie.pot(), tie.candidates(), tie.candidates().subList(0, tie.places()), event())));
    }

    private EventReference event() {
        return new EventReference("facts", ++position);
    }
}
