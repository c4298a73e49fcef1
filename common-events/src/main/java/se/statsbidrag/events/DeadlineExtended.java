package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A deadline has another day, whether it had passed or not. A mark that closed an earlier day is void.
 *
 * @param dueDate the new last day, counted to its end in Swedish time
 */
public record DeadlineExtended(ProgrammeId programme, DeadlineId deadline, LocalDate dueDate, String reason)
        implements GrantEvent {}
