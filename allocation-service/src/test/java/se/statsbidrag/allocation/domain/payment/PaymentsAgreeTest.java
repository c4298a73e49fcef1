package se.statsbidrag.allocation.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Payments.Batch;
import se.statsbidrag.allocation.domain.ledger.Payments.BatchState;
import se.statsbidrag.allocation.domain.ledger.Payments.SetAside;
import se.statsbidrag.allocation.domain.payment.StatusReport.Verdict;
import se.statsbidrag.events.PaymentBatchPrepared.Payment;

/** What is decided is ordered once and paid once, whatever the bank answers. */
class PaymentsAgreeTest {
    private final WrittenLedger written = new WrittenLedger();

    @Test
    void eachRecipientGetsOnePaymentOfAllThatIsDecidedAndNotOrdered() {
        written.decide(Map.of("01", 100L, "23", 50L));
        written.decide(Map.of("23", 7L));

        PaymentOrders.Selection selection = written.select("01", "23");

        assertThat(selection.payments()).extracting(Payment::amount).containsExactly(100L, 57L);
        assertThat(selection.payments().getLast().decisions()).containsExactly(1, 2);
        assertThat(selection.payments().getLast().id()).isEqualTo("made-up-2025-1-23");
        assertThat(selection.leftOut()).isEmpty();
    }

    @Test
    void whoHasNoPaymentDetailsIsLeftOutAndNamed() {
        written.decide(Map.of("01", 100L, "23", 50L));

        PaymentOrders.Selection selection = written.select("01");

        assertThat(selection.payments()).hasSize(1);
        assertThat(selection.leftOut()).singleElement().satisfies(each -> {
            assertThat(each.amount()).isEqualTo(50);
            assertThat(each.reasons()).containsExactly(new PaymentOrders.Reason.NoDetails());
        });
    }

    @Test
    void whatTheBankRejectsIsOrderedAnewAndNothingElse() {
        written.decide(Map.of("01", 100L, "23", 50L));
        int batch = written.prepare("01", "23");
        written.approve(batch);
        written.report(batch, Verdict.OPEN, WrittenLedger.rejected(WrittenLedger.payment(1, "23")));
        written.statement(WrittenLedger.left(WrittenLedger.payment(1, "01"), 100));

        assertThat(written.select("01", "23").payments())
                .extracting(Payment::id)
                .containsExactly("made-up-2025-2-23");
        assertThat(Reconciliation.of(written.ledger()).total())
                .isEqualTo(new Reconciliation.Sums(150, 50, 150, 0, 0, 50, 100));
    }

