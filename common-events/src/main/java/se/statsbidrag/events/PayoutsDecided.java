package se.statsbidrag.events;

import java.util.List;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Two persons decided what recipients are paid (domain: Decided amounts; 2017:900, 31–32 §§). It is never edited: what later
 * facts change is decided by another decision, or claimed back.
 *
 * @param decision its number in the programme, from 1
 * @param caseNumber the agency's
 * @param programmeVersion the version of the definition that the plan used
 * @param definitionHash of that definition, 64 hexadecimal digits
 * @param digest of the plan, 64 hexadecimal digits
 * @param basis the last position of each log that the plan rested on, by name of log
 * @param pots those that were decided over, in the definition's order
 * @param lines by recipient, then in the definition's order of pots
 * @param preparedBy the subject of who proposed it
 * @param reason why, Swedish, as the recipients read it
 */
public record PayoutsDecided(
        ProgrammeId programme,
        int decision,
        String caseNumber,
        int programmeVersion,
        String definitionHash,
        String digest,
        List<EventReference> basis,
        List<PotId> pots,
        List<Line> lines,
        String preparedBy,
        String reason)
        implements LedgerEvent {
    public PayoutsDecided {
        basis = List.copyOf(basis);
        pots = List.copyOf(pots);
        lines = List.copyOf(lines);
    }

    /**
     * What is decided for a recipient from one pot.
     *
     * @param entitled what the plan gives, whole kronor
     * @param amount what is decided now, whole kronor: the plan's amount less all decided before. Below 0 where the plan
     *     took from this pot what it gave in another: a recipient's lines never sum to less than 1
     */
    public record Line(RecipientCode recipient, PotId pot, long entitled, long amount) {}
}
