package se.statsbidrag.events.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds personal identity numbers (personnummer and samordningsnummer: Folkbokföringslagen 1991:481, 18 §; 2022:1697) where
 * none may stand, such as in a path: year, month, day, three digits and a check digit. Organisation numbers have the same
 * length but a third digit of 2 or more, so no month.
 */
public final class PersonalNumber {
    private static final Pattern FORM =
            Pattern.compile("(?<![0-9])(?:19|20)?([0-9]{2})([0-9]{2})([0-9]{2})(?:[-+]|%2[bB])?([0-9]{4})(?![0-9])");
    private static final int LEAP_CENTURY = 2000;
    private static final int COORDINATION_DAYS = 60;

    private PersonalNumber() {}

    /** Whether the text holds something that is, by form, date and check digit, a personal identity number. */
    public static boolean standsIn(String text) {
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            int day = Integer.parseInt(matcher.group(3));
            if (isDay(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            day > COORDINATION_DAYS ? day - COORDINATION_DAYS : day)
                    && hasCheckDigit(matcher.group(1) + matcher.group(2) + matcher.group(3) + matcher.group(4))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(LEAP_CENTURY + year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Luhn's: every second digit doubled, digits summed, divisible by ten. */
    private static boolean hasCheckDigit(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int value = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return sum % 10 == 0;
    }
}
