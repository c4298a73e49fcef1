package se.statsbidrag.reporting.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.statsbidrag.rules.programme.DeadlineDay;

/** Numbers and days as Swedish readers write them: groups of three joined by no-break spaces, a decimal comma. */
@TemplateExtension(namespace = "sv")
public final class SwedishForms {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", SWEDISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d\u00a0MMMM yyyy 'kl.'\u00a0HH.mm", SWEDISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL yyyy", SWEDISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("LLL", SWEDISH);
    private static final int GROUP = 3;

    private SwedishForms() {}

    /** A whole number, such as 84 167 924. */
    public static String number(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % GROUP == 0) {
                grouped.append(NO_BREAK_SPACE);
            }
            grouped.append(digits.charAt(i));
        }
        return (number < 0 ? MINUS : "") + grouped;
    }

    /** A difference, with its sign. */
    public static String difference(long difference) {
        return (difference > 0 ? "+" : "") + number(difference);
    }

    /** Tenths of a percent, such as 87,3 %. */
    public static String percent(long tenths) {
        return number(tenths / 10) + "," + tenths % 10 + NO_BREAK_SPACE + "%";
    }

    public static String day(LocalDate day) {
        return DAY.format(day).replace(" ", NO_BREAK_SPACE);
    }

    /** Swedish local time to the minute; in a narrow column it breaks around the year. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(DeadlineDay.SWEDEN));
    }

    /** As {@code time datetime} wants it. */
    public static String machine(Instant instant) {
        return instant.toString();
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    public static String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month).replace(".", "");
    }

    /** With its first letter in upper case. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(SWEDISH) + text.substring(1);
    }
}
