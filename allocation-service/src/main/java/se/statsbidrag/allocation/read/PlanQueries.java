package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.PayoutDecisions;
import se.statsbidrag.allocation.application.PlanCalculator;
import se.statsbidrag.allocation.domain.OpenTie;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.AsOf;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/** Finds the plan that a request asks for: the one in force, after some position, or as of an instant. */
@ApplicationScoped
public class PlanQueries {
    private static final Logger LOGGER = Logger.getLogger(PlanQueries.class.getName());

    private final Plans plans;
    private final FactsMemory memory;
    private final PlanCalculator calculator;
    private final Positions positions;
    private final AsOf asOf;
    private final Transactions transactions;

    @Inject
    PlanQueries(
            Plans plans,
            FactsMemory memory,
            PlanCalculator calculator,
            Positions positions,
            AsOf asOf,
            Transactions transactions) {
        this.plans = plans;
        this.memory = memory;
        this.calculator = calculator;
        this.positions = positions;
        this.asOf = asOf;
        this.transactions = transactions;
    }

    /**
     * What a request asks for.
     *
     * @param programme as it stands in the address
     * @param after log positions to wait for
     * @param waitSeconds seconds to wait at most
     * @param asOf RFC 3339; null for the plan in force
     */
    public record Query(
            String programme,
            List<String> after,
            @Nullable Integer waitSeconds,
            @Nullable String asOf) {
        /** The plan in force, as far as it has come. */
        public static Query inForce(String programme) {
            return new Query(programme, List.of(), null, null);
        }
    }

    /**
     * A plan with what it was computed from.
     *
     * @param document as it is shown
     * @param calculation the definition, the facts and the plan
     */
    public record Explained(PlanDocument document, Calculation calculation) {}

    /**
     * The plan asked for.
     *
     * @throws ProblemException 404 for an unknown programme, 422 for a bad instant or position, 503 where there is none
     */
    public PlanDocument plan(Query query) {
        ProgrammeId programme = programme(query.programme());
        positions.await(query.after(), query.waitSeconds());
        return query.asOf() == null
                ? inForce(programme)
                : asOf(programme, query.asOf()).document();
    }

    /** The plan asked for, and what it was computed from. */
    public Explained explained(Query query) {
        ProgrammeId programme = programme(query.programme());
        positions.await(query.after(), query.waitSeconds());
        if (query.asOf() != null) {
            return asOf(programme, query.asOf());
        }
        PlanDocument plan = inForce(programme);
        SortedMap<String, Long> basis = new TreeMap<>();
        plan.basis().forEach(each -> basis.put(each.log(), each.position()));
        return new Explained(plan, calculate(memory.upTo(basis), programme));
    }

    /** The plan in force as it can be decided over. */
    public PayoutDecisions.PlanInForce planInForce(String programme) {
        Explained explained = explained(Query.inForce(programme));
        return new PayoutDecisions.PlanInForce(
                explained.calculation(),
                explained.document().basis().stream()
                        .map(each -> new EventReference(each.log(), each.position()))
                        .toList(),
                explained.document().staleReason());
    }

    /** What a decision rested on: the same for ever, since logs are only added to. */
    public Calculation at(ProgrammeId programme, List<EventReference> basis) {
        SortedMap<String, Long> positions = new TreeMap<>();
        basis.forEach(each -> positions.put(each.log(), each.position()));
        return calculate(memory.upTo(positions), programme);
    }

    /** @throws ProblemException 404 where no definition of the programme is in force */
    public ProgrammeId requireProgramme(String name) {
        ProgrammeId programme = programme(name);
        inForce(programme);
        return programme;
    }

    /**
     * The tie that waits for an officer's choice in a pot (I-K4).
     *
     * @throws ProblemException 404 for an unknown programme or pot, 409 when no tie is open there
     */
    public OpenTie openTie(String programme, String pot) {
        PlanDocument plan = plan(Query.inForce(programme));
        if (plan.pots().stream().noneMatch(each -> each.pot().equals(pot))) {
            throw Problems.notFound("pot '" + pot + "' in programme '" + plan.programme() + "'");
        }
        return plan.ties().stream()
                .filter(each -> each.pot().equals(pot) && each.provisional())
                .findFirst()
                .map(each -> each.open(plan.programme()))
                .orElseThrow(() -> Problems.conflict(
                                "No tie is open in pot '" + pot + "'", "See the ties that there are with GET …/ties")
                        .inSwedish("Här väntar ingen delad plats på avgörande längre."));
    }

    /** The stored plan; empty where none could be computed yet. */
    public Optional<PlanDocument> find(ProgrammeId programme) {
        return transactions.inTransaction(() -> plans.find(programme)).stream()
                .flatMap(entry -> entry instanceof Plans.Entry.Shown shown ? Stream.of(shown.plan()) : Stream.empty())
                .findFirst();
    }

    private PlanDocument inForce(ProgrammeId programme) {
        return switch (transactions
                .inTransaction(() -> plans.find(programme))
                .orElseThrow(() -> unknown(programme.value()))) {
            case Plans.Entry.Shown shown -> shown.plan();
            case Plans.Entry.Missing missing ->
                throw Problems.unavailable("No plan could be computed yet: " + missing.reason());
        };
    }

    private Explained asOf(ProgrammeId programme, String instant) {
        Instant when = instant(instant);
        FactsFold fold = memory.upTo(asOf.positionsAt(when));
        if (fold.inForce(programme).isEmpty()) {
            throw unknown(programme.value());
        }
        Calculation calculation = calculate(fold, programme);
        return new Explained(PlanDocument.asOf(when, calculation.plan(), fold.positions()), calculation);
    }

    private Calculation calculate(FactsFold fold, ProgrammeId programme) {
        try {
            return calculator.calculate(fold, programme);
        } catch (RuntimeException failure) {
            LOGGER.log(Level.WARNING, "the plan of " + programme + " cannot be computed", failure);
            throw Problems.unavailable("The plan cannot be computed: " + failure.getMessage());
        }
    }

    /** @throws ProblemException 404 when it cannot be a programme's name */
    public static ProgrammeId programme(String name) {
        try {
            return new ProgrammeId(name);
        } catch (IllegalArgumentException e) {
            throw unknown(name);
        }
    }

    private static ProblemException unknown(String programme) {
        return Problems.notFound("programme '" + programme + "' of which a definition is in force");
    }

    private static Instant instant(String text) {
        List<Fault> faults = new ArrayList<>();
        Instant instant = QueryParameters.instant("asOf", text, faults);
        if (instant == null) {
            throw Problems.invalid(faults);
        }
        return instant;
    }
}
