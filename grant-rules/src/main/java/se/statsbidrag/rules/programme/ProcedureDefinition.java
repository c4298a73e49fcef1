package se.statsbidrag.rules.programme;

import se.statsbidrag.rules.value.Procedure;

/**
 * A kind of operation that the programme counts.
 *
 * @param code as deliveries name it
 * @param name Swedish, singular
 * @param plural Swedish, as in "antal …"
 * @param source where it is stated
 */
public record ProcedureDefinition(Procedure code, String name, String plural, String source) {}
