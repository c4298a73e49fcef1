package se.statsbidrag.allocation.read;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.statsbidrag.allocation.application.PlanCalculator;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Keeps the plan of every programme in force in step with the logs: each batch of events is folded, and each programme
 * that it touches is computed again as a whole, once, in the transaction that takes the batch in.
 */
@ApplicationScoped
public class PlanProjection implements Projection {
    private static final Logger LOGGER = Logger.getLogger(PlanProjection.class.getName());
    private static final Set<String> LOGS = Set.of("requisitions", "operations", "allocations");

    private final FactsMemory memory;
    private final PlanCalculator calculator;
    private final Plans plans;
    private final BusinessClock clock;
    private final EntityManager entities;
    private final Transactions transactions;
    private final Event<PlansChanged> changed;

    @Inject
    PlanProjection(
            FactsMemory memory,
            PlanCalculator calculator,
            Plans plans,
            BusinessClock clock,
            EntityManager entities,
            Transactions transactions,
            Event<PlansChanged> changed) {
        this.memory = memory;
        this.calculator = calculator;
        this.plans = plans;
        this.clock = clock;
        this.entities = entities;
        this.transactions = transactions;
        this.changed = changed;
    }

    @Override
    public Set<String> logs() {
        return LOGS;
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        lockOutOthers();
        FactsFold before = memory.upTo(FoldedLog.positions());
        FactsFold fold = before.with(events);
        SortedSet<ProgrammeId> touched = fold.touchedBy(events);
        for (ProgrammeId programme : fold.programmesInForce()) {
            if (touched.contains(programme)) {
                compute(programme, fold);
            } else {
                plans.stillHolds(programme, fold.positions());
            }
        }
        FoldedLog.move(log, fold.position(log));
        memory.remember(fold);
        changed.fire(new PlansChanged());
    }

    @Override
    public void reset() {
        lockOutOthers();
        plans.deleteAll();
        FoldedLog.deleteAll();
        memory.remember(FactsFold.empty());
    }

    /** Newer rules may give another plan, and what was stale may recover: at start every plan is computed again. */
    void start(@Observes StartupEvent started) {
        try {
            transactions.inTransaction(() -> {
                lockOutOthers();
                FactsFold fold = memory.upTo(FoldedLog.positions());
                fold.programmesInForce().forEach(programme -> compute(programme, fold));
                return fold;
            });
        } catch (RuntimeException failure) {
            LOGGER.log(
                    Level.SEVERE, "The plans could not be computed at start; the next events bring it about", failure);
        }
    }

    /** Two logs taken in at once, or two instances, would each compute without what the other one folds. */
    private void lockOutOthers() {
        entities.createNativeQuery("LOCK TABLE folded_log IN SHARE ROW EXCLUSIVE MODE")
                .executeUpdate();
    }

    /** Whatever goes wrong stops this programme only (architecture: truth 13). */
    private void compute(ProgrammeId programme, FactsFold fold) {
        PayoutPlan plan;
        try {
            plan = calculator.calculate(fold, programme).plan();
        } catch (RuntimeException failure) {
            LOGGER.log(Level.SEVERE, "ALARM: the plan of " + programme + " cannot be computed", failure);
            plans.fail(programme, String.valueOf(failure.getMessage()), clock.instant());
            return;
        }
        plans.succeed(plan, fold.positions(), clock.instant());
    }
}
