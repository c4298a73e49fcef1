package se.statsbidrag.allocation.domain.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.domain.ledger.AppropriationActs;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.allocation.domain.ledger.Entry;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Overpayment;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.Payments.BatchState;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision;
import se.statsbidrag.allocation.domain.payment.BankAnswers;
import se.statsbidrag.allocation.domain.payment.PaymentOrders;
import se.statsbidrag.allocation.domain.payment.Statement;
import se.statsbidrag.allocation.domain.payment.StatusReport;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentBatchApproved;
import se.statsbidrag.events.PaymentBatchPrepared;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;
import se.statsbidrag.events.PaymentBatchReturned;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** What the agency, its bank and those who got too much do with a programme's money: only what the rules let them. */
final class RandomMoney {
    private static final OrganisationNumber AGENCY = new OrganisationNumber("202100-0555");
    private static final PaymentDetails ACCOUNT = new PaymentDetails(PaymentDetails.Kind.BANKGIRO, "50504562", "");
    private static final String HASH = "0".repeat(64);

    private final Random random;
    private final ProgrammeDefinition definition;
    private final RandomFacts facts;
    private final List<Entry> entries = new ArrayList<>();
    private int files;

    RandomMoney(Random random, ProgrammeDefinition definition, RandomFacts facts) {
        this.random = random;
        this.definition = definition;
        this.facts = facts;
    }

    List<LedgerEvent> events() {
        return entries.stream().map(Entry::event).toList();
    }

    Ledger ledger() {
        return Ledger.of(entries);
    }

    /** The agency gets its money. */
    void draw() {
        record(new AppropriationActs(definition, ledger(), facts.today())
                .requisition(definition.frame().amount()));
        record(new AppropriationActs(definition, ledger(), facts.today())
                .receive(definition.frame().amount(), facts.today(), "KK-1"));
    }

