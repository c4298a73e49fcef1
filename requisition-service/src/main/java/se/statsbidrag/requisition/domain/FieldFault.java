package se.statsbidrag.requisition.domain;

/**
 * One field that is wrong.
 *
 * @param field its name in the request
 * @param value what stands there, as text; empty when nothing does
 * @param fault what is wrong
 * @param remedy what to do
 */
public record FieldFault(String field, String value, String fault, String remedy) {}
