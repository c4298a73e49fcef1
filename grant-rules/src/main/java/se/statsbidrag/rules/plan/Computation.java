package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.money.LargestRemainder;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.rule.DeadlinesInForce;
import se.statsbidrag.rules.rule.EarnedAmount;
import se.statsbidrag.rules.rule.NeedShares;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.rule.PotClosing;
import se.statsbidrag.rules.rule.RemainingParts;
import se.statsbidrag.rules.rule.RequisitionInForce;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.rule.RequisitionedAmount;
import se.statsbidrag.rules.rule.TieChoice;
import se.statsbidrag.rules.rule.TopRanking;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** One application of the rules to a definition and facts, with what the plan and its explanation both need. */
final class Computation {
    final ProgrammeDefinition definition;
    final Facts facts;
    final DeadlinesInForce deadlines;
    final Map<RecipientCode, RequisitionStanding> standings = new TreeMap<>();
    final OperationCounts counts;
    final Shares shares;
    final Map<PotId, PotOutcome> outcomes = new LinkedHashMap<>();
    private final PotMembers members;
    private final Map<PotId, List<RecipientCode>> takers = new HashMap<>();

    Computation(PotMembers members, Facts facts) {
        this.members = members;
        this.facts = facts;
        definition = members.definition;
        shares = members.shares;
        deadlines = new DeadlinesInForce(definition, facts.deadlines());
        var requisitionDay = deadlines.only(DeadlineKind.REQUISITION).dueDate();
        definition.recipients().stream()
                .map(Recipient::code)
                .forEach(code -> standings.put(
                        code,
                        RequisitionInForce.of(facts.requisitions().getOrDefault(code, List.of()), requisitionDay)));
        definition.pots().stream()
                .filter(pot -> pot.key() instanceof AllocationKey.ShareKey)
                .forEach(pot -> takers.put(
                        pot.id(),
                        participants(pot).stream().filter(this::wantsMore).toList()));
        counts = definition
                .onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF)
                .map(cutOff -> OperationCounts.of(
                        facts,
                        definition.period(),
                        DeadlineDay.endOf(deadlines.byId(cutOff.id()).dueDate())))
                .orElseGet(OperationCounts::none);
        Map<PotId, Long> derivedAmounts = new HashMap<>();
        Map<RecipientCode, Map<PotId, Long>> requisitioned = requisitioned();
        for (PotDefinition pot : definition.pots()) {
            PotOutcome outcome = switch (pot.funding()) {
                case PotDefinition.Appropriated source -> sourcePot(pot, source.amount(), requisitioned);
                case PotDefinition.RemainderOf part ->
                    derivedPot(pot, outcome(part.pot()).closed(), derivedAmounts.getOrDefault(pot.id(), 0L));
            };
            outcomes.put(pot.id(), outcome);
            List<PotDefinition> derived = definition.derivedFrom(pot.id());
            if (outcome.closed() && !derived.isEmpty()) {
                derivedAmounts.putAll(paired(ids(derived), RemainingParts.of(outcome.undistributed(), derived)));
            }
        }
    }

    PotOutcome outcome(PotId pot) {
        return Objects.requireNonNull(outcomes.get(pot), () -> "no such pot: " + pot);
    }

    /** Those with a requisition in force, by code ascending (I-K1). */
    List<RecipientCode> participants() {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof RequisitionStanding.InForce)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The participants as candidates for the places of a ranked pot, in the same order. */
    List<TopRanking.Candidate> candidates(AllocationKey.TopRanked key) {
        ReferenceTable population = definition.table(key.population());
        ReferenceTable weights = definition.table(key.weights());
        return participants().stream()
                .map(code -> new TopRanking.Candidate(
                        counts.count(code, key.procedure()), population.value(code), weights.value(code)))
                .toList();
    }

    /** Those that have something to get from a source pot, or could earn it, by code ascending. */
    Set<RecipientCode> members(PotDefinition pot) {
        return members.of(pot);
    }

    /** The participants among a pot's members. */
    private List<RecipientCode> participants(PotDefinition pot) {
        return members(pot).stream()
                .filter(code -> standings.get(code) instanceof RequisitionStanding.InForce)
                .toList();
    }

    /** The pots that a recipient has shares in, in the definition's order. */
    List<PotDefinition> sharedPots(RecipientCode recipient) {
        return members.potsOf(recipient);
    }

    /** The shares that go with {@link #sharedPots}. */
    List<Long> sharesOf(RecipientCode recipient) {
        return members.sharesOf(recipient);
    }

    /** What a recipient with a requisition in force asks for: the amount that it states, or all where it states none. */
    long asked(RecipientCode recipient) {
        Long amount = standings.get(recipient) instanceof RequisitionStanding.InForce inForce
                ? inForce.submission().amount()
                : Long.valueOf(0);
        return amount == null || definition.amountSetBy() == AmountSetBy.PROGRAMME ? shares.total(recipient) : amount;
    }

    /** Those that share what a pot's members leave: they asked for more, and for all that they could (I-R2). */
    List<RecipientCode> takers(PotDefinition source) {
        return Objects.requireNonNull(takers.get(source.id()));
    }

    private boolean wantsMore(RecipientCode recipient) {
        return standings.get(recipient) instanceof RequisitionStanding.InForce inForce
                && inForce.submission().wantsRemainingFunds()
                && RequisitionedAmount.inFull(asked(recipient), sharesOf(recipient));
    }

    private PotOutcome sourcePot(PotDefinition pot, long amount, Map<RecipientCode, Map<PotId, Long>> requisitioned) {
        Map<RecipientCode, Long> lines = new HashMap<>();
        switch (pot.key()) {
            case AllocationKey.ShareKey _ ->
                participants(pot)
                        .forEach(code -> lines.put(
                                code, requisitioned.getOrDefault(code, Map.of()).getOrDefault(pot.id(), 0L)));
            case AllocationKey.UnitPriceWithCap key -> {
                ReferenceTable caps = definition.table(key.caps());
                participants(pot)
                        .forEach(code -> lines.put(code, EarnedAmount.of(code, counts, key.rates(), caps.value(code))));
            }
            case AllocationKey.TopRanked _, AllocationKey.WantingMore _ -> throw unsuitable(pot);
        }
        List<RequisitionStanding> standing = members(pot).stream()
                .map(code -> Objects.requireNonNull(standings.get(code)))
                .toList();
        return new PotOutcome(pot, PotClosing.closed(pot, deadlines, standing), amount, lines, null);
    }

    /** What each participant requisitioned, attributed to the pots that it has shares in (I-R6). */
    private Map<RecipientCode, Map<PotId, Long>> requisitioned() {
        Map<RecipientCode, Map<PotId, Long>> requisitioned = new HashMap<>();
        for (RecipientCode recipient : participants()) {
            List<Long> parts = RequisitionedAmount.parts(asked(recipient), sharesOf(recipient));
            requisitioned.put(recipient, paired(ids(sharedPots(recipient)), parts));
        }
        return requisitioned;
    }

    private static List<PotId> ids(List<PotDefinition> pots) {
        return pots.stream().map(PotDefinition::id).toList();
    }

    /** The amounts of each, in the same order. */
    private static <K> Map<K, Long> paired(List<K> each, List<Long> amounts) {
        Map<K, Long> paired = new HashMap<>();
        for (int index = 0; index < each.size(); index++) {
            paired.put(each.get(index), amounts.get(index));
        }
        return paired;
    }

    private PotOutcome derivedPot(PotDefinition pot, boolean closed, long amount) {
        if (amount == 0) {
            return new PotOutcome(pot, closed, 0, Map.of(), null);
        }
        return switch (pot.key()) {
            case AllocationKey.TopRanked key -> rankedPot(pot, key, amount);
            case AllocationKey.WantingMore _ -> wantedPot(pot, amount);
            case AllocationKey.ShareKey _, AllocationKey.UnitPriceWithCap _ -> throw unsuitable(pot);
        };
    }

    /** The pot whose remaining funds a derived pot hands out. */
    PotDefinition sourceOf(PotDefinition pot) {
        return switch (pot.funding()) {
            case PotDefinition.RemainderOf part -> outcome(part.pot()).pot();
            case PotDefinition.Appropriated _ ->
                throw new IllegalArgumentException("pot " + pot.id() + " is not derived");
        };
    }

    private PotOutcome wantedPot(PotDefinition pot, long amount) {
        PotDefinition source = sourceOf(pot);
        List<RecipientCode> takers = takers(source);
        List<Long> weights =
                takers.stream().map(code -> shares.of(source.id(), code)).toList();
        Map<RecipientCode, Long> lines =
                takers.isEmpty() ? Map.of() : paired(takers, LargestRemainder.shareByWhole(amount, weights));
        return new PotOutcome(pot, true, amount, lines, null);
    }

    private PotOutcome rankedPot(PotDefinition pot, AllocationKey.TopRanked key, long amount) {
        List<RecipientCode> participants = participants();
        List<TopRanking.Candidate> candidates = candidates(key);
        TopRanking ranking = TopRanking.of(candidates, key.places());
        List<Integer> chosen = ranking.provisional();
        Tie tie = null;
        if (ranking.isTie()) {
            List<RecipientCode> tied =
                    ranking.tied().stream().map(participants::get).toList();
            Optional<TieResolution> resolution = TieChoice.inForce(facts.ties(), pot.id(), tied, ranking.placesLeft());
            if (resolution.isPresent()) {
                chosen = resolution.get().chosen().stream()
                        .map(participants::indexOf)
                        .sorted()
                        .toList();
            }
            tie = new Tie(
                    pot.id(),
                    ranking.certain().size() + 1,
                    ranking.placesLeft(),
                    tied,
                    chosen.stream().map(participants::get).toList(),
                    resolution.map(TieResolution::event).orElse(null));
        }
        List<Integer> placed = ranking.placed(chosen);
        List<Long> shares = NeedShares.of(
                amount,
                placed.stream()
                        .map(position -> candidates.get(position).weight())
                        .toList());
        return new PotOutcome(
                pot, true, amount, paired(placed.stream().map(participants::get).toList(), shares), tie);
    }

    PayoutPlan plan() {
        List<PlannedPot> pots = outcomes.values().stream().map(this::planned).toList();
        List<PlannedRecipient> recipients =
                standings.keySet().stream().map(this::planned).toList();
        List<Tie> ties = new ArrayList<>();
        outcomes.values().forEach(outcome -> Optional.ofNullable(outcome.tie()).ifPresent(ties::add));
        boolean settled = outcomes.values().stream().allMatch(PotOutcome::closed)
                && ties.stream().noneMatch(Tie::open);
        PayoutPlan plan = new PayoutPlan(
                definition.id(),
                definition.version(),
                definition.hash(),
                settled ? PlanStatus.FINAL : PlanStatus.PRELIMINARY,
                pots,
                recipients,
                ties,
                definition.syntheticTables());
        PlanIdentity.check(definition, plan);
        return plan;
    }

    /** Until it closes, what is left remains; then it goes to derived pots, or back to the state where there are none. */
    private PlannedPot planned(PotOutcome outcome) {
        PotId pot = outcome.pot().id();
        long left = outcome.undistributed();
        boolean handsOut = !definition.derivedFrom(pot).isEmpty();
        return new PlannedPot(
                pot,
                outcome.closed() ? PotStatus.CLOSED : PotStatus.OPEN,
                outcome.amount(),
                outcome.distributed(),
                outcome.closed() ? 0 : left,
                outcome.closed() && handsOut ? left : 0,
                outcome.closed() && !handsOut ? left : 0);
    }

    private PlannedRecipient planned(RecipientCode recipient) {
        List<PlannedRecipient.Line> lines = outcomes.values().stream()
                .map(outcome -> new PlannedRecipient.Line(outcome.pot().id(), outcome.line(recipient)))
                .toList();
        return new PlannedRecipient(
                recipient,
                lines,
                lines.stream().mapToLong(PlannedRecipient.Line::amount).reduce(0, Math::addExact));
    }

    private static IllegalArgumentException unsuitable(PotDefinition pot) {
        return new IllegalArgumentException("pot " + pot.id() + " has a key that does not fit it: " + pot.key());
    }
}
