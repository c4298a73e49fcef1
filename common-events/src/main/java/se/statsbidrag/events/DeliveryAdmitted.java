package se.statsbidrag.events;

import java.time.YearMonth;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Two persons let a delivery that came after a programme's cut-off move that programme's money (I-K6; domain: Late
 * arrivals). Other programmes do not notice.
 *
 * @param revision the revision of the delivery that is let in
 */
public record DeliveryAdmitted(ProgrammeId programme, ReporterId reporter, YearMonth month, int revision, String reason)
        implements GrantEvent {}
