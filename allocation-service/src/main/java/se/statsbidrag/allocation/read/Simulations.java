package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.PlanCalculator;
import se.statsbidrag.allocation.domain.Assumptions;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Computes what would be, from what is known and what is assumed; remembers nothing of it. */
@ApplicationScoped
public class Simulations {
    private static final Logger LOGGER = Logger.getLogger(Simulations.class.getName());

    private final FactsMemory memory;
    private final PlanCalculator calculator;
    private final Logs logs;
    private final BusinessClock clock;
    private final Transactions transactions;

    @Inject
    Simulations(
            FactsMemory memory, PlanCalculator calculator, Logs logs, BusinessClock clock, Transactions transactions) {
        this.memory = memory;
        this.calculator = calculator;
        this.logs = logs;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The plan as it is and as it would be.
     *
     * @param before null where there is none yet
     * @param basis the last position of each log that is known
     */
    public record Simulated(@Nullable PayoutPlan before, PayoutPlan after, List<PlanDocument.Position> basis) {}

    /** What is known, and what is needed to let more follow it. */
    private record Known(FactsFold fold, Instant latest, Map<RecipientCode, Long> versions) {}

    /**
     * The plan with the assumed events compared with the plan without them.
     *
     * @throws ProblemException 404 for an unknown programme, 422 naming the facts that make no sense, 503 when the plan as
     *     it is cannot be computed
     */
    public Simulated simulate(ProgrammeId programme, List<GrantEvent> assumed) {
        Known known = transactions.inTransaction(() -> known(programme));
        PayoutPlan before = before(known.fold(), programme);
        Assumptions assumptions = Assumptions.after(known.fold(), programme, assumed, known.latest(), known.versions());
        if (!assumptions.faults().isEmpty()) {
            throw Problems.invalid(
                    assumptions.faults().stream().map(Simulations::fault).toList());
        }
        if (assumptions.fold().inForce(programme).isEmpty()) {
            throw Problems.notFound("programme '" + programme + "' of which a definition is in force");
        }
        return new Simulated(
                before,
                after(assumptions.fold(), programme),
                PlanDocument.positions(known.fold().positions()));
    }

    private Known known(ProgrammeId programme) {
        SortedMap<String, Long> positions = memory.positions();
        Instant latest = clock.instant();
        for (Map.Entry<String, Long> each : positions.entrySet()) {
            List<RecordedEvent> last = logs.source(each.getKey()).readAfter(each.getValue() - 1, 1);
            for (RecordedEvent event : last) {
                latest = event.recordedAt().isAfter(latest) ? event.recordedAt() : latest;
            }
        }
        return new Known(memory.upTo(positions), latest.plusNanos(1_000), versions(programme, positions));
    }

    private @Nullable PayoutPlan before(FactsFold fold, ProgrammeId programme) {
        if (fold.inForce(programme).isEmpty()) {
            return null;
        }
        try {
            return calculator.calculate(fold, programme).plan();
        } catch (RuntimeException failure) {
            LOGGER.log(Level.WARNING, "the plan of " + programme + " cannot be computed", failure);
            throw Problems.unavailable("The plan as it is cannot be computed: " + failure.getMessage());
        }
    }

    private PayoutPlan after(FactsFold fold, ProgrammeId programme) {
        try {
            return calculator.calculate(fold, programme).plan();
        } catch (RuntimeException failure) {
            LOGGER.log(Level.INFO, "no plan of " + programme + " follows from what is assumed", failure);
            throw Problems.invalid(
                    "facts",
                    null,
                    "No plan can be computed with them: " + failure.getMessage(),
                    "Assume what the programme's rules allow");
        }
    }

    private static Fault fault(Assumptions.Nonsense each) {
        String data = "facts[" + each.fact() + "].data";
        return Fault.of(
                each.field().isEmpty() ? data : data + "." + each.field(), each.value(), each.fault(), each.action());
    }

    /** How many events the requisition of each recipient has: an assumed submission is known by its version there. */
    private Map<RecipientCode, Long> versions(ProgrammeId programme, SortedMap<String, Long> positions) {
        String prefix = "requisition/" + programme + "/";
        Map<RecipientCode, Long> versions = new HashMap<>();
        EventSource requisitions = logs.source("requisitions");
        long last = positions.getOrDefault("requisitions", 0L);
        long position = 0;
        while (position < last) {
            List<RecordedEvent> page =
                    requisitions.readAfter(position, (int) Math.min(EventSource.PAGE, last - position));
            if (page.isEmpty()) {
                throw new IllegalStateException("log requisitions ends at " + position + ", before " + last);
            }
            page.stream()
                    .filter(event -> event.stream().value().startsWith(prefix))
                    .forEach(event -> versions.put(
                            new RecipientCode(event.stream().value().substring(prefix.length())), event.version()));
            position = page.getLast().position();
        }
        return versions;
    }
}
