package se.statsbidrag.rules.rule;

import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Purpose;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.RecipientCode;

/** Who may name a purpose: all, or those that the government names, and until it does those with a rural share (R-G5, I-G1). */
public final class PurposeReach {
    private PurposeReach() {}

    public static boolean reaches(
            ProgrammeDefinition definition, Shares shares, Purpose purpose, RecipientCode recipient) {
        return switch (purpose.reach()) {
            case null -> true;
            case Purpose.WithShareIn some -> some.pots().stream().anyMatch(pot -> shares.of(pot, recipient) > 0);
            case Purpose.NamedIn some ->
                definition.table(some.table()).content() instanceof ReferenceTable.Named named
                        && named.recipients().contains(recipient);
        };
    }
}
