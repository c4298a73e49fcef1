package se.statsbidrag.events.deadline;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A programme whose definition a second person has put in force.
 *
 * @param version the number under which the definition was proposed
 * @param definitionHash SHA-256 of its canonical text
 * @param activatedBy the event that put it in force
 * @param deadlines in the order of the definition
 */
public record ProgrammeInForce(
        ProgrammeDefinition definition,
        int version,
        String definitionHash,
        EventReference activatedBy,
        List<DeadlineInForce> deadlines) {
    public ProgrammeInForce {
        deadlines = List.copyOf(deadlines);
    }

    public ProgrammeId id() {
        return definition.id();
    }

    public Optional<DeadlineInForce> deadline(DeadlineId id) {
        return deadlines.stream().filter(deadline -> deadline.id().equals(id)).findFirst();
    }

    /** The first of a kind, in the definition's order. */
    public Optional<DeadlineInForce> deadline(DeadlineKind kind) {
        return deadlines.stream().filter(deadline -> deadline.kind() == kind).findFirst();
    }
}
