package se.statsbidrag.allocation.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.allocation.domain.ledger.AppropriationActs.Outcome;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** The agency's own account: R-K1, R-K2, R-K2b, R-K3 and domain, Decided amounts. */
class AppropriationActsTest {
    private static final ProgrammeId PROGRAMME = LedgerYear.PROGRAMME;
    private static final long FRAME = 500_000_000;
    private static final LocalDate IN_TIME = LocalDate.parse("2025-12-01");
    private static final LocalDate SETTLED = LocalDate.parse("2026-03-31");
    private static final LocalDate LATER = LocalDate.parse("2026-06-30");

    private final LedgerYear year = new LedgerYear();

    @ParameterizedTest
    @CsvSource({
        "2025-12-01, 500000000, ",
        "2025-12-01, 1, ",
        "2025-12-02, 500000000, TooLate",
        "2025-12-01, 500000001, AboveRoom",
        "2025-12-01, 0, NoAmount"
    })
    void theMoneyIsRequisitionedByTheDayAndWithinTheFrame(LocalDate today, long amount, String refusal) {
        Outcome outcome = acts(today).requisition(amount);

        if (refusal == null) {
            assertThat(outcome)
                    .isEqualTo(new Outcome.Accepted(
                            new AppropriationRequisitioned(PROGRAMME, amount, today, "S2025/00401")));
        } else {
            assertThat(((Outcome.Refused) outcome).refusals())
                    .extracting(each -> each.getClass().getSimpleName())
                    .containsExactly(refusal);
        }
    }

    @Test
    void itIsRequisitionedOnceAndNoMoreComesIn() {
        assertThat(acts(IN_TIME).receive(1, IN_TIME, "KK-1"))
                .isEqualTo(
                        refused(new AppropriationRefusal.NotRequisitioned(), new AppropriationRefusal.AboveRoom(1, 0)));
        accept(acts(IN_TIME).requisition(FRAME));
        assertThat(acts(IN_TIME).requisition(1))
                .isEqualTo(refused(new AppropriationRefusal.RequisitionedBefore(IN_TIME)));

        accept(acts(IN_TIME).receive(FRAME, IN_TIME, "KK-1"));
        assertThat(acts(IN_TIME).receive(FRAME, IN_TIME, "KK-1")).isEqualTo(new Outcome.Unchanged());
        assertThat(acts(IN_TIME).receive(1, IN_TIME, "KK-1"))
                .isEqualTo(refused(new AppropriationRefusal.ReferenceUsed("KK-1")));
        assertThat(acts(IN_TIME).receive(1, IN_TIME, "KK-2"))
                .isEqualTo(refused(new AppropriationRefusal.AboveRoom(1, 0)));
    }

    @Test
    void theAgencysOwnCostStaysWithinWhatTheDecisionAllows() {
        received();
        accept(acts(IN_TIME).bookOwnCost(2_999_999, IN_TIME, "V-1", "lön"));
        assertThat(acts(IN_TIME).bookOwnCost(2, IN_TIME, "V-2", "resa"))
                .isEqualTo(refused(new AppropriationRefusal.AboveRoom(2, 1)));
        accept(acts(IN_TIME).bookOwnCost(-999_999, IN_TIME, "V-3", "rättelse"));
        accept(acts(IN_TIME).bookOwnCost(1_000_000, IN_TIME, "V-2", "resa"));
        assertThat(year.ledger().appropriation().ownCost()).isEqualTo(3_000_000);
    }

    @Test
    void theAccountClosesWithAllThatIsLeftAlsoWhenRecipientsRepayAfterIt() {
        received();
        paid(300_000_000);
        accept(acts(IN_TIME).bookOwnCost(3_000_000, IN_TIME, "V-1", "lön"));

        assertThat(acts(SETTLED).giveBack(196_000_000, SETTLED, "KK-2"))
                .isEqualTo(refused(new AppropriationRefusal.NotAllThatIsLeft(196_000_000, 197_000_000)));
        accept(acts(SETTLED).giveBack(197_000_000, SETTLED, "KK-2"));
        assertThat(left()).isZero();
        assertThat(year.ledger().appropriation().hasCover()).isFalse();
        assertThat(acts(SETTLED).bookOwnCost(1, SETTLED, "V-2", "sent"))
                .isEqualTo(refused(new AppropriationRefusal.Settled(), new AppropriationRefusal.AboveRoom(1, 0)));
        assertThat(acts(LATER).giveBack(0, LATER, "KK-3")).isEqualTo(refused(new AppropriationRefusal.NoAmount(0)));

        repaid(4_000);
        assertThat(left()).isEqualTo(4_000);
        accept(acts(LATER).giveBack(4_000, LATER, "KK-3"));
        assertThat(left()).isZero();
        Ledger ledger = year.ledger();
        assertThat(ledger.appropriation().receivedAmount())
                .isEqualTo(ledger.payments().paid()
                        - ledger.claims().repaid()
                        + ledger.appropriation().ownCost()
                        + ledger.appropriation().returnedAmount());
    }

    @Test
    void nothingGoesBackWhileAPaymentIsUnderWay() {
        received();
        year.record(PaidInATest.batch(1, "p-1", "23", 300_000_000));

        assertThat(acts(SETTLED).giveBack(FRAME, SETTLED, "KK-2"))
                .isEqualTo(refused(new AppropriationRefusal.PaymentsUnderway()));
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, false", "2026-01-01, true"})
    void aPaymentAfterThePaymentYearNeedsAPersonsDecision(LocalDate day, boolean over) {
        assertThat(PaymentYear.isOver(LedgerYear.DEFINITION, day)).isEqualTo(over);
    }

    private void received() {
        accept(acts(IN_TIME).requisition(FRAME));
        accept(acts(IN_TIME).receive(FRAME, IN_TIME, "KK-1"));
    }

    private void paid(long amount) {
        year.record(PaidInATest.batch(1, "p-1", "23", amount));
        year.record(PaidInATest.booked("p-1", amount, IN_TIME));
    }

    private void repaid(long amount) {
        year.record(new ClaimProposed(
                PROGRAMME, 1, new RecipientCode("23"), "unused", false, amount, List.of(), "skäl", List.of()));
        year.record(new ClaimDecided(PROGRAMME, 1, "K1", amount, 0, "person-0", "skäl"));
        year.record(new ClaimInvoiced(PROGRAMME, 1, "F1", SETTLED, LATER, "beslutat"));
        year.record(new ClaimRepaid(PROGRAMME, 1, amount, LATER, "R-1", ""));
    }

    private long left() {
        Ledger ledger = year.ledger();
        return ledger.appropriation().left(ledger.payments(), ledger.claims());
    }

    private void accept(Outcome outcome) {
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            throw new AssertionError("refused: " + outcome);
        }
        year.record(accepted.event());
    }

    private AppropriationActs acts(LocalDate today) {
        return new AppropriationActs(LedgerYear.DEFINITION, year.ledger(), today);
    }

    private static Outcome refused(AppropriationRefusal... refusals) {
        return new Outcome.Refused(List.of(refusals));
    }
}
