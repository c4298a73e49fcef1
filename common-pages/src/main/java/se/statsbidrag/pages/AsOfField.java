package se.statsbidrag.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.DeadlineDay;

/**
 * The day, or the instant, that somebody asks a page about. A day alone means its end, the present day what is known by
 * now; times are Swedish local time, unless an offset follows them.
 *
 * @param day as it stands in the field of the day
 * @param time as it stands in the field of the time
 * @param instant null where none is asked about, or where something is wrong
 * @param fault what is wrong, in the page's language; empty when nothing is
 */
public record AsOfField(String day, String time, @Nullable Instant instant, String fault) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * @param day {@code 2025-06-30}, or an RFC 3339 instant
     * @param time {@code 14:30}; empty for the end of the day
     * @param now by the business clock
     */
    public static AsOfField of(String day, String time, Instant now, Language language) {
        if (day.isBlank() && time.isBlank()) {
            return new AsOfField("", "", null, "");
        }
        Instant instant;
        try {
            instant = instant(day.strip(), time.strip(), now);
        } catch (DateTimeException notReadable) {
            return new AsOfField(
                    "",
                    "",
                    null,
                    language.say(
                            "”" + shortened(day + " " + time) + "” är ingen dag. Välj en dag, som 2025-06-30.",
                            "‘" + shortened(day + " " + time) + "’ is no day. Choose a day, such as 2025-06-30."));
        }
        ZonedDateTime local = instant.atZone(DeadlineDay.SWEDEN);
        String shownDay = day.strip().length() > 10 ? local.toLocalDate().toString() : day.strip();
        String shownTime = day.strip().length() > 10 ? local.toLocalTime().format(MINUTES) : time.strip();
        if (instant.isAfter(now)) {
            return new AsOfField(
                    shownDay,
                    shownTime,
                    null,
                    language.say(
                            "Den tiden har inte kommit än. Välj en dag som har varit.",
                            "That time has not come yet. Choose a day that has passed."));
        }
        return new AsOfField(shownDay, shownTime, instant, "");
    }

    /** The same with what is wrong with it. */
    public AsOfField wrong(String what) {
        return new AsOfField(day, time, null, what);
    }

    private static Instant instant(String day, String time, Instant now) {
        if (day.contains("T")) {
            return OffsetDateTime.parse(day).toInstant();
        }
        LocalDate date = LocalDate.parse(day);
        if (!time.isEmpty()) {
            return date.atTime(LocalTime.parse(time)).atZone(DeadlineDay.SWEDEN).toInstant();
        }
        LocalDate today = LocalDate.ofInstant(now, DeadlineDay.SWEDEN);
        // What is recorded at the next midnight belongs to the next day.
        return date.equals(today) ? now : DeadlineDay.endOf(date).minusNanos(1_000);
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        return stripped.length() <= 40 ? stripped : stripped.substring(0, 40) + "…";
    }
}
