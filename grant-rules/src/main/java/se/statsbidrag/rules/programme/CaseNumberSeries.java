package se.statsbidrag.rules.programme;

/**
 * The agency's series of case numbers for one programme; a case number is the prefix and a running number.
 *
 * @param prefix what every case number of the programme begins with
 * @param source where it is stated
 */
public record CaseNumberSeries(String prefix, String source) {}
