package se.statsbidrag.rules.value;

import java.util.regex.Pattern;

/**
 * The number of a Swedish legal person (organisationsnummer). Its third digit is 2 or more, which no personal identity
 * number's is, and its last digit is the check digit of the nine before it (Luhn).
 *
 * @param value such as {@code 232100-0016}
 */
public record OrganisationNumber(String value) implements Comparable<OrganisationNumber> {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9][2-9][0-9]{3}-[0-9]{4}");
    private static final String EXPECTED =
            "six digits of which the third is at least 2, a hyphen, four digits of which the last checks the others";

    public OrganisationNumber {
        Form.check("organisation number", FORM, value, EXPECTED);
        if (checkSum(value) % 10 != 0) {
            throw new IllegalArgumentException(
                    "organisation number '%s' has a wrong check digit: %s".formatted(value, EXPECTED));
        }
    }

    private static int checkSum(String value) {
        int sum = 0;
        int factor = 2;
        for (char character : value.toCharArray()) {
            if (character != '-') {
                int product = (character - '0') * factor;
                sum += product / 10 + product % 10;
                factor = 3 - factor;
            }
        }
        return sum;
    }

    @Override
    public int compareTo(OrganisationNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