    /** One thing is done with the money, or refused. */
    void happens(PayoutPlan plan) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                decide(
                        plan,
                        definition.pots().stream()
                                .map(PotDefinition::id)
                                .filter(pot -> random.nextInt(3) > 0)
                                .collect(Collectors.toSet()));
            case 3, 4 -> prepare();
            case 5 -> close(true);
            case 6 -> close(random.nextInt(3) > 0);
            case 7 -> report(random.nextInt(4) == 0);
            case 8 -> state(random.nextInt(6) == 0);
            case 9, 10 -> claim(plan);
            default -> hold();
        }
    }

    void decide(PayoutPlan plan, Set<PotId> pots) {
        if (PayoutDecision.decide(definition, plan, ledger(), pots, Set.of(), blocks())
                instanceof PayoutDecision.Outcome.Lines lines) {
            int number = ledger().decisions().all().size() + 1;
            record(new PayoutsDecided(
                    definition.id(),
                    number,
                    "B" + number,
                    definition.version(),
                    definition.hash(),
                    plan.digest(),
                    List.of(),
                    List.copyOf(pots),
                    lines.lines(),
                    "somebody",
                    "skäl"));
        }
    }

    private SortedMap<RecipientCode, List<Block>> blocks() {
        SortedMap<RecipientCode, List<Block>> blocks = Block.on(facts.today(), definition, List.of(), ledger().holds());
        blocks.values().removeIf(own -> own.stream().noneMatch(block -> block.kind() == Block.Kind.HOLD));
        return blocks;
    }

    void prepare() {
        Map<RecipientCode, PaymentDetailsSet> details = new HashMap<>();
        definition
                .recipients()
                .forEach(each -> details.put(
                        each.code(), new PaymentDetailsSet(AGENCY, "Region " + each.code(), ACCOUNT, "brev")));
        int number = ledger().payments().next();
        List<Payment> payments = PaymentOrders.select(ledger(), Set.of(), blocks(), details, message(number))
                .payments();
        if (!payments.isEmpty()) {
            record(new PaymentBatchPrepared(
                    definition.id(),
                    number,
                    message(number),
                    facts.now(),
                    facts.today(),
                    "",
                    AGENCY,
                    "Socialstyrelsen",
                    ACCOUNT,
                    payments,
                    HASH));
        }
    }

    private String message(int number) {
        return definition.id() + "-" + number;
    }

    /** The second person approves the batches that wait, or gives them back. */
    void close(boolean approves) {
        batches(BatchState.PREPARED)
                .forEach(batch -> record(
                        approves
                                ? new PaymentBatchApproved(
                                        definition.id(), batch.event().batch(), HASH, "läst")
                                : new PaymentBatchReturned(
                                        definition.id(), batch.event().batch(), "fel")));
    }

    private List<Batch> batches(BatchState state) {
        return ledger().payments().batches().stream()
                .filter(batch -> batch.state() == state)
                .toList();
    }

    /** The bank tells what becomes of payments that it has not paid; careless, it names one that nobody ordered. */
    private void report(boolean careless) {
        for (Batch batch : batches(BatchState.APPROVED)) {
            List<StatusReport.Line> lines = new ArrayList<>();
            for (Payment payment : batch.event().payments()) {
                StatusReport.Verdict verdict = StatusReport.Verdict.values()[random.nextInt(3)];
                lines.add(new StatusReport.Line(
                        careless && random.nextInt(5) == 0 ? "nobodys" : payment.id(), verdict, "AC04", null));
            }
            StatusReport report = new StatusReport(
                    "PSR-" + ++files, batch.event().message(), null, null, null, StatusReport.Verdict.OPEN, "", lines);
            BankAnswers.of(report, HASH, batch, ledger().payments()).forEach(this::record);
        }
    }

    /** The bank pays what it has not rejected; careless, it names other amounts, or the same payment again. */
    void state(boolean careless) {
        List<Statement.Entry> shown = new ArrayList<>();
        for (Batch batch : batches(BatchState.APPROVED)) {
            for (Payment payment : batch.event().payments()) {
                boolean rejected = ledger().payments()
                        .status(payment.id())
                        .map(status -> !status.accepted())
                        .orElse(false);
                boolean booked = ledger().payments().booked(payment.id()).isPresent();
                if (!rejected && (!booked || careless) && random.nextInt(3) > 0) {
                    shown.add(new Statement.Entry(
                            "E-" + shown.size(),
                            true,
                            payment.id(),
                            List.of(),
                            payment.amount() + (careless && random.nextInt(2) == 0 ? 1 : 0),
                            true,
                            facts.today()));
                }
            }
        }
        statement(shown);
    }

    private void statement(List<Statement.Entry> shown) {
        Statement statement = new Statement("STMT-" + ++files, List.of(ACCOUNT.number()), shown);
        BankAnswers.of(statement, HASH, new BankAnswers.Books(Map.of(definition.id(), ledger())), definition.id())
                .values()
                .forEach(all -> all.forEach(this::record));
    }

    /** A claim is proposed, or the one that waits goes on, one step. */
    void claim(PayoutPlan plan) {
        List<Claim> open = ledger().claims().all().stream()
                .filter(claim -> claim.isOpen() || claim.left() > 0 && claim.isDecided())
                .toList();
        if (open.isEmpty() || random.nextInt(3) == 0) {
            propose(plan);
        } else {
            goOn(plan, open.get(random.nextInt(open.size())));
        }
    }

    private void propose(PayoutPlan plan) {
        List<PlannedRecipient> paid = plan.recipients().stream()
                .filter(each -> ledger().payments().paid(each.recipient()) > 0)
                .toList();
        if (paid.isEmpty()) {
            return;
        }
        PlannedRecipient planned = paid.get(random.nextInt(paid.size()));
        Overpayment overpaid = Overpayment.of(planned, ledger());
        ClaimActs acts = new ClaimActs(definition, ledger());
        boolean tooMuch = overpaid.amount() > 0 && random.nextBoolean();
        long most =
                Math.min(tooMuch ? overpaid.amount() : Long.MAX_VALUE, acts.paidAndNotClaimed(overpaid.recipient()));
        record(acts.propose(
                overpaid.recipient().value(),
                tooMuch ? ClaimActs.OVERPAYMENT : ClaimActs.UNUSED,
                random.nextInt(3) == 0 ? most : most / 2,
                "skäl",
                overpaid,
                List.of()));
    }

    /** Told, answered, decided with a part waived where the rules know that, invoiced and paid back in one or two parts. */
    void goOn(PayoutPlan plan, Claim claim) {
        ClaimActs acts = new ClaimActs(definition, ledger());
        LocalDate today = facts.today();
        if (claim.notice() == null) {
            record(acts.notify(claim, today.plusDays(21), "skäl", today, today));
        } else if (claim.isOpen() && claim.answer() == null) {
            record(random.nextInt(4) == 0 ? acts.withdraw(claim, "skäl", today) : acts.answer(claim, "svar", today));
        } else if (claim.isOpen()) {
            long amount = claim.event().amount();
            long waived = definition.repayment().waiver() == null || random.nextBoolean() ? 0 : amount / 3;
            long outstanding = Balance.of(
                            plan.recipient(claim.event().recipient()).orElseThrow(), ledger())
                    .outstanding();
            String number = "K" + claim.event().claim();
            if (acts.decide(claim, amount - waived, waived, number, "somebody", "skäl", outstanding, today)
                    instanceof ClaimActs.Outcome.Accepted(LedgerEvent event)) {
                record(event);
            } else {
                record(acts.withdraw(claim, "planen har ändrats", today));
            }
        } else if (claim.invoice() == null) {
            record(acts.invoice(claim, null, "F" + claim.event().claim(), "skäl", today));
        } else {
            long part = random.nextBoolean() ? claim.left() : Math.max(1, claim.left() / 2);
            statement(List.of(new Statement.Entry(
                    "R-" + files, false, "", List.of(claim.invoice().invoice()), part, true, today)));
        }
    }

    /** Payments to somebody stop for some days. */
    private void hold() {
        RecipientCode recipient = definition
                .recipients()
                .get(random.nextInt(definition.recipients().size()))
                .code();
        record(new PaymentHeld(
                definition.id(),
                ledger().holds().next(),
                recipient,
                "under-inquiry",
                facts.today().plusDays(random.nextInt(20)),
                "utreds"));
    }

    /** The agency gives back what is left, if that may be. */
    boolean giveBack() {
        Ledger ledger = ledger();
        long left = ledger.appropriation().left(ledger.payments(), ledger.claims());
        return record(new AppropriationActs(definition, ledger, facts.today())
                .giveBack(left, facts.today(), "KK-" + entries.size()));
    }

    private void record(ClaimActs.Outcome outcome) {
        if (outcome instanceof ClaimActs.Outcome.Accepted(LedgerEvent event)) {
            record(event);
        }
    }

    private boolean record(AppropriationActs.Outcome outcome) {
        if (outcome instanceof AppropriationActs.Outcome.Accepted(LedgerEvent event)) {
            record(event);
            return true;
        }
        return false;
    }

    private void record(LedgerEvent event) {
        entries.add(new Entry(event, new EventReference("allocations", entries.size() + 1L), facts.now(), "somebody"));
    }
}
