package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlanStatus;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.plan.Tie;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** A programme's money in a test: amounts that the plan gives, and what was decided and claimed. */
final class LedgerYear {
    static final ProgrammeDefinition DEFINITION = ShippedDefinition.definition();
    static final ProgrammeId PROGRAMME = DEFINITION.id();

    private final List<Entry> entries = new ArrayList<>();
    private final Map<RecipientCode, Map<PotId, Long>> entitled = new TreeMap<>();
    private final Map<PotId, PotStatus> status = new HashMap<>();
    private final List<Tie> ties = new ArrayList<>();

    LedgerYear entitled(String recipient, String pot, long amount) {
        entitled.computeIfAbsent(new RecipientCode(recipient), none -> new HashMap<>())
                .put(new PotId(pot), amount);
        return this;
    }

    LedgerYear closed(String... pots) {
        for (String pot : pots) {
            status.put(new PotId(pot), PotStatus.CLOSED);
        }
        return this;
    }

    LedgerYear tie(String pot, @Nullable EventReference resolvedBy) {
        List<RecipientCode> tied = List.of(new RecipientCode("23"), new RecipientCode("24"));
        ties.add(new Tie(new PotId(pot), 5, 1, tied, tied.subList(0, 1), resolvedBy));
        return this;
    }

    LedgerYear record(LedgerEvent event) {
        int position = entries.size() + 1;
        entries.add(new Entry(
                event,
                new EventReference("allocations", position),
                Instant.parse("2025-06-10T08:00:00Z").plusSeconds(position),
                "person-" + position));
        return this;
    }

    /** Decides over pots, for all that nothing bars. */
    PayoutsDecided decides(String... pots) {
        PayoutDecision.Outcome outcome = decision(Set.of(), Map.of(), pots);
        if (!(outcome instanceof PayoutDecision.Outcome.Lines lines)) {
            throw new AssertionError("refused: " + outcome);
        }
        PayoutsDecided event = decided(lines.lines());
        record(event);
        return event;
    }

    PayoutsDecided decided(List<PayoutsDecided.Line> lines) {
        int number = ledger().decisions().all().size() + 1;
        return new PayoutsDecided(
                PROGRAMME, number, "KV-B" + number, 1, "ab", "cd", List.of(), List.of(), lines, "person-0", "skäl");
    }

    PayoutDecision.Outcome decision(Set<RecipientCode> only, Map<RecipientCode, List<Block>> blocks, String... pots) {
        Set<PotId> over = java.util.Arrays.stream(pots).map(PotId::new).collect(Collectors.toSet());
        return PayoutDecision.decide(DEFINITION, plan(), ledger(), over, only, blocks);
    }

    /** A claim of overpayment that has been decided. */
    LedgerYear overpaymentDecided(String recipient, String pot, long claimed, long waived) {
        int claim = ledger().claims().next();
        overpaymentProposed(recipient, pot, claimed + waived);
        return record(new ClaimDecided(PROGRAMME, claim, "KV-K" + claim, claimed, waived, "person-0", "skäl"));
    }

    LedgerYear overpaymentProposed(String recipient, String pot, long amount) {
        return record(new ClaimProposed(
                PROGRAMME,
                ledger().claims().next(),
                new RecipientCode(recipient),
                "wrongly-paid",
                true,
                amount,
                List.of(new ClaimProposed.Line(new PotId(pot), amount)),
                "skäl",
                List.of()));
    }

    LedgerYear unusedDecided(String recipient, long claimed) {
        int claim = ledger().claims().next();
        record(new ClaimProposed(
                PROGRAMME,
                claim,
                new RecipientCode(recipient),
                "unused",
                false,
                claimed,
                List.of(),
                "skäl",
                List.of()));
        return record(new ClaimDecided(PROGRAMME, claim, "KV-K" + claim, claimed, 0, "person-0", "skäl"));
    }

    LedgerYear held(String recipient, @Nullable LocalDate until) {
        return record(new PaymentHeld(
                PROGRAMME, ledger().holds().next(), new RecipientCode(recipient), "under-inquiry", until, "utreds"));
    }

    LedgerYear accountSettled() {
        return record(new AppropriationRepaid(PROGRAMME, 0, LocalDate.parse("2026-03-31"), "S2025/00401", "V-1"));
    }

    Ledger ledger() {
        return Ledger.of(entries);
    }

    Balance balance(String recipient) {
        return Balance.of(plan().recipient(new RecipientCode(recipient)).orElseThrow(), ledger());
    }

    PayoutPlan plan() {
        return new PayoutPlan(
                PROGRAMME,
                1,
                "ab",
                PlanStatus.PRELIMINARY,
                DEFINITION.pots().stream()
                        .map(pot ->
                                new PlannedPot(pot.id(), status.getOrDefault(pot.id(), PotStatus.OPEN), 0, 0, 0, 0, 0))
                        .toList(),
                DEFINITION.recipients().stream()
                        .map(each -> planned(each.code()))
                        .toList(),
                ties,
                List.of());
    }

    private PlannedRecipient planned(RecipientCode recipient) {
        Map<PotId, Long> own = entitled.getOrDefault(recipient, Map.of());
        return new PlannedRecipient(
                recipient,
                DEFINITION.pots().stream()
                        .map(pot -> new PlannedRecipient.Line(pot.id(), own.getOrDefault(pot.id(), 0L)))
                        .toList(),
                own.values().stream().mapToLong(Long::longValue).sum());
    }
}
