package se.statsbidrag.allocation.bank;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import se.statsbidrag.events.PaymentDetails;

/** Whether an account's number can be one: its form, and its check digits. */
public final class AccountNumbers {
    private static final Pattern BANKGIRO = Pattern.compile("[0-9]{7,8}");
    private static final Pattern PLUSGIRO = Pattern.compile("[0-9]{2,8}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private AccountNumbers() {}

    /** Digits and letters alone, as they are kept. */
    public static String bare(String number) {
        return number.replaceAll("[\\s-]", "");
    }

    /** What is wrong with a number, in English; empty when nothing is. */
    public static Optional<String> fault(PaymentDetails.Kind kind, String number) {
        return switch (kind) {
            case BANKGIRO ->
                checked(BANKGIRO, number, "A Bankgiro number has 7 or 8 digits, of which the last checks the others");
            case PLUSGIRO ->
                checked(PLUSGIRO, number, "A Plusgiro number has 2 to 8 digits, of which the last checks the others");
            case ACCOUNT ->
                IBAN.matcher(number).matches() && IBANCheckDigit.IBAN_CHECK_DIGIT.isValid(number)
                        ? Optional.empty()
                        : Optional.of("It is no IBAN, or its check digits do not agree with the rest");
        };
    }

    /** Whether a text has the form of a bank's BIC. */
    public static boolean isBic(String text) {
        return BIC.matcher(text).matches();
    }

    /** A number with its check digit, for what is made up. */
    public static String withCheckDigit(String digits) {
        try {
            return digits + LuhnCheckDigit.LUHN_CHECK_DIGIT.calculate(digits);
        } catch (CheckDigitException e) {
            throw new IllegalArgumentException(digits, e);
        }
    }

    private static Optional<String> checked(Pattern form, String number, String expected) {
        return form.matcher(number).matches() && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number)
                ? Optional.empty()
                : Optional.of(expected);
    }
}
