package se.statsbidrag.allocation.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.allocation.domain.ledger.ClaimActs.Outcome;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** Claims for money back: R-K10, R-T7, R-G7 and domain, Decided amounts. */
class ClaimActsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate EARLIEST = LocalDate.parse("2026-03-16");
    private static final LocalDate ANSWER_BY = LocalDate.parse("2026-03-23");
    private static final ProgrammeDefinition QUEUES = LedgerYear.DEFINITION;
    private static final ProgrammeDefinition ACCESS = shipped("tillganglighet-2025");
    private static final ProgrammeDefinition LOCAL_CARE = shipped("god-nara-vard-2025");

    private LedgerYear year = new LedgerYear();

    @BeforeEach
    void hundredKronorDecidedAndPaid() {
        year = new LedgerYear().entitled("23", "block-2", 60).entitled("23", "remaining-cataract", 40);
        year.closed("block-2", "remaining-cataract").decides("block-2", "remaining-cataract");
        year.record(PaidInATest.batch(1, "p-1", "23", 100));
        year.record(PaidInATest.booked("p-1", 100, TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "korta-vardkoerna-2025, unused, true",
        "korta-vardkoerna-2025, no-report, true",
        "korta-vardkoerna-2025, result-not-reached, true",
        "korta-vardkoerna-2025, wrong-or-too-much, false",
        "tillganglighet-2025, wrong-or-too-much, true",
        "tillganglighet-2025, result-not-reached, true",
        "god-nara-vard-2025, wrong-or-too-much, true",
        "god-nara-vard-2025, result-not-reached, false"
    })
    void onlyTheProgrammesOwnGroundsAreKnown(String programme, String ground, boolean known) {
        Outcome outcome = new ClaimActs(shipped(programme), year.ledger())
                .propose("23", ground, 10, "skäl", overpaid(), List.of());

        assertThat(outcome instanceof Outcome.Accepted).isEqualTo(known);
    }

    @Test
    void moreThanWasPaidIsNeverClaimed() {
        assertThat(propose("unused", 101)).isEqualTo(refused(new ClaimRefusal.AbovePaid(101, 100)));
        accept(propose("unused", 70));
        assertThat(propose("other-purpose", 31)).isEqualTo(refused(new ClaimRefusal.AbovePaid(31, 30)));
        accept(acts().withdraw(claim(), "fel", TODAY));
        accept(propose("other-purpose", 31));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(acts().propose("99", "greed", 0, "skäl", null, List.of()))
                .isEqualTo(refused(
                        new ClaimRefusal.NoSuchGround(
                                "greed", List.of("unused", "other-purpose", "result-not-reached", "no-report")),
                        new ClaimRefusal.NoAmount("amount", 0),
                        new ClaimRefusal.NoSuchRecipient("99")));
    }

    @Test
    void anOverpaymentIsWhatThePlanNoLongerGivesAndHasItsPots() {
        year.entitled("23", "block-2", 50).entitled("23", "remaining-cataract", 20);

        assertThat(acts(ACCESS).propose("23", "wrong-or-too-much", 31, "skäl", overpaid(), List.of()))
                .isEqualTo(refused(new ClaimRefusal.AboveOverpaid(31, 30)));
        Outcome.Accepted accepted =
                (Outcome.Accepted) acts(ACCESS).propose("23", "wrong-or-too-much", 25, "skäl", overpaid(), List.of());
        ClaimProposed proposed = (ClaimProposed) accepted.event();
        assertThat(proposed.overpayment()).isTrue();
        assertThat(proposed.lines())
                .containsExactly(
                        new ClaimProposed.Line(new PotId("block-2"), 10),
                        new ClaimProposed.Line(new PotId("remaining-cataract"), 15));

        year.record(proposed);
        assertThat(overpaid().amount())
                .as("what is under way is not claimed twice")
                .isEqualTo(5);
    }

    @Test
    void whatOnePotOwesIsSetOffAgainstWhatAnotherGaveTooMuch() {
        year.entitled("23", "block-2", 50).entitled("23", "remaining-cataract", 44);

        assertThat(overpaid().amount()).isEqualTo(6);
        assertThat(overpaid().lines(6)).containsExactly(new ClaimProposed.Line(new PotId("block-2"), 6));
    }

    @Test
    void theRecipientHasTimeToAnswerBeforeAnythingIsDecided() {
        accept(propose("unused", 40));
        assertThat(decide(QUEUES, 40, 0, TODAY)).isEqualTo(refused(new ClaimRefusal.NotNow(ClaimState.PROPOSED)));
        assertThat(acts().notify(claim(), EARLIEST.minusDays(1), "skäl", EARLIEST, TODAY))
                .isEqualTo(refused(new ClaimRefusal.TooSoon(EARLIEST.minusDays(1), EARLIEST)));
        accept(acts().notify(claim(), ANSWER_BY, "skäl", EARLIEST, TODAY));

        assertThat(decide(QUEUES, 40, 0, ANSWER_BY)).isEqualTo(refused(new ClaimRefusal.AnswerAwaited(ANSWER_BY)));
        assertThat(decide(QUEUES, 40, 0, ANSWER_BY.plusDays(1))).isInstanceOf(Outcome.Accepted.class);
        accept(acts().answer(claim(), "Vi höll på i år också", ANSWER_BY));
        assertThat(claim().state(ANSWER_BY)).isEqualTo(ClaimState.ANSWERED);
        assertThat(decide(QUEUES, 40, 0, ANSWER_BY)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void whatIsWaivedIsWaivedOnlyWhereTheRulesKnowIt() {
        answered(40);

        assertThat(decide(QUEUES, 30, 10, TODAY)).isEqualTo(refused(new ClaimRefusal.NoWaiver(10)));
        assertThat(decide(ACCESS, 30, 10, TODAY)).isInstanceOf(Outcome.Accepted.class);
        assertThat(decide(LOCAL_CARE, 0, 40, TODAY)).isInstanceOf(Outcome.Accepted.class);
        assertThat(decide(ACCESS, 30, 11, TODAY)).isEqualTo(refused(new ClaimRefusal.SumDiffers(41, 40)));
        assertThat(decide(ACCESS, 50, -10, TODAY)).isEqualTo(refused(new ClaimRefusal.NoAmount("waived", -10)));
    }

    @Test
    void anOverpaymentThatIsNoneAnyMoreIsNotDecided() {
        year.entitled("23", "block-2", 40);
        accept(acts(ACCESS).propose("23", "wrong-or-too-much", 20, "skäl", overpaid(), List.of()));
        accept(acts().notify(claim(), ANSWER_BY, "skäl", EARLIEST, TODAY));
        accept(acts().answer(claim(), "nej", TODAY));
        assertThat(decide(ACCESS, 20, 0, TODAY)).isInstanceOf(Outcome.Accepted.class);

        year.entitled("23", "block-2", 45);
        assertThat(decide(ACCESS, 20, 0, TODAY)).isEqualTo(refused(new ClaimRefusal.AboveOverpaid(20, 15)));
    }

    @Test
    void anInvoiceIsMadeOnceFallsDueAndIsPaidByItsReferences() {
        answered(40);
        assertThat(acts().invoice(claim(), null, "F1", "skäl", TODAY))
                .isEqualTo(refused(new ClaimRefusal.NotNow(ClaimState.ANSWERED)));
        accept(decide(QUEUES, 40, 0, TODAY));
        assertThat(acts().invoice(claim(), TODAY, "F1", "skäl", TODAY))
                .isEqualTo(refused(new ClaimRefusal.DueTooSoon(TODAY, TODAY.plusDays(1))));
        accept(acts().invoice(claim(), null, "F1", "skäl", TODAY));
        LocalDate due = TODAY.plusDays(ClaimActs.DAYS_TO_PAY);

        assertThat(acts().invoice(claim(), null, "F1", "skäl", TODAY))
                .isEqualTo(refused(new ClaimRefusal.NotNow(ClaimState.INVOICED)));
        assertThat(claim().state(due)).isEqualTo(ClaimState.INVOICED);
        assertThat(claim().state(due.plusDays(1))).isEqualTo(ClaimState.OVERDUE);
        assertThat(acts().repay(claim(), 41, due, "R-1", "skäl", due))
                .isEqualTo(refused(new ClaimRefusal.AboveLeft(41, 40)));
        accept(acts().repay(claim(), 15, due, "R-1", "skäl", due));
        assertThat(acts().repay(claim(), 15, due, "R-1", "samma pengar", due)).isEqualTo(new Outcome.Unchanged());
        assertThat(acts().repay(claim(), 16, due, "R-1", "skäl", due))
                .isEqualTo(refused(new ClaimRefusal.ReferenceUsed("R-1")));
        assertThat(claim().state(due.plusDays(1))).isEqualTo(ClaimState.OVERDUE);
        accept(acts().repay(claim(), 25, due, "R-2", "skäl", due));
        assertThat(claim().state(due.plusDays(1))).isEqualTo(ClaimState.REPAID);
        assertThat(claim().repayments()).extracting(ClaimRepaid::amount).containsExactly(15L, 25L);
        assertThat(year.balance("23").outstanding())
                .as("unused money is no part of it")
                .isZero();
    }

    @Test
    void whatIsWhollyWaivedIsNotInvoiced() {
        answered(40);
        accept(decide(ACCESS, 0, 40, TODAY));

        assertThat(claim().state(TODAY)).isEqualTo(ClaimState.WAIVED);
        assertThat(acts().invoice(claim(), null, "F1", "skäl", TODAY))
                .isEqualTo(refused(new ClaimRefusal.NotNow(ClaimState.WAIVED)));
        assertThat(acts().withdraw(claim(), "fel", TODAY))
                .isEqualTo(refused(new ClaimRefusal.NotNow(ClaimState.WAIVED)));
    }

    private void answered(long amount) {
        accept(propose("unused", amount));
        accept(acts().notify(claim(), ANSWER_BY, "skäl", EARLIEST, TODAY));
        accept(acts().answer(claim(), "svar", TODAY));
    }

    private Outcome propose(String ground, long amount) {
        return acts().propose("23", ground, amount, "skäl", overpaid(), List.of());
    }

    private Outcome decide(ProgrammeDefinition definition, long claimed, long waived, LocalDate today) {
        return acts(definition)
                .decide(
                        claim(),
                        claimed,
                        waived,
                        "K1",
                        "person-0",
                        "skäl",
                        year.balance("23").outstanding(),
                        today);
    }

    private void accept(Outcome outcome) {
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            throw new AssertionError("refused: " + outcome);
        }
        year.record(accepted.event());
    }

    private Claim claim() {
        return year.ledger().claims().all().getLast();
    }

    private ClaimActs acts() {
        return acts(QUEUES);
    }

    private ClaimActs acts(ProgrammeDefinition definition) {
        return new ClaimActs(definition, year.ledger());
    }

    private Overpayment overpaid() {
        return Overpayment.of(year.plan().recipient(new RecipientCode("23")).orElseThrow(), year.ledger());
    }

    private static Outcome refused(ClaimRefusal... refusals) {
        return new Outcome.Refused(List.of(refusals));
    }

    private static ProgrammeDefinition shipped(String programme) {
        return ProgrammeDefinitionReader.read(ShippedDefinition.tree(programme)).orThrow();
    }
}
