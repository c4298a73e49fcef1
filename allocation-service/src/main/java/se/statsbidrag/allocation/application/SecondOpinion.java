package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.secondcalculator.LogText;
import se.statsbidrag.secondcalculator.QueueOutcome;
import se.statsbidrag.secondcalculator.SecondPlan;
import se.statsbidrag.secondcalculator.YearInLogs;

/**
 * What the second calculator says of a plan. It computes from the same stored events, as text, and shares no code with the
 * rules, so that a slip in either shows before money is decided.
 */
@ApplicationScoped
public class SecondOpinion {
    private final Logs logs;
    private final String defaultReporter;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<ProgrammeId, Given> given = new ConcurrentHashMap<>();
    private YearInLogs remembered = new YearInLogs();

    /** @param defaultReporter who answers for the operation counts that no reporter scope names */
    @Inject
    public SecondOpinion(Logs logs, @ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.logs = logs;
        this.defaultReporter = defaultReporter;
    }

    /** What it says. Only {@link Agrees} confirms a plan. */
    public sealed interface Opinion {
        /** The same, in every pot and for every recipient. */
        record Agrees() implements Opinion {}

        /** @param differences all of them: first those of pots, then by recipient and pot; never none */
        record Differs(List<Difference> differences) implements Opinion {
            public Differs {
                differences = List.copyOf(differences);
            }
        }

        /** @param reason why it could not compute, such as a key that it does not know */
        record Unable(String reason) implements Opinion {}
    }

    /**
     * One figure that is not the same.
     *
     * @param recipient official code; null for a figure of the pot as a whole
     * @param pot the definition's name of the pot
     * @param figure {@code due} for a recipient; else which of the pot's sums, or {@code closed}, as 1 or 0
     * @param plan the plan's, whole kronor
     * @param second the second calculator's, whole kronor
     */
    public record Difference(@Nullable String recipient, String pot, String figure, long plan, long second) {}

    /**
     * A plan's figures.
     *
     * @param pots by pot, then name of figure
     * @param due by recipient, then pot
     */
    public record Figures(Map<String, Map<String, Long>> pots, Map<String, Map<String, Long>> due) {
        /** A pot's sums, whole kronor. */
        public static Map<String, Long> pot(
                boolean closed, long amount, long distributed, long remaining, long transferred, long returned) {
            return Map.of(
                    "closed", closed ? 1L : 0L,
                    "amount", amount,
                    "distributed", distributed,
                    "remaining", remaining,
                    "transferred", transferred,
                    "returned", returned);
        }

        static Figures of(PayoutPlan plan) {
            Map<String, Map<String, Long>> pots = new TreeMap<>();
            for (PlannedPot pot : plan.pots()) {
                pots.put(
                        pot.pot().value(),
                        pot(
                                pot.status() == PotStatus.CLOSED,
                                pot.amount(),
                                pot.distributed(),
                                pot.remaining(),
                                pot.transferred(),
                                pot.returned()));
            }
            Map<String, Map<String, Long>> due = new TreeMap<>();
            for (PlannedRecipient recipient : plan.recipients()) {
                Map<String, Long> lines = new TreeMap<>();
                recipient.lines().forEach(line -> lines.put(line.pot().value(), line.amount()));
                due.put(recipient.recipient().value(), lines);
            }
            return new Figures(pots, due);
        }

        private static Figures of(SecondPlan plan) {
            Map<String, Map<String, Long>> pots = new TreeMap<>();
            Map<String, Map<String, Long>> due = new TreeMap<>();
            plan.recipients().forEach(recipient -> due.put(recipient, new TreeMap<>()));
            plan.pots().forEach((name, pot) -> {
                pots.put(name, sums(pot));
                due.forEach((recipient, lines) -> lines.put(name, pot.due(recipient)));
            });
            return new Figures(pots, due);
        }

        private static Map<String, Long> sums(QueueOutcome.Pot pot) {
            return pot(
                    pot.closed(), pot.amount(), pot.distributed(), pot.remaining(), pot.transferred(), pot.returned());
        }

