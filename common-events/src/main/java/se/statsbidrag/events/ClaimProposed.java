package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Money is proposed to be claimed back. The recipient has not been told.
 *
 * @param claim its number in the programme, from 1
 * @param ground the id of a ground in the programme's definition
 * @param overpayment whether more was decided than the plan gives now; else money was unused, misused, without result or
 *     unreported
 * @param amount whole kronor, above 0
 * @param lines an overpayment by pot, in the definition's order; empty for others
 * @param reason Swedish, as the recipient reads it
 * @param events what it rests on
 */
public record ClaimProposed(
        ProgrammeId programme,
        int claim,
        RecipientCode recipient,
        String ground,
        boolean overpayment,
        long amount,
        List<Line> lines,
        String reason,
        List<EventReference> events)
        implements LedgerEvent {
    public ClaimProposed {
        lines = List.copyOf(lines);
        events = List.copyOf(events);
    }

    /** What was paid too much from one pot, whole kronor, above 0. */
    public record Line(PotId pot, long amount) {}
}
