package se.statsbidrag.rules.rule;

import java.util.Map;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.DeadlineId;

/** The deadlines of a programme as extensions and marks have left them (domain: Late arrivals). */
public final class DeadlinesInForce {
    private final ProgrammeDefinition definition;
    private final Map<DeadlineId, DeadlineInForce> known;

    public DeadlinesInForce(ProgrammeDefinition definition, Map<DeadlineId, DeadlineInForce> known) {
        this.definition = definition;
        this.known = known;
    }

    /** The deadline of a kind of which the programme has one at most; without any event it is as the definition says. */
    public DeadlineInForce only(DeadlineKind kind) {
        return definition
                .onlyDeadline(kind)
                .map(this::inForce)
                .orElseThrow(() -> new IllegalArgumentException(
                        "programme " + definition.id() + " has no deadline of kind " + kind));
    }

    /** @throws IllegalArgumentException when the programme has no such deadline */
    public DeadlineInForce byId(DeadlineId deadline) {
        return definition
                .deadline(deadline)
                .map(this::inForce)
                .orElseThrow(() ->
                        new IllegalArgumentException("programme " + definition.id() + " has no deadline " + deadline));
    }

    private DeadlineInForce inForce(DeadlineDefinition deadline) {
        return known.getOrDefault(deadline.id(), new DeadlineInForce(deadline.id(), deadline.dueDate(), null, null));
    }
}
