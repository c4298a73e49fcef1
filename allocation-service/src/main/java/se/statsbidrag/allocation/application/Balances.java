package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Due;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.RecipientCode;

/** How recipients stand: the plan in force beside the ledger. */
@ApplicationScoped
public class Balances {
    private final Ledgers ledgers;
    private final BusinessClock clock;

    public Balances(Ledgers ledgers, BusinessClock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * How a programme's recipients stand.
     *
     * @param digest of the plan
     * @param balances of all, by code
     * @param due what is to be done, by code
     * @param blocks what bars payments as things stand, by recipient
     */
    public record Standing(
            String digest,
            Ledger ledger,
            List<Balance> balances,
            List<Due> due,
            Map<RecipientCode, List<Block>> blocks) {}

    public Standing of(Calculation calculation) {
        return of(calculation, ledgers.load(calculation.definition().id()).ledger());
    }

    /** As it was known at an instant by which nothing more can be recorded. */
    public Standing asOf(Calculation calculation, Instant instant) {
        return of(calculation, ledgers.asOf(calculation.definition().id(), instant));
    }

    private Standing of(Calculation calculation, Ledger ledger) {
        Map<RecipientCode, List<Block>> blocks = blocks(calculation, ledger);
        return new Standing(
                calculation.plan().digest(),
                ledger,
                calculation.plan().recipients().stream()
                        .map(planned -> Balance.of(planned, ledger))
                        .toList(),
                Due.of(calculation.definition(), calculation.plan(), ledger, blocks),
                blocks);
    }

    /** What bars payments as things stand, by recipient. */
    public Map<RecipientCode, List<Block>> blocks(Calculation calculation, Ledger ledger) {
        return Block.on(
                LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN),
                calculation.definition(),
                calculation.conditions(),
                ledger.holds());
    }
}
