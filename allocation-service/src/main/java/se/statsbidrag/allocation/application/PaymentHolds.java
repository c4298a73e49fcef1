package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.domain.ledger.Holds.Hold;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Stops payments to a recipient, and lets them go on. */
@ApplicationScoped
public class PaymentHolds {
    private final Ledgers ledgers;

    public PaymentHolds(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** A hold as recorded. */
    public record Recorded(Hold hold, RecordedEvent event) {}

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
        Hold hold = loaded.ledger().holds().find(number).orElseThrow(() -> Problems.notFound("hold " + number));
        if (!hold.holdsOn(LocalDate.ofInstant(command.receivedAt(), DeadlineDay.SWEDEN))) {
            throw Problems.conflict("The hold holds no longer", "There is nothing to do")
                    .inSwedish("Stoppet gäller inte längre.");
        }
        return recorded(
                ledgers.append(command, loaded, new PaymentHoldReleased(programme, number, reason)), programme, number);
    }

    private Recorded recorded(RecordedEvent event, ProgrammeId programme, int number) {
        return new Recorded(
                ledgers.load(programme).ledger().holds().find(number).orElseThrow(), event);
    }
}
