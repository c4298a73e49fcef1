package se.statsbidrag.pages;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.DeadlineDay;

/**
 * Numbers and days as readers of the page's language write them: in Swedish groups of three joined by no-break spaces and a
 * decimal comma, in English commas and a decimal point. Times are Swedish local time in both.
 */
@TemplateExtension(namespace = "form")
public final class Forms {
    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final String MINUS = "\u2212";
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Written IN_SWEDISH =
            new Written(SWEDISH, NO_BREAK_SPACE, ",", NO_BREAK_SPACE + "%", "d\u00a0MMMM yyyy 'kl.'\u00a0HH.mm");
    private static final Written IN_ENGLISH = new Written(Locale.UK, ",", ".", "%", "d\u00a0MMMM yyyy 'at'\u00a0HH:mm");
    private static final int GROUP = 3;

    private record Written(
            Locale locale,
            String groups,
            String point,
            String percent,
            DateTimeFormatter day,
            DateTimeFormatter moment,
            DateTimeFormatter month,
            DateTimeFormatter shortMonth) {
        Written(Locale locale, String groups, String point, String percent, String moment) {
            this(
                    locale,
                    groups,
                    point,
                    percent,
                    DateTimeFormatter.ofPattern("d MMMM yyyy", locale),
                    DateTimeFormatter.ofPattern(moment, locale),
                    DateTimeFormatter.ofPattern("LLLL yyyy", locale),
                    DateTimeFormatter.ofPattern("LLL", locale));
        }
    }

    private Forms() {}

    private static Written in(@Nullable Object locale) {
        return Language.ENGLISH.equals(locale) ? IN_ENGLISH : IN_SWEDISH;
    }

    /** A whole number, such as 84 167 924. */
    public static String number(@TemplateAttribute("locale") @Nullable Object locale, long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % GROUP == 0) {
                grouped.append(in(locale).groups());
            }
            grouped.append(digits.charAt(i));
        }
        return (number < 0 ? MINUS : "") + grouped;
    }

    /** Whole kronor with their unit, such as 84 167 924 kr. */
    public static String kronor(@TemplateAttribute("locale") @Nullable Object locale, long amount) {
        return Language.ENGLISH.equals(locale)
                ? "SEK" + NO_BREAK_SPACE + number(locale, amount)
                : number(locale, amount) + NO_BREAK_SPACE + "kr";
    }

    /** A difference, with its sign. */
    public static String difference(@TemplateAttribute("locale") @Nullable Object locale, long difference) {
        return (difference > 0 ? "+" : "") + number(locale, difference);
    }

    /** Tenths of a percent, such as 87,3 %. */
    public static String percent(@TemplateAttribute("locale") @Nullable Object locale, long tenths) {
        return tenths(locale, tenths) + in(locale).percent();
    }

    /** Tenths, such as 87,3. */
    public static String tenths(@TemplateAttribute("locale") @Nullable Object locale, long tenths) {
        return number(locale, tenths / 10) + in(locale).point() + Math.abs(tenths % 10);
    }

    public static String day(@TemplateAttribute("locale") @Nullable Object locale, LocalDate day) {
        return in(locale).day().format(day).replace(" ", NO_BREAK_SPACE);
    }

    /** Swedish local time to the minute; in a narrow column it breaks around the year. */
    public static String moment(@TemplateAttribute("locale") @Nullable Object locale, Instant instant) {
        return in(locale).moment().format(instant.atZone(DeadlineDay.SWEDEN));
    }

    /** As {@code time datetime} wants it. */
    public static String machine(Instant instant) {
        return instant.toString();
    }

    public static String month(@TemplateAttribute("locale") @Nullable Object locale, YearMonth month) {
        return in(locale).month().format(month);
    }

    public static String shortMonth(@TemplateAttribute("locale") @Nullable Object locale, YearMonth month) {
        return in(locale).shortMonth().format(month).replace(".", "");
    }

    /** With its first letter in upper case. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(SWEDISH) + text.substring(1);
    }
}
