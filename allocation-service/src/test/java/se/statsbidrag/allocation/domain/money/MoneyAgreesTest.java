package se.statsbidrag.allocation.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.rules.plan.PayoutCalculator;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PotMembers;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinitionReader;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * After any sequence of requisitions, deliveries, corrections, late admissions, deadline extensions, decisions, payments,
 * rejections, claims and waivers: entitled, decided, outstanding, paid, claimed, waived and repaid agree for every recipient,
 * pot and programme; nothing is paid twice, nothing without a decision; what was decided never changes; and money claimed
 * back as unused is never paid out again. From facts by the rules to the plan, and by the ledger to the last krona.
 */
class MoneyAgreesTest {
    private static final int SEQUENCES = 60;
    private static final int ACTS = 150;
    private static final int RECIPIENTS = 6;
    private static final int BETWEEN_CHECKS = 10;
    private static final int MOST_ROUNDS = 40;
    private static final List<ProgrammeDefinition> GRANTS = List.of(
            ShippedDefinition.definition(),
            ProgrammeDefinitionReader.read(ShippedDefinition.tree("tillganglighet-2025"))
                    .orThrow());
    private static final List<PotMembers> MEMBERS =
            GRANTS.stream().map(PotMembers::of).toList();

    static LongStream seeds() {
        return LongStream.range(0, SEQUENCES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingAgreesAndTheAccountCloses(long seed) {
        Played played = play(seed);
        Ledger ledger = played.money.ledger();

        long left = ledger.appropriation().left(ledger.payments(), ledger.claims());
        if (left >= 0) {
            assertThat(played.money.giveBack())
                    .as("seed %d: %d kronor left", seed, left)
                    .isTrue();
            Ledger closed = played.money.ledger();
            assertThat(closed.appropriation().left(closed.payments(), closed.claims()))
                    .isZero();
            new Agreement(played.definition, played.plan(), played.money.events()).require();
        }
    }

    @Test
    void theSequencesHoldAllThatCanHappen() {
        List<String> kinds = LongStream.range(0, 12)
                .boxed()
                .flatMap(seed -> play(seed).money.events().stream())
                .map(event -> event.getClass().getSimpleName())
                .distinct()
                .toList();

        assertThat(kinds)
                .contains(
                        "PayoutsDecided",
                        "PaymentBatchReturned",
                        "PaymentStatusReported",
                        "PaymentsBooked",
                        "BankEntrySetAside",
                        "PaymentHeld",
                        "ClaimWithdrawn",
                        "ClaimDecided",
                        "ClaimRepaid");
    }

    private static Played play(long seed) {
        int grant = (int) (seed % GRANTS.size());
        Played played = new Played(seed, GRANTS.get(grant), MEMBERS.get(grant));
        for (int act = 1; act <= ACTS; act++) {
            played.step();
            if (act % BETWEEN_CHECKS == 0) {
                played.check();
            }
        }
        played.settle();
        return played;
    }

    /** A year as it is played, and what must hold after each of its steps. */
    private static final class Played {
        private final Random random;
        private final ProgrammeDefinition definition;
        private final PotMembers members;
        private final RandomFacts facts;
        private final RandomMoney money;
        private List<LedgerEvent> before = new ArrayList<>();
        private PayoutPlan plan;

        Played(long seed, ProgrammeDefinition definition, PotMembers members) {
            this.random = new Random(seed);
            this.definition = definition;
            this.members = members;
            List<RecipientCode> acting = definition.recipients().stream()
                    .map(Recipient::code)
                    .limit(RECIPIENTS)
                    .collect(Collectors.toList());
            this.facts = new RandomFacts(random, definition, acting);
            this.money = new RandomMoney(random, definition, facts);
            this.plan = PayoutCalculator.compute(members, facts.facts());
            money.draw();
        }

        PayoutPlan plan() {
            return plan;
        }

        /** By the facts as they are now. */
        private void compute() {
            plan = PayoutCalculator.compute(members, facts.facts());
        }

        void step() {
            if (random.nextInt(3) == 0) {
                facts.pass(random.nextInt(9));
                compute();
            }
            if (random.nextInt(3) == 0) {
                facts.happens(plan);
                compute();
            } else {
                money.happens(plan);
            }
        }

        /** All days pass, all that is due is decided and paid, all that is claimed comes back. */
        void settle() {
            for (int days = 0; days < 3; days++) {
                facts.pass(400);
                compute();
                facts.settle(plan);
                compute();
            }
            for (int round = 0; round < MOST_ROUNDS && !isSettled(); round++) {
                facts.pass(30);
                money.close(true);
                money.decide(
                        plan, definition.pots().stream().map(PotDefinition::id).collect(Collectors.toSet()));
                money.prepare();
                money.close(true);
                money.state(false);
                money.ledger().claims().all().stream()
                        .filter(Played::isUnderway)
                        .forEach(claim -> money.goOn(plan, claim));
            }
            check();
            assertThat(isSettled()).as("all that is due is decided and paid").isTrue();
        }

        private boolean isSettled() {
            Ledger ledger = money.ledger();
            return plan.recipients().stream()
                            .allMatch(each -> Balance.of(each, ledger).outstanding() <= 0)
                    && !ledger.payments().isAnythingUnderway()
                    && ledger.claims().all().stream().noneMatch(Played::isUnderway);
        }

        private static boolean isUnderway(Claim claim) {
            return claim.isOpen() || claim.isDecided() && claim.left() > 0;
        }

        private void check() {
            List<LedgerEvent> now = money.events();
            assertThat(now.subList(0, before.size()))
                    .as("what was decided never changes")
                    .isEqualTo(before);
            before = now;
            new Agreement(definition, plan, now).require();
        }
    }
}
