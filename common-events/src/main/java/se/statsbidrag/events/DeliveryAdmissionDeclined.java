package se.statsbidrag.events;

import java.time.YearMonth;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/**
 * A delivery that came after a programme's cut-off does not move its money. It counts in statistics, and waits no longer.
 *
 * @param revision the revision of the delivery that is not let in
 */
public record DeliveryAdmissionDeclined(
        ProgrammeId programme, ReporterId reporter, YearMonth month, int revision, String reason)
        implements GrantEvent {}
