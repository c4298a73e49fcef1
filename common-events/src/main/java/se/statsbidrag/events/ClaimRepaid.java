package se.statsbidrag.events;

import java.time.LocalDate;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * A recipient paid back some or all of an invoiced claim.
 *
 * @param claim as invoiced
 * @param amount whole kronor, above 0
 * @param day when it came in, Swedish local date
 * @param reference the bank's entry, or where else it can be seen; the same reference counts once
 * @param reason why a person booked it; empty where the bank's statement shows it, and in events of the first schema
 */
public record ClaimRepaid(ProgrammeId programme, int claim, long amount, LocalDate day, String reference, String reason)
        implements LedgerEvent {

    /** Whether both say that the same money came back, whatever the reasons for booking it. */
    public boolean isSameBooking(ClaimRepaid other) {
        return programme.equals(other.programme)
                && claim == other.claim
                && amount == other.amount
                && day.equals(other.day)
                && reference.equals(other.reference);
    }
}
