package se.statsbidrag.requisition.domain;

/**
 * One field that is wrong.
 *
 * @param field its name in the request
 * @param value what stands there, as text; empty when nothing does
 * @param fault what is wrong
 * @param remedy what to do
 * @param swedish what is wrong and what to do, in Swedish, for the e-service; empty where only machines send the field
 */
public record FieldFault(String field, String value, String fault, String remedy, String swedish) {
    public FieldFault(String field, String value, String fault, String remedy) {
        this(field, value, fault, remedy, "");
    }
}
