package se.statsbidrag.allocation.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
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
}
