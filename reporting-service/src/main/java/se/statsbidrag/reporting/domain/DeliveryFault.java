package se.statsbidrag.reporting.domain;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was sent.
 *
 * @param row in CSV the line of the file, the header being line 1; in JSON the place in the array, from 1; null when the
 *     fault is not in a row
 * @param field the field at fault, as the contract names it
 * @param value what it holds, shortened to {@value #LONGEST_VALUE} characters
 * @param fault what is wrong
 * @param action what to do
 */
public record DeliveryFault(@Nullable Integer row, String field, String value, String fault, String action) {
    static final int LONGEST_VALUE = 80;

    public DeliveryFault {
        value = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}
