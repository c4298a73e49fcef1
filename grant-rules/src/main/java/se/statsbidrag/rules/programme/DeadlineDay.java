package se.statsbidrag.rules.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A deadline day counts to its end, 24:00 Swedish local time (domain: The domain). */
public final class DeadlineDay {
    /** The time zone of all dates in the grants. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private DeadlineDay() {}

    /** The first instant that is too late: the start of the next day in Sweden. */
    public static Instant endOf(LocalDate dueDate) {
        return dueDate.plusDays(1).atStartOfDay(SWEDEN).toInstant();
    }

    /** In time is strictly before the end of the day, whatever the minute that it is recorded. */
    public static boolean inTime(Instant receivedAt, LocalDate dueDate) {
        return receivedAt.isBefore(endOf(dueDate));
    }
}
