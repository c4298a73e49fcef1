package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.DeadlineId;

/**
 * A deadline as the definition sets it; it can be extended later, by an event.
 *
 * @param id its name
 * @param kind what it closes
 * @param dueDate the last day, Swedish local date, counting to its end
 * @param month the month that a {@link DeadlineKind#MONTHLY_REPORT} is about; null for the other kinds
 * @param title Swedish, as shown to people
 * @param source where it is stated
 * @param interpretation the id of the interpretation that it rests on, when no source states the day
 */
public record DeadlineDefinition(
        DeadlineId id,
        DeadlineKind kind,
        LocalDate dueDate,
        @Nullable YearMonth month,
        String title,
        String source,
        @Nullable String interpretation) {}
