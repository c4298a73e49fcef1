package se.statsbidrag.rules.plan;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Who gets how much from which pot, given a definition and facts.
 *
 * @param programme the programme
 * @param programmeVersion the version of its definition
 * @param definitionHash the hash of its definition
 * @param status preliminary or final
 * @param pots in the definition's order
 * @param recipients by code ascending
 * @param ties exact ties for the last place, resolved or open, in the order of pots
 * @param syntheticTables Swedish titles of the tables with made-up figures that it rests on; none when all is official
 */
public record PayoutPlan(
        ProgrammeId programme,
        int programmeVersion,
        String definitionHash,
        PlanStatus status,
        List<PlannedPot> pots,
        List<PlannedRecipient> recipients,
        List<Tie> ties,
        List<String> syntheticTables) {
    public PayoutPlan {
        pots = List.copyOf(pots);
        recipients = List.copyOf(recipients);
        ties = List.copyOf(ties);
        syntheticTables = List.copyOf(syntheticTables);
    }

    public Optional<PlannedPot> pot(PotId pot) {
        return pots.stream().filter(each -> each.pot().equals(pot)).findFirst();
    }

    public Optional<PlannedRecipient> recipient(RecipientCode recipient) {
        return recipients.stream()
                .filter(each -> each.recipient().equals(recipient))
                .findFirst();
    }

    /** {@link PlanDigest} of this plan: 64 hexadecimal digits. */
    public String digest() {
        return PlanDigest.of(this);
    }
}
