package se.statsbidrag.rules.fact;

import java.time.YearMonth;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Two persons let a late delivery move one programme's money (I-K6; domain: Late arrivals).
 *
 * @param revision the revision of the reporter's delivery for the month that is let in
 * @param event the event of the admission
 */
public record DeliveryAdmission(ReporterId reporter, YearMonth month, int revision, EventReference event) {
    /** Whether this is about that delivery. */
    public boolean admits(Delivery delivery) {
        return delivery.reporter().equals(reporter)
                && delivery.month().equals(month)
                && delivery.revision() == revision;
    }
}
