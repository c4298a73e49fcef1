package se.statsbidrag.secondcalculator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.QueueArrivals.Answer;
import se.statsbidrag.secondcalculator.QueueArrivals.Cell;
import se.statsbidrag.secondcalculator.QueueArrivals.Delivery;
import se.statsbidrag.secondcalculator.QueueArrivals.Scope;
import se.statsbidrag.secondcalculator.QueueArrivals.Submission;
import se.statsbidrag.secondcalculator.QueueYear.Choice;

/**
 * A year as a seed makes it: everything that was sent in, with changes, corrections and late arrivals. Some years are full,
 * some leave funds, some miss regions, some tie.
 */
final class RandomYear {
    static final String DEFAULT_REPORTER = "patientregistret";
    static final YearMonth FROM = YearMonth.of(2025, 2);
    static final YearMonth TO = YearMonth.of(2025, 10);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** What kind of year. */
    enum Regime {
        ALL_CAPPED,
        REMAINING,
        REGIONS_MISSING,
        UNDECIDED,
        TIES,
        HARDLY_ANYTHING
    }

    final Regime regime;
    final QueueGrant grant;
    final LocalDate requisitionDeadline;
    final LocalDate cutOff;
    final boolean requisitionsClosed;
    final boolean deliveriesClosed;
    final Map<String, List<Submission>> submissions = new TreeMap<>();
    final List<Scope> scopes = new ArrayList<>();
    final List<Delivery> deliveries = new ArrayList<>();
    final Map<String, List<Choice>> choices = new TreeMap<>();
    private final Random random;

    RandomYear(long seed, QueueGrant real) {
        random = new Random(seed);
        regime = pick(Regime.values());
        grant = regime == Regime.TIES || chance(30) ? made(real) : real;
        requisitionDeadline = LocalDate.of(2025, 6, 2).plusDays(chance(20) ? random.nextInt(40) : 0);
        cutOff = LocalDate.of(2025, 11, 20).plusDays(chance(20) ? random.nextInt(20) : 0);
        requisitionsClosed = chance(90);
        deliveriesClosed = chance(80);
        grant.regions().forEach(this::requisition);
        scopes();
        if (regime == Regime.TIES) {
            tyingDelivery();
        } else {
            deliveries();
        }
        choices();
    }

    /** What the year comes down to, computed naively. */
    QueueYear year() {
        return new QueueYear(
                QueueArrivals.requisitions(submissions, requisitionDeadline),
                QueueArrivals.operations(deliveries, scopes, DEFAULT_REPORTER, cutOff, FROM, TO),
                requisitionsClosed,
                deliveriesClosed,
                choices);
    }

    /** A grant with other figures, and so few inhabitants that exact ties occur. */
    private QueueGrant made(QueueGrant real) {
        List<String> regions = new ArrayList<>(real.regions());
        Collections.shuffle(regions, random);
        regions = regions.subList(0, 1 + random.nextInt(regions.size()));
        Map<String, Long> population = new TreeMap<>();
        Map<String, Long> cap = new TreeMap<>();
        long block2 = 0;
        for (String region : regions) {
            population.put(region, 10L * (1 + random.nextInt(6)));
            cap.put(region, chance(30) ? 1_000_000L : 1 + random.nextInt(5_000_000));
            block2 += cap.get(region);
        }
        Map<String, Long> rate = new HashMap<>();
        real.procedures().forEach(procedure -> rate.put(procedure, 1L + random.nextInt(200_000)));
        long first = random.nextInt(101);
        long second = random.nextInt((int) (101 - first));
        Map<String, Long> part = Map.of(
                real.procedures().get(0), first,
                real.procedures().get(1), second,
                real.procedures().get(2), 100 - first - second);
        return new QueueGrant(
                List.copyOf(cap.keySet()),
                population,
                cap,
                random.nextInt(100_000_000),
                block2,
                real.procedures(),
                rate,
                part,
                1 + random.nextInt(6));
    }

    private void requisition(String region) {
        int missing = regime == Regime.REGIONS_MISSING ? 40 : regime == Regime.UNDECIDED ? 10 : 3;
        if (chance(missing)) {
            return;
        }
        List<Submission> all = new ArrayList<>();
        Instant at = around(requisitionDeadline, 60, 3);
        int changes = 1 + (chance(25) ? random.nextInt(4) : 0);
        for (int i = 0; i < changes; i++) {
            boolean afterReturn = !all.isEmpty() && all.getLast().answer() == Answer.RETURNED;
            all.add(new Submission(at, answer(missing), afterReturn && chance(60), chance(2), 0, random.nextBoolean()));
            at = at.plusSeconds(random.nextInt(20 * 24 * 3600));
        }
        submissions.put(region, all);
    }

