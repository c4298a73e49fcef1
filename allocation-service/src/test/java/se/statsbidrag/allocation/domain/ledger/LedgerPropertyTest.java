package se.statsbidrag.allocation.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * After any sequence of changed plans, decisions and claims the sums agree for every recipient and pot: nothing is decided
 * twice, what was decided never changes, and what was claimed back as unused is never paid out again.
 */
class LedgerPropertyTest {
    private static final int SEQUENCES = 200;
    private static final int ACTS = 40;
    private static final List<String> RECIPIENTS = List.of("01", "23", "24");
    private static final List<String> POTS = List.of("block-1", "block-2", "remaining-cataract");

    static LongStream seeds() {
        return LongStream.range(0, SEQUENCES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySumAgrees(long seed) {
        Random random = new Random(seed);
        LedgerYear year = new LedgerYear().closed("block-2", "remaining-cataract");
        Map<String, Long> entitled = new HashMap<>();
        Map<String, Long> unused = new HashMap<>();
        List<PayoutsDecided> before = new ArrayList<>();
        for (int act = 0; act < ACTS; act++) {
            String recipient = RECIPIENTS.get(random.nextInt(RECIPIENTS.size()));
            String pot = POTS.get(random.nextInt(POTS.size()));
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    long amount = random.nextInt(1_000);
                    entitled.put(recipient + pot, amount);
                    year.entitled(recipient, pot, amount);
                }
                case 2 -> decides(year, random);
                case 3 -> claimsOverpayment(year, recipient, pot, entitled.getOrDefault(recipient + pot, 0L), random);
                default -> {
                    long amount = 1L + random.nextInt(100);
                    unused.merge(recipient, amount, Long::sum);
                    year.unusedDecided(recipient, amount);
                }
            }
            check(year, entitled, unused, before);
        }
        decideAll(year);
        for (String recipient : RECIPIENTS) {
            assertThat(year.balance(recipient).outstanding())
                    .as("all that is due has been decided")
                    .isNotPositive();
        }
    }

    private static void decides(LedgerYear year, Random random) {
        List<String> pots = POTS.stream().filter(pot -> random.nextBoolean()).toList();
        if (year.decision(Set.of(), Map.of(), pots.toArray(new String[0]))
                instanceof
                PayoutDecision.Outcome.Lines(List<PayoutsDecided.Line> lines, List<PayoutDecision.LeftOut> out)) {
            assertThat(out).isEmpty();
            year.record(year.decided(lines));
        }
    }

    private static void decideAll(LedgerYear year) {
        if (year.decision(Set.of(), Map.of(), POTS.toArray(new String[0]))
                instanceof PayoutDecision.Outcome.Lines lines) {
            year.record(year.decided(lines.lines()));
        }
    }

    /** What is over in a pot is claimed as a whole, a part of it waived. */
    private static void claimsOverpayment(LedgerYear year, String recipient, String pot, long entitled, Random random) {
        long outstanding = year.ledger().outstanding(new RecipientCode(recipient), new PotId(pot), entitled);
        if (outstanding < 0 && year.balance(recipient).outstanding() < 0) {
            long waived = random.nextInt((int) -outstanding + 1);
            year.overpaymentDecided(recipient, pot, -outstanding - waived, waived);
        }
    }

    private static void check(
            LedgerYear year, Map<String, Long> entitled, Map<String, Long> unused, List<PayoutsDecided> before) {
        Ledger ledger = year.ledger();
        List<PayoutsDecided> now =
                ledger.decisions().all().stream().map(Decisions.Decided::event).toList();
        assertThat(now.subList(0, before.size()))
                .as("what was decided never changes")
                .isEqualTo(before);
        before.clear();
        before.addAll(now);
        for (PayoutsDecided decision : now) {
            decision.lines().stream()
                    .map(PayoutsDecided.Line::recipient)
                    .distinct()
                    .forEach(each -> assertThat(decision.lines().stream()
                                    .filter(line -> line.recipient().equals(each))
                                    .mapToLong(PayoutsDecided.Line::amount)
                                    .sum())
                            .as("no decision takes money back")
                            .isPositive());
        }
        for (String recipient : RECIPIENTS) {
            Balance balance = year.balance(recipient);
            long given = POTS.stream()
                    .mapToLong(pot -> entitled.getOrDefault(recipient + pot, 0L))
                    .sum();
            long overpaymentsClaimed = balance.claimed() - unused.getOrDefault(recipient, 0L);
            assertThat(balance.entitled()).isEqualTo(given);
            assertThat(balance.outstanding())
                    .isEqualTo(given - (balance.decided() - overpaymentsClaimed) + balance.waived());
            assertThat(balance.outstandingByPot().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(balance.outstanding());
            assertThat(now.stream()
                            .flatMap(each -> each.lines().stream())
                            .filter(line -> line.recipient().value().equals(recipient))
                            .mapToLong(PayoutsDecided.Line::amount)
                            .sum())
                    .isEqualTo(balance.decided());
        }
    }
}
