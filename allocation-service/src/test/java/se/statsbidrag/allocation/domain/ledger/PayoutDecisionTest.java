package se.statsbidrag.allocation.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision.Outcome;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision.Refusal;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** Decisions to pay: domain, Decided amounts and Conditions. */
class PayoutDecisionTest {
    private static final RecipientCode REGION = new RecipientCode("23");
    private static final LocalDate TODAY = LocalDate.parse("2025-06-10");

    @Test
    void whatThePlanGivesIsDecidedOnce() {
        LedgerYear year = new LedgerYear().entitled("23", "block-1", 100).entitled("24", "block-1", 50);

        assertThat(year.decides("block-1").lines())
                .containsExactly(line("23", "block-1", 100, 100), line("24", "block-1", 50, 50));
        assertThat(year.decision(Set.of(), Map.of(), "block-1"))
                .isEqualTo(new Outcome.Refused(List.of(new Refusal.NothingDue())));
        assertThat(year.balance("23").outstanding()).isZero();
    }

    @Test
    void moreInThePlanIsDecidedAsTheDifference() {
        LedgerYear year = new LedgerYear().entitled("23", "block-2", 100).closed("block-2");
        year.decides("block-2");

        year.entitled("23", "block-2", 130);
        assertThat(year.balance("23").outstanding()).isEqualTo(30);
        assertThat(year.decides("block-2").lines()).containsExactly(line("23", "block-2", 130, 30));
        assertThat(year.balance("23").decided()).isEqualTo(130);
    }

    @Test
    void whatOnePotLosesIsSetOffAgainstWhatAnotherGives() {
        LedgerYear year = new LedgerYear()
                .entitled("23", "block-2", 100)
                .entitled("23", "remaining-cataract", 40)
                .closed("block-2", "remaining-cataract");
        year.decides("block-2", "remaining-cataract");

        year.entitled("23", "block-2", 130).entitled("23", "remaining-cataract", 25);
        assertThat(year.decides("block-2").lines())
                .containsExactly(line("23", "block-2", 130, 30), line("23", "remaining-cataract", 25, -15));
        assertThat(year.balance("23").outstanding()).isZero();

        year.entitled("23", "block-2", 131).entitled("23", "remaining-cataract", 0);
        assertThat(year.balance("23").outstanding()).isEqualTo(-24);
        assertThat(year.decision(Set.of(), Map.of(), "block-2"))
                .as("no decision takes money back")
                .isEqualTo(new Outcome.Refused(List.of(new Refusal.NothingDue())));
    }

    @Test
    void whatIsBeingClaimedIsNotSetOffToo() {
        LedgerYear year = new LedgerYear()
                .entitled("23", "block-2", 100)
                .entitled("23", "remaining-cataract", 40)
                .closed("block-2", "remaining-cataract");
        year.decides("block-2", "remaining-cataract");
        year.entitled("23", "block-2", 130).entitled("23", "remaining-cataract", 25);

        year.overpaymentProposed("23", "remaining-cataract", 15);
        assertThat(year.decides("block-2").lines()).containsExactly(line("23", "block-2", 130, 30));
    }

    @Test
    void anOverpaymentThatIsClaimedOrWaivedIsSettled() {
        LedgerYear year = new LedgerYear().entitled("23", "block-2", 100).closed("block-2");
        year.decides("block-2");
        year.entitled("23", "block-2", 80);
        assertThat(year.balance("23").outstanding()).isEqualTo(-20);

        year.overpaymentDecided("23", "block-2", 15, 5);
        Balance balance = year.balance("23");
        assertThat(balance.outstanding()).isZero();
        assertThat(balance.decided()).isEqualTo(100);
        assertThat(balance.claimed()).isEqualTo(15);
        assertThat(balance.waived()).isEqualTo(5);
    }

    @Test
    void whatWasClaimedBackAsUnusedIsNeverPaidOutAgain() {
        LedgerYear year = new LedgerYear().entitled("23", "block-1", 100);
        year.decides("block-1");

        year.unusedDecided("23", 60);
        assertThat(year.balance("23").outstanding()).isZero();
        assertThat(year.balance("23").claimed()).isEqualTo(60);
        assertThat(year.decision(Set.of(), Map.of(), "block-1"))
                .isEqualTo(new Outcome.Refused(List.of(new Refusal.NothingDue())));
    }