    private Answer answer(int missing) {
        if (chance(missing)) {
            return pick(Answer.REJECTED, Answer.WITHDRAWN);
        }
        if (chance(regime == Regime.UNDECIDED ? 15 : 1)) {
            return pick(Answer.WAITING, Answer.RETURNED);
        }
        return Answer.APPROVED;
    }

    private void scopes() {
        int reporters = random.nextInt(4);
        for (int reporter = 0; reporter < reporters; reporter++) {
            List<String> own = new ArrayList<>();
            for (int i = reporter; i < grant.regions().size(); i += 4) {
                own.add(grant.regions().get(i));
            }
            int times = 1 + random.nextInt(2);
            for (int i = 0; i < times && !own.isEmpty(); i++) {
                Set<String> regions = new HashSet<>(own.subList(0, 1 + random.nextInt(own.size())));
                scopes.add(new Scope(
                        "reporter-" + reporter,
                        regions,
                        YearMonth.of(2025, 1).plusMonths(random.nextInt(8)),
                        around(cutOff, 300, 20)));
            }
        }
        scopes.sort(Comparator.comparing(Scope::inForceAt));
    }

    private void deliveries() {
        List<String> reporters = new ArrayList<>(List.of(DEFAULT_REPORTER));
        scopes.stream().map(Scope::reporter).distinct().forEach(reporters::add);
        for (String reporter : reporters) {
            for (YearMonth month = FROM.minusMonths(1); !month.isAfter(TO.plusMonths(1)); month = month.plusMonths(1)) {
                int revisions = chance(15) ? 0 : chance(25) ? 2 + random.nextInt(2) : 1;
                for (int i = 0; i < revisions; i++) {
                    deliveries.add(
                            new Delivery(reporter, month, around(cutOff, 250, 15), chance(5) ? List.of() : cells()));
                }
            }
        }
        deliveries.sort(Comparator.comparing(Delivery::receivedAt));
    }

    private List<Cell> cells() {
        Map<String, Cell> cells = new TreeMap<>();
        int number = regime == Regime.HARDLY_ANYTHING ? random.nextInt(2) : 1 + random.nextInt(40);
        int most =
                regime == Regime.ALL_CAPPED ? 100_000 : regime == Regime.HARDLY_ANYTHING ? 2 : 1 + random.nextInt(60);
        for (int i = 0; i < number; i++) {
            Cell cell = new Cell(
                    pick(grant.regions()), pick(grant.regions()), pick(grant.procedures()), random.nextInt(most + 1));
            cells.put(cell.homeRegion() + cell.performedIn() + cell.procedure(), cell);
        }
        return List.copyOf(cells.values());
    }

    /** One delivery with few different numbers of operations per inhabitant. */
    private void tyingDelivery() {
        List<Cell> cells = new ArrayList<>();
        int levels = 1 + random.nextInt(4);
        for (String region : grant.regions()) {
            for (String procedure : grant.procedures()) {
                long count = random.nextInt(levels) * grant.population(region) / 10;
                cells.add(new Cell(region, region, procedure, count));
            }
        }
        deliveries.add(new Delivery(DEFAULT_REPORTER, FROM, around(cutOff, 250, 0), cells));
    }

    /** Officers choose in some ties, and some choices are about ties that are no more. */
    private void choices() {
        SecondCalculator.compute(grant, year()).ties().forEach((procedure, tied) -> {
            if (chance(60)) {
                QueueOutcome outcome = SecondCalculator.compute(grant, year());
                long takenTied = outcome.pot(procedure).due().keySet().stream()
                        .filter(tied::contains)
                        .count();
                List<Choice> made = new ArrayList<>();
                for (int i = 0; i <= random.nextInt(3); i++) {
                    List<String> chosen = new ArrayList<>(tied);
                    Collections.shuffle(chosen, random);
                    chosen = chosen.subList(0, (int) takenTied);
                    Collections.sort(chosen);
                    made.add(new Choice(chance(80) ? tied : tied.subList(0, tied.size() - 1), List.copyOf(chosen)));
                }
                choices.put(procedure, made);
            }
        });
    }

    /** Mostly before the end of the day, sometimes on its last or next second, and so many per cent of the time after it. */
    private Instant around(LocalDate day, int daysBefore, int perCentAfter) {
        Instant end = day.plusDays(1).atStartOfDay(SWEDEN).toInstant();
        if (chance(perCentAfter)) {
            return chance(20) ? end : end.plusSeconds(random.nextInt(30 * 24 * 3600));
        }
        return chance(3) ? end.minusNanos(1000) : end.minusSeconds(1 + random.nextInt(daysBefore * 24 * 3600));
    }

    private boolean chance(int perCent) {
        return random.nextInt(100) < perCent;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