        private List<Difference> differencesFrom(Figures second) {
            List<Difference> differences = new ArrayList<>();
            pairs(
                    pots,
                    second.pots,
                    (pot, figure, one, other) -> differences.add(new Difference(null, pot, figure, one, other)));
            pairs(
                    due,
                    second.due,
                    (recipient, pot, one, other) -> differences.add(new Difference(recipient, pot, "due", one, other)));
            return differences;
        }

        private static void pairs(
                Map<String, Map<String, Long>> one, Map<String, Map<String, Long>> another, Different different) {
            TreeSet<String> names = new TreeSet<>(one.keySet());
            names.addAll(another.keySet());
            for (String name : names) {
                Map<String, Long> ours = one.getOrDefault(name, Map.of());
                Map<String, Long> theirs = another.getOrDefault(name, Map.of());
                TreeSet<String> figures = new TreeSet<>(Comparator.naturalOrder());
                figures.addAll(ours.keySet());
                figures.addAll(theirs.keySet());
                for (String figure : figures) {
                    long our = ours.getOrDefault(figure, 0L);
                    long their = theirs.getOrDefault(figure, 0L);
                    if (our != their) {
                        different.tell(name, figure, our, their);
                    }
                }
            }
        }

        private interface Different {
            void tell(String name, String figure, long plan, long second);
        }
    }

    /** The latest opinion of a programme, for who asks again. */
    private record Given(SortedMap<String, Long> basis, Figures figures, Opinion opinion) {}

    /**
     * What the second calculator says of a plan.
     *
     * @param basis how far the plan rests on each log, by name of log
     */
    public Opinion of(ProgrammeId programme, SortedMap<String, Long> basis, PayoutPlan plan) {
        return of(programme, basis, Figures.of(plan));
    }

    /** The same, of a plan's figures. */
    public Opinion of(ProgrammeId programme, SortedMap<String, Long> basis, Figures figures) {
        Given latest = given.get(programme);
        if (latest != null && latest.basis().equals(basis) && latest.figures().equals(figures)) {
            return latest.opinion();
        }
        Opinion opinion = opinion(programme, basis, figures);
        given.put(programme, new Given(new TreeMap<>(basis), figures, opinion));
        return opinion;
    }

    private Opinion opinion(ProgrammeId programme, SortedMap<String, Long> basis, Figures figures) {
        SecondPlan plan;
        try {
            plan = compute(programme, basis);
        } catch (RuntimeException failure) {
            // Whatever stops it, a plan that it has not computed is not confirmed.
            return new Opinion.Unable(Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        }
        List<Difference> differences = figures.differencesFrom(Figures.of(plan));
        return differences.isEmpty() ? new Opinion.Agrees() : new Opinion.Differs(differences);
    }

    private SecondPlan compute(ProgrammeId programme, SortedMap<String, Long> basis) {
        reading.lock();
        try {
            return upTo(basis).plan(programme.value(), defaultReporter);
        } finally {
            reading.unlock();
        }
    }

    private YearInLogs upTo(SortedMap<String, Long> basis) {
        boolean ahead = remembered.positions().entrySet().stream()
                .anyMatch(each -> each.getValue() > basis.getOrDefault(each.getKey(), 0L));
        YearInLogs year = ahead ? new YearInLogs() : remembered;
        try {
            basis.forEach((log, last) -> read(year, log, last));
        } catch (RuntimeException failure) {
            // Half an event may have been heeded: what was read is not to be trusted.
            remembered = new YearInLogs();
            throw failure;
        }
        return year;
    }

    private void read(YearInLogs year, String log, long last) {
        EventSource source = logs.source(log);
        long position = year.positions().getOrDefault(log, 0L);
        while (position < last) {
            List<RecordedEvent> page = source.readAfter(position, (int) Math.min(EventSource.PAGE, last - position));
            if (page.isEmpty()) {
                throw new IllegalStateException("log " + log + " ends at " + position + ", before " + last);
            }
            for (RecordedEvent event : page) {
                year.read(new LogText(
                        event.log(),
                        event.position(),
                        event.type(),
                        event.version(),
                        event.recordedAt(),
                        event.payload()));
            }
            position = page.getLast().position();
        }
    }
}
