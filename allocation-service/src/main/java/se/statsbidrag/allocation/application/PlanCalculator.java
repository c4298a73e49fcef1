package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.plan.PayoutCalculator;
import se.statsbidrag.rules.plan.PotMembers;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/** Applies the rules to a fold: the one way to a plan, whether it is stored, shown as of an instant or explained. */
@ApplicationScoped
public class PlanCalculator {
    private final ReporterId defaultReporter;
    private final Map<ProgrammeId, OfDefinition> members = new ConcurrentHashMap<>();

    private record OfDefinition(String definitionHash, PotMembers members) {}

    /** @param defaultReporter who answers for the operation counts that no reporter scope names */
    @Inject
    public PlanCalculator(@ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.defaultReporter = new ReporterId(defaultReporter);
    }

    /**
     * The programme's plan; the pots' identity has been checked (architecture: truth 10).
     *
     * @throws IllegalStateException when no definition is in force, or events of the programme make no sense
     * @throws RuntimeException when the rules cannot be applied, or money would be created or lost
     */
    public Calculation calculate(FactsFold fold, ProgrammeId programme) {
        Facts facts = fold.facts(programme, defaultReporter);
        ProgrammeInForce inForce = fold.inForce(programme).orElseThrow();
        ProgrammeDefinition definition = inForce.definition();
        return new Calculation(
                definition,
                facts,
                PayoutCalculator.compute(members(definition), facts),
                List.copyOf(fold.conditions(programme)));
    }

    /** Who is in which pot follows from the definition alone: it is found once for each. */
    private PotMembers members(ProgrammeDefinition definition) {
        OfDefinition known = members.get(definition.id());
        if (known != null && known.definitionHash().equals(definition.hash())) {
            return known.members();
        }
        PotMembers found = PotMembers.of(definition);
        members.put(definition.id(), new OfDefinition(definition.hash(), found));
        return found;
    }
}
