package se.statsbidrag.rules.fact;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.ReporterId;

/**
 * One reporter's operation counts for one calendar month, whole; it replaces the reporter's earlier revisions of that
 * month (domain: Operation counts).
 *
 * @param reporter who delivered
 * @param month the month that it is about
 * @param revision counts up from 1 for the reporter and month
 * @param receivedAt when the server had its last byte
 * @param cells the counts; what is not there is 0
 * @param event the event that it arrived with
 */
public record Delivery(
        ReporterId reporter,
        YearMonth month,
        int revision,
        Instant receivedAt,
        List<OperationCell> cells,
        EventReference event) {
    public Delivery {
        cells = List.copyOf(cells);
    }
}