    @Test
    void aRejectedPaymentThatIsPaidAllTheSameAndOrderedAnewIsSuspected() {
        written.decide(Map.of("23", 50L));
        written.approve(written.prepare("23"));
        written.report(1, Verdict.OPEN, WrittenLedger.rejected(WrittenLedger.payment(1, "23")));
        written.approve(written.prepare("23"));
        written.statement(WrittenLedger.left(WrittenLedger.payment(1, "23"), 50));

        assertThat(DoublePayment.of(written.ledger())).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(DoublePayment.Kind.DECISION_PAID_TWICE);
            assertThat(each.payments()).containsExactly("made-up-2025-1-23", "made-up-2025-2-23");
            assertThat(each.events()).hasSize(2);
        });
        assertThat(Reconciliation.of(written.ledger()).total().decidedAgrees()).isFalse();
    }

    @Test
    void entriesThatDoNotFitAreSetAsideWithTheirReason() {
        written.decide(Map.of("01", 100L, "23", 50L));
        written.approve(written.prepare("01", "23"));
        String first = WrittenLedger.payment(1, "01");
        written.statement(
                WrittenLedger.left(first, 99), WrittenLedger.left(first, 100), WrittenLedger.left("somebody-elses", 5));
        written.statement(WrittenLedger.left(first, 100));
        written.report(1, Verdict.OPEN, WrittenLedger.rejected(first), WrittenLedger.rejected("nobody"));

        assertThat(written.ledger().payments().setAside())
                .extracting(each -> each.event().fault())
                .containsExactly(
                        "Beställt belopp är 100 kr, kontoutdraget visar ett annat",
                        "Ingen beställd betalning har den här beteckningen",
                        "Betalningen är redan bokförd: samma betalning två gånger",
                        "Banken avvisar betalningen, men ett kontoutdrag visar att den är betald",
                        "Betalningen finns inte i bunten");
        assertThat(DoublePayment.of(written.ledger()))
                .extracting(DoublePayment::kind)
                .containsOnly(DoublePayment.Kind.BOOKED_TWICE);
        assertThat(Reconciliation.of(written.ledger()).total().paid()).isEqualTo(100);
    }

    /** Decisions, batches, approvals, returns and whatever a careless bank answers, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void afterAnySequenceAllSumsAgreeAndNothingIsPaidTwice(long seed) {
        Random random = new Random(seed);
        String[] codes = {"01", "03", "23", "24"};
        for (int step = 0; step < 120; step++) {
            List<Batch> open = inState(BatchState.PREPARED);
            List<Batch> sent = inState(BatchState.APPROVED);
            switch (random.nextInt(6)) {
                case 0 -> {
                    Map<String, Long> amounts = new HashMap<>();
                    for (String code : codes) {
                        if (random.nextBoolean()) {
                            amounts.put(code, 1L + random.nextInt(1000));
                        }
                    }
                    written.decide(amounts);
                }
                case 1 -> written.prepare(random.nextInt(4) == 0 ? new String[] {"01", "23"} : codes);
                case 2 ->
                    pick(open, random)
                            .forEach(batch -> written.approve(batch.event().batch()));
                case 3 ->
                    pick(open, random)
                            .forEach(batch -> written.giveBack(batch.event().batch()));
                case 4 ->
                    pick(sent, random).forEach(batch -> {
                        List<StatusReport.Line> lines = new ArrayList<>();
                        for (Payment payment : batch.event().payments()) {
                            Verdict verdict = Verdict.values()[random.nextInt(3)];
                            lines.add(new StatusReport.Line(
                                    random.nextInt(9) == 0 ? "unknown" : payment.id(), verdict, "", null));
                        }
                        written.report(batch.event().batch(), Verdict.OPEN, lines.toArray(StatusReport.Line[]::new));
                    });
                default ->
                    pick(sent, random).forEach(batch -> {
                        List<Statement.Entry> entries = new ArrayList<>();
                        for (Payment payment : batch.event().payments()) {
                            boolean rejected = written.ledger()
                                    .payments()
                                    .status(payment.id())
                                    .map(status -> !status.accepted())
                                    .orElse(false);
                            if (!rejected && random.nextInt(3) > 0) {
                                entries.add(WrittenLedger.left(
                                        payment.id(), payment.amount() + (random.nextInt(8) == 0 ? 1 : 0)));
                            }
                        }
                        written.statement(entries.toArray(Statement.Entry[]::new));
                    });
            }
            requireAgreement(written.ledger());
        }
    }

    private static void requireAgreement(Ledger ledger) {
        Reconciliation reconciliation = Reconciliation.of(ledger);
        for (Reconciliation.Line line : reconciliation.recipients()) {
            assertThat(line.sums().decidedAgrees()).as("decided of %s", line).isTrue();
            assertThat(line.sums().orderedAgrees()).as("ordered of %s", line).isTrue();
            assertThat(line.sums().paid()).isLessThanOrEqualTo(line.sums().decided());
        }
        Set<String> ids = new HashSet<>();
        ledger.payments()
                .batches()
                .forEach(batch -> batch.event()
                        .payments()
                        .forEach(each -> assertThat(ids.add(each.id())).isTrue()));
        assertThat(DoublePayment.of(ledger))
                .allMatch(each -> each.kind() == DoublePayment.Kind.SAME_SUM_TO_SAME_ACCOUNT
                        || ledger.payments().setAside().stream()
                                .map(SetAside::event)
                                .anyMatch(aside -> each.payments().contains(aside.payment())));
    }

    private List<Batch> inState(BatchState state) {
        return written.ledger().payments().batches().stream()
                .filter(each -> each.state() == state)
                .toList();
    }

    private static List<Batch> pick(List<Batch> from, Random random) {
        return from.isEmpty() ? List.of() : List.of(from.get(random.nextInt(from.size())));
    }
}
