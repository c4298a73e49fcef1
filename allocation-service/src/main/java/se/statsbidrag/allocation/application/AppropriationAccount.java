package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.domain.ledger.AppropriationActs;
import se.statsbidrag.allocation.domain.ledger.AppropriationRefusal;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Keeps the agency's own account with the authority that holds the appropriation (R-K1 to R-K3). */
@ApplicationScoped
public class AppropriationAccount {
    private final Ledgers ledgers;

    public AppropriationAccount(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** The ledger after an act, and where that was recorded. */
    public record Recorded(Ledger ledger, RecordedEvent event) {}

    /** One of the acts. */
    public interface Act {
        AppropriationActs.Outcome on(AppropriationActs acts);
    }

    /** @throws ProblemException 409 naming all that stands against it */
    public Recorded act(Command command, ProgrammeDefinition definition, Act act) {
        Loaded loaded = ledgers.load(definition.id());
        LocalDate today = LocalDate.ofInstant(command.receivedAt(), DeadlineDay.SWEDEN);
        return switch (act.on(new AppropriationActs(definition, loaded.ledger(), today))) {
            case AppropriationActs.Outcome.Accepted(var event) -> {
                RecordedEvent recorded = ledgers.append(command, loaded, event);
                yield new Recorded(ledgers.load(definition.id()).ledger(), recorded);
            }
            case AppropriationActs.Outcome.Unchanged _ -> new Recorded(loaded.ledger(), ledgers.last(definition.id()));
            case AppropriationActs.Outcome.Refused(List<AppropriationRefusal> refusals) ->
                throw Problems.conflicts(
                        refusals.stream().map(AppropriationAccount::fault).toList());
        };
    }

    private static Fault fault(AppropriationRefusal refusal) {
        return switch (refusal) {
            case AppropriationRefusal.NoAmount(long amount) ->
                Fault.of(
                                "amount",
                                String.valueOf(amount),
                                "It is no amount that can be used here",
                                "Write whole kronor")
                        .inSwedish("Ange ett belopp i hela kronor.");
            case AppropriationRefusal.RequisitionedBefore(var day) ->
                Fault.of(
                                "amount",
                                day.toString(),
                                "The money was requisitioned before; it is done once",
                                "See the account")
                        .inSwedish("Medlen rekvirerades redan " + day + " och rekvireras en gång.");
            case AppropriationRefusal.TooLate(var day, var lastDay) ->
                Fault.of(
                                "amount",
                                day.toString(),
                                "The last day to requisition the money was " + lastDay,
                                "Have a person see to it with the authority that holds it")
                        .inSwedish("Sista dag att rekvirera medlen var " + lastDay + ".");
            case AppropriationRefusal.AboveRoom(long amount, long room) ->
                Fault.of("amount", String.valueOf(amount), "There is room for " + room + " kronor", "Use at most that")
                        .inSwedish("Det finns utrymme för " + Swedish.kronor(room) + ".");
            case AppropriationRefusal.NotRequisitioned _ ->
                Fault.of("amount", "", "No money came from a requisition", "Requisition the money first")
                        .inSwedish("Inga medel är rekvirerade eller mottagna.");
            case AppropriationRefusal.NotAllThatIsLeft(long amount, long left) ->
                Fault.of("amount", String.valueOf(amount), "What is left is " + left + " kronor", "Repay just that")
                        .inSwedish("Det som återstår är " + Swedish.kronor(left) + ".");
            case AppropriationRefusal.PaymentsUnderway _ ->
                Fault.of("amount", "", "Payments are under way", "Account when the bank has paid or refused them")
                        .inSwedish("Utbetalningar pågår.");
            case AppropriationRefusal.DayAhead(var day) ->
                Fault.of("day", day.toString(), "The day has not come", "Name today or an earlier day")
                        .inSwedish("Dagen har inte kommit än.");
            case AppropriationRefusal.Settled _ ->
                Fault.of("amount", "", "The account was settled", "There is nothing more to book")
                        .inSwedish("Medlen är redan redovisade.");
            case AppropriationRefusal.ReferenceUsed(String reference) ->
                Fault.of("reference", reference, "Something else was booked under it", "Use another reference")
                        .inSwedish("Något annat är redan bokfört med den referensen.");
        };
    }
}
