package se.statsbidrag.reporting.api;

import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.DeliveryRows;

/** Counts the rows of one request and ends it when there are too many. */
final class RowLimit {
    private int rows;

    /** The number of the next row, from 1. */
    int next() {
        if (rows == DeliveryRows.MOST) {
            throw Problems.of(
                    413,
                    "too-many-rows",
                    "Too many rows in one request",
                    "The request has more than " + DeliveryRows.MOST + " rows; nothing was recorded",
                    "Send the months in several requests");
        }
        rows++;
        return rows;
    }
}
