package se.statsbidrag.events.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A deadline with the day that is in force, extensions included.
 *
 * @param definition as the programme's definition in force has it
 * @param dueDate the last day in force, counted to its end in Swedish time
 * @param extendedBy the extension that set the day; null when it is the definition's own
 * @param passedBy the mark that closes this day; null when there is none, or only marks of other days
 * @param passedAt when that mark was recorded
 */
public record DeadlineInForce(
        ProgrammeId programme,
        DeadlineDefinition definition,
        LocalDate dueDate,
        @Nullable EventReference extendedBy,
        @Nullable EventReference passedBy,
        @Nullable Instant passedAt) {

    public DeadlineId id() {
        return definition.id();
    }

    public DeadlineKind kind() {
        return definition.kind();
    }

    /** The first instant that is too late. */
    public Instant end() {
        return DeadlineDay.endOf(dueDate);
    }

    /** Whether what was received then was in time. */
    public boolean inTime(Instant receivedAt) {
        return DeadlineDay.inTime(receivedAt, dueDate);
    }

    /** Whether the log that owns the intake holds every arrival that was in time, as a mark in it says. */
    public boolean passed() {
        return passedBy != null;
    }
}