    @Test
    void whatIsEarnedOrLeftByOthersIsDecidedWhenItsPotIsClosed() {
        LedgerYear year = new LedgerYear().entitled("23", "block-1", 10).entitled("23", "block-2", 100);

        assertThat(year.decision(Set.of(), Map.of(), "block-1", "block-2"))
                .isEqualTo(new Outcome.Refused(List.of(new Refusal.PotOpen(new PotId("block-2")))));
        assertThat(year.decision(Set.of(), Map.of(), "block-1")).isInstanceOf(Outcome.Lines.class);
        assertThat(Due.of(LedgerYear.DEFINITION, year.plan(), year.ledger(), Map.of()))
                .extracting(Due::action)
                .containsExactly(Due.Action.PAY);
        year.decides("block-1");
        assertThat(Due.of(LedgerYear.DEFINITION, year.plan(), year.ledger(), Map.of()))
                .extracting(Due::action, Due::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Due.Action.NOT_YET, 100L));
    }

    @Test
    void anOpenTieHoldsItsPotBack() {
        PotId pot = new PotId("remaining-cataract");
        LedgerYear open = new LedgerYear()
                .entitled("23", pot.value(), 5)
                .closed(pot.value())
                .tie(pot.value(), null);
        LedgerYear resolved = new LedgerYear()
                .entitled("23", pot.value(), 5)
                .closed(pot.value())
                .tie(pot.value(), new EventReference("allocations", 3));

        assertThat(open.decision(Set.of(), Map.of(), pot.value()))
                .isEqualTo(new Outcome.Refused(List.of(new Refusal.TieOpen(pot))));
        assertThat(resolved.decision(Set.of(), Map.of(), pot.value())).isInstanceOf(Outcome.Lines.class);
    }

    @Test
    void whoIsBarredIsLeftOutAndRefusedWhenNamed() {
        LedgerYear year = new LedgerYear()
                .entitled("23", "block-1", 100)
                .entitled("24", "block-1", 50)
                .held("23", null);
        Map<RecipientCode, List<Block>> blocks =
                Block.on(TODAY, LedgerYear.DEFINITION, List.of(), year.ledger().holds());

        assertThat(year.decision(Set.of(), blocks, "block-1"))
                .isEqualTo(new Outcome.Lines(
                        List.of(line("24", "block-1", 50, 50)),
                        List.of(new PayoutDecision.LeftOut(REGION, 100, blocks.getOrDefault(REGION, List.of())))));
        assertThat(year.decision(Set.of(REGION), blocks, "block-1"))
                .isEqualTo(new Outcome.Refused(
                        List.of(new Refusal.Barred(REGION, blocks.getOrDefault(REGION, List.of())))));
    }

    @Test
    void aHoldHoldsToTheEndOfItsLastDayOrUntilItIsReleased() {
        LedgerYear year = new LedgerYear().held("23", TODAY);
        assertThat(year.ledger().holds().on(REGION, TODAY)).hasSize(1);
        assertThat(year.ledger().holds().on(REGION, TODAY.plusDays(1))).isEmpty();

        year.held("24", null);
        assertThat(year.ledger().holds().on(new RecipientCode("24"), TODAY.plusYears(1)))
                .hasSize(1);
        year.record(new PaymentHoldReleased(LedgerYear.PROGRAMME, 2, "utrett"));
        assertThat(year.ledger().holds().on(new RecipientCode("24"), TODAY)).isEmpty();
    }

    @Test
    void aBlockingConditionBarsUntilItIsNotedAsMet() {
        ProgrammeDefinition access = ProgrammeDefinitionReader.read(ShippedDefinition.tree("tillganglighet-2025"))
                .orThrow();
        List<Condition> blocking = access.conditions().stream()
                .filter(each -> each.effect() == Condition.Effect.BLOCKS_PAYMENT)
                .toList();
        Holds none = new LedgerYear().ledger().holds();
        assertThat(blocking).isNotEmpty();

        assertThat(Block.on(TODAY, access, List.of(), none).get(REGION)).hasSameSizeAs(blocking);
        List<ConditionRecorded> met = blocking.stream()
                .map(each -> new ConditionRecorded(access.id(), REGION, each.id(), true, TODAY, "TV-1"))
                .toList();
        assertThat(Block.on(TODAY, access, met, none)).doesNotContainKey(REGION);
        List<ConditionRecorded> takenBack = met.stream()
                .map(each -> new ConditionRecorded(access.id(), REGION, each.condition(), false, TODAY, "TV-2"))
                .toList();
        assertThat(Block.on(TODAY, access, takenBack, none)).containsKey(REGION);
    }

    @Test
    void onceTheAccountIsSettledThereIsNoCover() {
        LedgerYear year = new LedgerYear().entitled("23", "block-1", 100).accountSettled();

        assertThat(year.decision(Set.of(), Map.of(), "block-1"))
                .isEqualTo(new Outcome.Refused(List.of(new Refusal.NoCover())));
        assertThat(Due.of(LedgerYear.DEFINITION, year.plan(), year.ledger(), Map.of()))
                .extracting(Due::action)
                .containsExactly(Due.Action.NO_COVER);
    }

    private static PayoutsDecided.Line line(String recipient, String pot, long entitled, long amount) {
        return new PayoutsDecided.Line(new RecipientCode(recipient), new PotId(pot), entitled, amount);
    }
}
