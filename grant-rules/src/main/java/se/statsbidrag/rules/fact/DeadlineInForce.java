package se.statsbidrag.rules.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;

/**
 * A deadline as it stands after extensions.
 *
 * @param deadline which one
 * @param dueDate the last day in force
 * @param extendedBy the event of the latest extension, if any
 * @param passed the mark that closes it; null unless a mark names the due date in force (architecture: truth 7)
 */
public record DeadlineInForce(
        DeadlineId deadline,
        LocalDate dueDate,
        @Nullable EventReference extendedBy,
        @Nullable EventReference passed) {}
