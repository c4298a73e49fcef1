package se.statsbidrag.events;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.ReporterId;

/**
 * A reporter delivered a month's operation counts. It replaces the reporter's earlier delivery for the month as a whole.
 *
 * @param month a calendar month that had ended
 * @param revision 1 for the first delivery of the month, one more for each that follows
 * @param receivedAt when the server had its last byte
 * @param cells in the order of home region, performing region, provider and procedure; a cell not named is 0
 */
public record OperationsReported(
        ReporterId reporter, YearMonth month, int revision, Instant receivedAt, List<OperationCell> cells)
        implements GrantEvent {
    public OperationsReported {
        cells = List.copyOf(cells);
    }
}
