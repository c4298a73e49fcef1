package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.allocation.domain.ledger.Entry;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;

/** What an act would change, in kronor: the ledger with its event held against the ledger without. */
@ApplicationScoped
class MoneyConsequences {
    private static final EventReference NOWHERE = new EventReference("allocations", Long.MAX_VALUE);

    private final Ledgers ledgers;
    private final MoneyTexts texts;

    MoneyConsequences(Ledgers ledgers, MoneyTexts texts) {
        this.ledgers = ledgers;
        this.texts = texts;
    }

    /** A figure as it is and as it would be, whole kronor. */
    record Change(String what, long now, long then) {}

    /** What would be other than now; none where the plan does not know the recipient. */
    List<Change> of(Calculation calculation, RecipientCode recipient, LedgerEvent event) {
        List<Entry> entries = ledgers.entries(calculation.definition().id());
        Ledger now = Ledger.of(entries);
        Ledger then = Ledger.of(with(entries, event));
        return calculation.plan().recipients().stream()
                .filter(planned -> planned.recipient().equals(recipient))
                .flatMap(planned -> changes(calculation, planned, now, then).stream())
                .filter(change -> change.now() != change.then())
                .toList();
    }

    /** What would be other than now in the agency's own account. */
    List<Change> ofAccount(ProgrammeDefinition definition, LedgerEvent event) {
        List<Entry> entries = ledgers.entries(definition.id());
        Ledger now = Ledger.of(entries);
        Ledger then = Ledger.of(with(entries, event));
        return Stream.of(
                        new Change(texts.say("Rekvirerat", "Requisitioned"), requisitioned(now), requisitioned(then)),
                        new Change(
                                texts.say("Mottaget", "Received"),
                                now.appropriation().receivedAmount(),
                                then.appropriation().receivedAmount()),
                        new Change(
                                texts.say("Egna kostnader", "The agency’s own cost"),
                                now.appropriation().ownCost(),
                                then.appropriation().ownCost()),
                        new Change(
                                texts.say("Återlämnat", "Returned"),
                                now.appropriation().returnedAmount(),
                                then.appropriation().returnedAmount()),
                        new Change(
                                texts.say("Kvar på myndighetens konto", "Left in the agency’s account"),
                                now.appropriation().left(now.payments(), now.claims()),
                                then.appropriation().left(then.payments(), then.claims())))
                .filter(change -> change.now() != change.then())
                .toList();
    }

    private static long requisitioned(Ledger ledger) {
        return ledger.appropriation()
                .requisitioned()
                .map(AppropriationRequisitioned::amount)
                .orElse(0L);
    }

    private static List<Entry> with(List<Entry> entries, LedgerEvent event) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(event, NOWHERE, Instant.EPOCH, ""));
        return more;
    }

    private List<Change> changes(Calculation calculation, PlannedRecipient planned, Ledger now, Ledger then) {
        Balance before = Balance.of(planned, now);
        Balance after = Balance.of(planned, then);
        return List.of(
                new Change(
                        texts.say("Utbetalt som inget krav gäller", "Paid that no claim is about"),
                        new ClaimActs(calculation.definition(), now).paidAndNotClaimed(planned.recipient()),
                        new ClaimActs(calculation.definition(), then).paidAndNotClaimed(planned.recipient())),
                new Change(
                        texts.say("Beslutat att återkräva", "Decided to be claimed back"),
                        before.claimed(),
                        after.claimed()),
                new Change(texts.say("Efterskänkt", "Waived"), before.waived(), after.waived()),
                new Change(texts.say("Återbetalt", "Repaid"), before.repaid(), after.repaid()),
                new Change(
                        texts.say("Kvar för mottagaren att betala", "Left for the recipient to pay"),
                        before.claimed() - before.repaid(),
                        after.claimed() - after.repaid()),
                new Change(
                        texts.say("Kvar att besluta av planen", "Left of the plan to decide"),
                        before.outstanding(),
                        after.outstanding()),
                new Change(
                        texts.say("Kvar på myndighetens konto", "Left in the agency’s account"),
                        now.appropriation().left(now.payments(), now.claims()),
                        then.appropriation().left(then.payments(), then.claims())));
    }
}
