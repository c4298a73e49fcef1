package se.statsbidrag.allocation.domain.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Something that bars payment to a recipient, shown to both sides (domain: Conditions).
 *
 * @param kind what sort of thing
 * @param id the condition's name, or the hold's number
 * @param text Swedish, as shown to people
 */
public record Block(Kind kind, String id, String text) {

    /** What bars a payment. */
    public enum Kind {
        /** A condition that blocks payment is not met. */
        CONDITION,
        /** A person stopped payments. */
        HOLD
    }

    /**
     * What bars payments on a day, by recipient; those whom nothing bars are left out.
     *
     * @param noted what was noted last of each recipient's conditions
     */
    public static SortedMap<RecipientCode, List<Block>> on(
            LocalDate day, ProgrammeDefinition definition, Collection<ConditionRecorded> noted, Holds holds) {
        SortedMap<RecipientCode, List<Block>> blocks = new TreeMap<>();
        for (Recipient recipient : definition.recipients()) {
            List<Block> own = new ArrayList<>();
            for (Condition condition : definition.conditions()) {
                if (condition.effect() == Condition.Effect.BLOCKS_PAYMENT
                        && noted.stream().noneMatch(each -> isMet(each, recipient.code(), condition))) {
                    own.add(new Block(
                            Kind.CONDITION,
                            condition.id().value(),
                            "Villkoret är inte uppfyllt: " + condition.title() + " (" + condition.source() + ")"));
                }
            }
            for (Holds.Hold hold : holds.on(recipient.code(), day)) {
                LocalDate until = hold.event().until();
                own.add(new Block(
                        Kind.HOLD,
                        String.valueOf(hold.event().hold()),
                        "Utbetalningar är stoppade" + (until == null ? "" : " till och med " + until) + ": "
                                + hold.event().reason()));
            }
            if (!own.isEmpty()) {
                blocks.put(recipient.code(), List.copyOf(own));
            }
        }
        return blocks;
    }

    private static boolean isMet(ConditionRecorded noted, RecipientCode recipient, Condition condition) {
        return noted.met()
                && noted.recipient().equals(recipient)
                && noted.condition().equals(condition.id());
    }
}
