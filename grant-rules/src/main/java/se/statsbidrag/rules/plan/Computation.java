package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.TieResolution;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.rule.DeadlinesInForce;
import se.statsbidrag.rules.rule.EarnedAmount;
import se.statsbidrag.rules.rule.EqualShare;
import se.statsbidrag.rules.rule.NeedShares;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.rule.PotClosing;
import se.statsbidrag.rules.rule.RemainingParts;
import se.statsbidrag.rules.rule.RequisitionInForce;
import se.statsbidrag.rules.rule.RequisitionStanding;
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
    final Map<PotId, PotOutcome> outcomes = new LinkedHashMap<>();

    Computation(ProgrammeDefinition definition, Facts facts) {
        this.definition = definition;
        this.facts = facts;
        deadlines = new DeadlinesInForce(definition, facts.deadlines());
        var requisitionDay = deadlines.only(DeadlineKind.REQUISITION).dueDate();
        definition.recipients().stream()
                .map(Recipient::code)
                .forEach(code -> standings.put(
                        code,
                        RequisitionInForce.of(facts.requisitions().getOrDefault(code, List.of()), requisitionDay)));
        counts = definition
                .onlyDeadline(DeadlineKind.DELIVERY_CUT_OFF)
                .map(cutOff -> OperationCounts.of(
                        facts,
                        definition.period(),
                        DeadlineDay.endOf(deadlines.byId(cutOff.id()).dueDate())))
                .orElseGet(OperationCounts::none);
        Map<PotId, Long> derivedAmounts = new HashMap<>();
        for (PotDefinition pot : definition.pots()) {
            PotOutcome outcome = switch (pot.funding()) {
                case PotDefinition.Appropriated source -> sourcePot(pot, source.amount());
                case PotDefinition.RemainderOf part ->
                    derivedPot(pot, outcome(part.pot()).closed(), derivedAmounts.getOrDefault(pot.id(), 0L));
            };
            outcomes.put(pot.id(), outcome);
            List<PotDefinition> derived = definition.derivedFrom(pot.id());
            if (outcome.closed() && !derived.isEmpty()) {
                List<Long> parts = RemainingParts.of(outcome.undistributed(), derived);
                for (int index = 0; index < parts.size(); index++) {
                    derivedAmounts.put(derived.get(index).id(), parts.get(index));
                }
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

    private PotOutcome sourcePot(PotDefinition pot, long amount) {
        Map<RecipientCode, Long> lines = new HashMap<>();
        switch (pot.key()) {
            case AllocationKey.EqualShares _ -> {
                List<Long> shares = EqualShare.shares(amount, standings.size());
                List<RecipientCode> all = List.copyOf(standings.keySet());
                participants().forEach(code -> lines.put(code, shares.get(all.indexOf(code))));
            }
            case AllocationKey.UnitPriceWithCap key -> {
                ReferenceTable caps = definition.table(key.caps());
                participants()
                        .forEach(code -> lines.put(code, EarnedAmount.of(code, counts, key.rates(), caps.value(code))));
            }
            case AllocationKey.TopRanked _ -> throw unsuitable(pot);
        }
        return new PotOutcome(pot, PotClosing.closed(pot, deadlines, standings.values()), amount, lines, null);
    }

    private PotOutcome derivedPot(PotDefinition pot, boolean closed, long amount) {
        return switch (pot.key()) {
            case AllocationKey.TopRanked key ->
                amount == 0 ? new PotOutcome(pot, closed, 0, Map.of(), null) : rankedPot(pot, key, amount);
            case AllocationKey.EqualShares _, AllocationKey.UnitPriceWithCap _ -> throw unsuitable(pot);
        };
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
        Map<RecipientCode, Long> lines = new HashMap<>();
        for (int index = 0; index < placed.size(); index++) {
            lines.put(participants.get(placed.get(index)), shares.get(index));
        }
        return new PotOutcome(pot, true, amount, lines, tie);
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
                ties);
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
