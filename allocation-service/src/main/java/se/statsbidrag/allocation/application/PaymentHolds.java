package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Holds.Hold;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.payment.StopConsequences;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Stops payments to a recipient, and lets them go on; tells beforehand what either comes to in kronor. */
@ApplicationScoped
public class PaymentHolds {
    private final Ledgers ledgers;
    private final Balances balances;

    public PaymentHolds(Ledgers ledgers, Balances balances) {
        this.ledgers = ledgers;
        this.balances = balances;
    }

    /** A hold as recorded. */
    public record Recorded(Hold hold, RecordedEvent event) {}

    /**
     * What a stop changes, or lifting one.
     *
     * @param others what bars payments besides it, so that it changes nothing while they do
     * @param covered whether there is money to pay with; without it nothing is paid anyway
     */
    public record Consequences(StopConsequences money, List<Block> others, boolean covered) {
        /** What placing the stop newly keeps, or lifting it lets go on. */
        public long changed() {
            return others.isEmpty() && covered ? money.stopped() : 0;
        }
    }

    /** What a stop would change; records nothing. */
    public Consequences consequences(Calculation calculation, RecipientCode recipient, @Nullable LocalDate until) {
        return consequences(
                calculation, ledgers.load(calculation.definition().id()).ledger(), recipient, until, "");
    }

    /**
     * What lifting a stop would change; records nothing.
     *
     * @throws ProblemException 404 for an unknown hold, 409 for one that holds no longer
     */
    public Consequences consequencesOfRelease(Calculation calculation, int number, Instant at) {
        Ledger ledger = ledgers.load(calculation.definition().id()).ledger();
        PaymentHeld held = requireHolding(ledger, number, at);
        return consequences(calculation, ledger, held.recipient(), held.until(), String.valueOf(number));
    }

    /** @param own the hold's number; empty for one that is not placed yet */
    private Consequences consequences(
            Calculation calculation, Ledger ledger, RecipientCode recipient, @Nullable LocalDate until, String own) {
        PlannedRecipient planned = calculation
                .plan()
                .recipient(recipient)
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' in the plan"));
        return new Consequences(
                StopConsequences.of(planned, ledger, until),
                balances.blocks(calculation, ledger).getOrDefault(recipient, List.of()).stream()
                        .filter(block ->
                                block.kind() != Block.Kind.HOLD || !block.id().equals(own))
                        .toList(),
                ledger.appropriation().hasCover());
    }

    public Recorded hold(
            Command command,
            ProgrammeId programme,
            RecipientCode recipient,
            String type,
            @Nullable LocalDate until,
            String reason) {
        Loaded loaded = ledgers.load(programme);
        PaymentHeld held = new PaymentHeld(programme, loaded.ledger().holds().next(), recipient, type, until, reason);
        return recorded(ledgers.append(command, loaded, held), programme, held.hold());
    }

    /** @throws ProblemException 404 for an unknown hold, 409 for one that holds no longer */
    public Recorded release(Command command, ProgrammeId programme, int number, String reason) {
        Loaded loaded = ledgers.load(programme);
        requireHolding(loaded.ledger(), number, command.receivedAt());
        return recorded(
                ledgers.append(command, loaded, new PaymentHoldReleased(programme, number, reason)), programme, number);
    }

    private static PaymentHeld requireHolding(Ledger ledger, int number, Instant at) {
        Hold hold = ledger.holds().find(number).orElseThrow(() -> Problems.notFound("hold " + number));
        if (!hold.holdsOn(LocalDate.ofInstant(at, DeadlineDay.SWEDEN))) {
            throw Problems.conflict("The hold holds no longer", "There is nothing to do")
                    .inSwedish("Stoppet gäller inte längre.");
        }
        return hold.event();
    }

    private Recorded recorded(RecordedEvent event, ProgrammeId programme, int number) {
        return new Recorded(
                ledgers.load(programme).ledger().holds().find(number).orElseThrow(), event);
    }
}
