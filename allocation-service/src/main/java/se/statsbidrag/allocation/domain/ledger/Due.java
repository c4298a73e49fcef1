package se.statsbidrag.allocation.domain.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What is to be done about what remains between the plan and what was decided (domain: Decided amounts). Whole kronor.
 *
 * @param action what
 * @param amount by how much, above 0
 * @param byPot the parts of it, by pot
 * @param blocks what bars it; empty unless the action is {@code BLOCKED}
 */
public record Due(
        RecipientCode recipient, Action action, long amount, SortedMap<PotId, Long> byPot, List<Block> blocks) {

    /** What is to be done. */
    public enum Action {
        /** A decision can be proposed. */
        PAY,
        /** It is due from pots that can be decided over when they are closed. */
        NOT_YET,
        /** Something bars payment. */
        BLOCKED,
        /** Money went back to the state: a person must see to it. */
        NO_COVER,
        /** More was decided than the plan gives: a claim can be proposed, if the programme has a ground for it. */
        CLAIM
    }

    /** What is to be done in a programme, by recipient; those with nothing outstanding are left out. */
    public static List<Due> of(
            ProgrammeDefinition definition, PayoutPlan plan, Ledger ledger, Map<RecipientCode, List<Block>> blocks) {
        Set<PotId> later = definition.pots().stream()
                .filter(PayoutDecision::isDecidedWhenClosed)
                .map(PotDefinition::id)
                .filter(pot -> plan.pot(pot).orElseThrow().status() != PotStatus.CLOSED
                        || plan.ties().stream().anyMatch(tie -> tie.pot().equals(pot) && tie.open()))
                .collect(Collectors.toSet());
        return plan.recipients().stream()
                .map(planned -> Balance.of(planned, ledger))
                .filter(balance -> balance.outstanding() != 0)
                .map(balance -> of(balance, later, ledger, blocks.getOrDefault(balance.recipient(), List.of())))
                .toList();
    }

    private static Due of(Balance balance, Set<PotId> later, Ledger ledger, List<Block> blocks) {
        SortedMap<PotId, Long> byPot = balance.outstandingByPot();
        if (balance.outstanding() < 0) {
            SortedMap<PotId, Long> claimed = new TreeMap<>();
            byPot.forEach((pot, amount) -> claimed.put(pot, -amount));
            return new Due(balance.recipient(), Action.CLAIM, -balance.outstanding(), claimed, List.of());
        }
        Action action = !ledger.appropriation().hasCover()
                ? Action.NO_COVER
                : !blocks.isEmpty()
                        ? Action.BLOCKED
                        : byPot.entrySet().stream()
                                        .allMatch(each -> later.contains(each.getKey()) || each.getValue() < 0)
                                ? Action.NOT_YET
                                : Action.PAY;
        return new Due(
                balance.recipient(),
                action,
                balance.outstanding(),
                byPot,
                action == Action.BLOCKED ? blocks : List.of());
    }
}
