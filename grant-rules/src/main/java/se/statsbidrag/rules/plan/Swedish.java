package se.statsbidrag.rules.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.RuralClass;

/** Numbers, dates and lists as Swedish writes them; the same on every machine, whatever its locale data. */
public final class Swedish {
    /** Groups thousands, and keeps a number and its unit on one line. */
    public static final char NO_BREAK_SPACE = '\u00a0';

    private static final List<String> MONTHS = List.of(
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december");

    private static final List<String> WORDS =
            List.of("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv");

    private Swedish() {}

    /** A small number of people or places in words, a greater one in digits. */
    public static String words(int number) {
        return number < WORDS.size() ? WORDS.get(number) : number(number);
    }

    /** Such as 123 115 408, with no-break spaces; a minus sign before a negative number. */
    public static String number(long number) {
        String digits = Long.toString(number);
        int first = number < 0 ? 1 : 0;
        StringBuilder grouped = new StringBuilder(digits);
        for (int index = digits.length() - 3; index > first; index -= 3) {
            grouped.insert(index, NO_BREAK_SPACE);
        }
        if (number < 0) {
            grouped.setCharAt(0, '−');
        }
        return grouped.toString();
    }

    /** Such as 4 761 905 kronor. */
    public static String kronor(long amount) {
        return number(amount) + NO_BREAK_SPACE + (amount == 1 ? "krona" : "kronor");
    }

    /** Such as 2 juni 2025. */
    public static String date(LocalDate date) {
        return date.getDayOfMonth() + String.valueOf(NO_BREAK_SPACE) + MONTHS.get(date.getMonthValue() - 1) + " "
                + date.getYear();
    }

    /** The Swedish local day of an instant. */
    public static String day(Instant instant) {
        return date(instant.atZone(DeadlineDay.SWEDEN).toLocalDate());
    }

    /** Such as mars 2025. */
    public static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear();
    }

    /** Such as februari–oktober 2025. */
    public static String months(YearMonth from, YearMonth to) {
        if (from.equals(to)) {
            return month(from);
        }
        return (from.getYear() == to.getYear() ? MONTHS.get(from.getMonthValue() - 1) : month(from)) + "–" + month(to);
    }

    /** What a class of rural municipalities is called. */
    public static String rural(RuralClass rural) {
        return switch (rural) {
            case NEAR_URBAN -> "tätortsnära landsbygd";
            case SPARSE -> "gles landsbygd";
            case VERY_SPARSE -> "mycket gles landsbygd";
        };
    }

    /** Such as "a, b och c". */
    public static String list(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " och " + parts.getLast();
    }
}
