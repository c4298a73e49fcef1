package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.domain.ledger.Payments;
import se.statsbidrag.allocation.domain.ledger.Payments.Booked;
import se.statsbidrag.allocation.domain.ledger.Payments.SetAside;
import se.statsbidrag.events.BankEntrySetAside;
import se.statsbidrag.events.BankEntrySettled;
import se.statsbidrag.events.BankEntrySettled.Outcome;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.value.ProgrammeId;

/** Settles what was set aside of the bank's files: a person found out what an entry is about. */
@ApplicationScoped
public class BankEntries {
    private final Ledgers ledgers;

    public BankEntries(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** An entry as it was settled, and where that is recorded. */
    public record Recorded(SetAside entry, RecordedEvent event) {}

    /**
     * Records what an entry turned out to be.
     *
     * @param position where it was set aside
     * @throws ProblemException 404 for an unknown entry, 409 for one that is settled or cannot be what is said
     */
    public Recorded settle(Command command, ProgrammeId programme, long position, Outcome outcome, String reason) {
        Loaded loaded = ledgers.load(programme);
        Payments payments = loaded.ledger().payments();
        SetAside entry = payments.setAside(position)
                .orElseThrow(() -> Problems.notFound("entry " + position + " that was set aside"));
        if (!entry.waits()) {
            throw Problems.conflict("The entry is settled", "There is nothing to do")
                    .inSwedish("Posten är redan utredd.");
        }
        if (outcome == Outcome.PAYMENT_RETURNED) {
            requireReturned(entry.event(), payments);
        }
        RecordedEvent event =
                ledgers.append(command, loaded, new BankEntrySettled(programme, position, outcome, reason));
        return new Recorded(
                ledgers.load(programme).ledger().payments().setAside(position).orElseThrow(), event);
    }

    private static void requireReturned(BankEntrySetAside entry, Payments payments) {
        boolean whole = payments.booked(entry.payment())
                .map(Booked::entry)
                .filter(paid -> !entry.outgoing() && paid.amount() == entry.amount())
                .isPresent();
        if (!whole) {
            throw Problems.conflict(
                            "The entry is not the whole of a payment that was booked and came back",
                            "Ask the bank what it is, and settle it as explained")
                    .inSwedish("Posten är inte hela beloppet av en betalning som är bokförd och har kommit tillbaka.");
        }
    }
}
