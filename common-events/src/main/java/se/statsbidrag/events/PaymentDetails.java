package se.statsbidrag.events;

/**
 * Where money goes to.
 *
 * @param kind of account
 * @param number digits alone; an IBAN where the kind is an account
 * @param bank the clearing number's or IBAN's bank as a BIC; empty for giro numbers
 */
public record PaymentDetails(Kind kind, String number, String bank) {

    /** What kind of account it is. */
    public enum Kind {
        BANKGIRO,
        PLUSGIRO,
        ACCOUNT
    }
}
