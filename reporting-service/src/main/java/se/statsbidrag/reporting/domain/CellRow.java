package se.statsbidrag.reporting.domain;

import org.jspecify.annotations.Nullable;

/**
 * One row as it was sent, each field as text. A field is null when the reader of the format has refused it already (left
 * out, or of the wrong JSON type), so that it is named once.
 *
 * @param row see {@link DeliveryFault#row()}
 */
public record CellRow(
        int row,
        @Nullable String homeRegion,
        @Nullable String performedIn,
        @Nullable String provider,
        @Nullable String procedure,
        @Nullable String count) {}
