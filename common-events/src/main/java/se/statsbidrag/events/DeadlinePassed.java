package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The mark that closes a deadline in the log that owns the intake: who has read past it has every arrival that was in
 * time.
 *
 * @param dueDate the day that it closes; void when a later extension exists
 */
public record DeadlinePassed(ProgrammeId programme, DeadlineId deadline, LocalDate dueDate) implements GrantEvent {}
