package se.statsbidrag.secondcalculator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.secondcalculator.QueueArrivals.Answer;
import se.statsbidrag.secondcalculator.QueueArrivals.Submission;

/**
 * A share grant's year as a seed makes it: requisitions in full, for less and for too much, changed, late, admitted and
 * undecided; the real grant, or some counties of it with other figures.
 */
final class RandomShareYear {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What kind of year. */
    enum Regime {
        ALL_IN_FULL,
        SOME_LESS,
        MANY_MISSING,
        NOBODY_WANTS_MORE,
        UNDECIDED
    }

    final Regime regime;
    final ShareDefinition definition;
    final LocalDate deadline;
    final boolean closed;
    final Map<String, List<Submission>> submissions = new TreeMap<>();
    private final Random random;

    RandomShareYear(long seed, ProgrammeDefinition shipped, boolean wholeGrant) {
        random = new Random(seed);
        regime = Regime.values()[random.nextInt(Regime.values().length)];
        definition = wholeGrant
                ? ShareDefinition.shipped(shipped)
                : ShareDefinition.made(shipped, counties(shipped), random);
        deadline = LocalDate.of(2025, 4, 17).plusDays(chance(20) ? random.nextInt(40) : 0);
        closed = chance(85);
        definition.recipients().forEach(this::requisition);
    }

    /** What the year comes down to, computed naively. */
    ShareYear year() {
        return ShareYear.of(submissions, deadline, closed);
    }

    /** Some counties; where rural classes matter, one with a rural municipality is among them. */
    private Set<String> counties(ProgrammeDefinition shipped) {
        List<String> rural = new ArrayList<>(shipped.tables().stream()
                .flatMap(table -> table.classes().keySet().stream())
                .map(RandomShareYear::county)
                .toList());
        List<String> all = new ArrayList<>(shipped.recipients().stream()
                .map(recipient -> county(recipient.code()))
                .distinct()
                .toList());
        Collections.shuffle(all, random);
        Set<String> some = new TreeSet<>(all.subList(0, 1 + random.nextInt(rural.isEmpty() ? all.size() : 2)));
        if (!rural.isEmpty()) {
            some.add(rural.get(random.nextInt(rural.size())));
        }
        return some;
    }

    private static String county(RecipientCode code) {
        return code.value().substring(0, 2);
    }

    private void requisition(String recipient) {
        if (chance(regime == Regime.MANY_MISSING ? 40 : regime == Regime.ALL_IN_FULL ? 0 : 5)) {
            return;
        }
        List<Submission> all = new ArrayList<>();
        Instant end = deadline.plusDays(1).atStartOfDay(SWEDEN).toInstant();
        int late = regime == Regime.ALL_IN_FULL ? 0 : 5;
        Instant at = chance(late)
                ? end.plusSeconds(chance(20) ? 0 : random.nextInt(2_000_000))
                : end.minusSeconds(1 + random.nextInt(2_000_000));
        int changes = 1 + (chance(15) ? random.nextInt(3) : 0);
        for (int i = 0; i < changes; i++) {
            boolean afterReturn = !all.isEmpty() && all.getLast().answer() == Answer.RETURNED;
            all.add(new Submission(
                    at,
                    answer(),
                    afterReturn && chance(60),
                    chance(3),
                    amount(recipient),
                    regime != Regime.NOBODY_WANTS_MORE && chance(50)));
            at = at.plusSeconds(random.nextInt(1_000_000));
        }
        submissions.put(recipient, all);
    }

    private long amount(String recipient) {
        long share = definition.naive().share(recipient);
        if (share == 0 || regime == Regime.ALL_IN_FULL || chance(60)) {
            return share;
        }
        if (chance(20)) {
            return chance(50) ? share + 1 + random.nextInt(10) : Math.max(0, share - 1);
        }
        return random.nextLong(share + 1);
    }

    private Answer answer() {
        if (regime != Regime.ALL_IN_FULL && chance(3)) {
            return chance(50) ? Answer.REJECTED : Answer.WITHDRAWN;
        }
        if (regime == Regime.UNDECIDED && chance(5)) {
            return chance(50) ? Answer.WAITING : Answer.RETURNED;
        }
        return Answer.APPROVED;
    }

    private boolean chance(int perCent) {
        return random.nextInt(100) < perCent;
    }
}
