package se.statsbidrag.allocation.domain.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.DeadlineId;

/**
 * What may be done on the agency's own account (R-K1 to R-K3). Each act gives the event to be recorded, or all that stands
 * against it. Frame, own cost, days and the decision's number are the definition's.
 */
public final class AppropriationActs {
    /** The name of the definition's last day to requisition the money. A programme without one has no such day. */
    public static final DeadlineId REQUISITION_DAY = new DeadlineId("kammarkollegiet-requisition");

    /** The name of the definition's last day to account for the money and repay what is left. */
    public static final DeadlineId ACCOUNT_DAY = new DeadlineId("kammarkollegiet-account");

    private final ProgrammeDefinition definition;
    private final Ledger ledger;
    private final LocalDate today;

    /** @param today Swedish local date */
    public AppropriationActs(ProgrammeDefinition definition, Ledger ledger, LocalDate today) {
        this.definition = definition;
        this.ledger = ledger;
        this.today = today;
    }

    /** What an act comes to. */
    public sealed interface Outcome {
        record Accepted(LedgerEvent event) implements Outcome {}

        /** It was recorded before, just so. */
        record Unchanged() implements Outcome {}

        record Refused(List<AppropriationRefusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /** A day that the definition states. */
    public static Optional<DeadlineDefinition> day(ProgrammeDefinition definition, DeadlineId id) {
        return definition.deadline(id);
    }

    /** Once, by the day that the definition states, within the frame. */
    public Outcome requisition(long amount) {
        List<AppropriationRefusal> refusals = new ArrayList<>();
        ledger.appropriation()
                .requisitioned()
                .ifPresent(event -> refusals.add(new AppropriationRefusal.RequisitionedBefore(event.day())));
        day(definition, REQUISITION_DAY)
                .filter(deadline -> today.isAfter(deadline.dueDate()))
                .ifPresent(deadline -> refusals.add(new AppropriationRefusal.TooLate(today, deadline.dueDate())));
        above(amount, definition.frame().amount(), refusals);
        return outcome(
                refusals,
                new AppropriationRequisitioned(
                        definition.id(), amount, today, definition.decision().caseNumber()));
    }

    /** What came in: never more than was requisitioned. */
    public Outcome receive(long amount, LocalDate day, String reference) {
        AppropriationReceived event = new AppropriationReceived(definition.id(), amount, day, reference);
        List<AppropriationReceived> earlier = ledger.appropriation().received().stream()
                .filter(each -> each.reference().equals(reference))
                .toList();
        if (!earlier.isEmpty()) {
            return again(earlier.contains(event), reference);
        }
        List<AppropriationRefusal> refusals = new ArrayList<>();
        long requisitioned = ledger.appropriation()
                .requisitioned()
                .map(AppropriationRequisitioned::amount)
                .orElse(0L);
        if (requisitioned == 0) {
            refusals.add(new AppropriationRefusal.NotRequisitioned());
        }
        above(amount, requisitioned - ledger.appropriation().receivedAmount(), refusals);
        ahead(day, refusals);
        return outcome(refusals, event);
    }

    /** A cost of the agency's own, or a correction below 0: in all from 0 to what the definition allows. */
    public Outcome bookOwnCost(long amount, LocalDate day, String reference, String text) {
        OwnCostBooked event = new OwnCostBooked(definition.id(), amount, day, reference, text);
        List<OwnCostBooked> earlier = ledger.appropriation().ownCosts().stream()
                .filter(each -> each.reference().equals(reference))
                .toList();
        if (!earlier.isEmpty()) {
            return again(earlier.contains(event), reference);
        }
        List<AppropriationRefusal> refusals = new ArrayList<>();
        long before = ledger.appropriation().ownCost();
        long room = Math.min(
                definition.ownCost().amount() - before,
                ledger.appropriation().left(ledger.payments(), ledger.claims()));
        if (!ledger.appropriation().hasCover()) {
            refusals.add(new AppropriationRefusal.Settled());
        }
        if (amount == 0 || before + amount < 0) {
            refusals.add(new AppropriationRefusal.NoAmount(amount));
        }
        if (amount > Math.max(0, room)) {
            refusals.add(new AppropriationRefusal.AboveRoom(amount, Math.max(0, room)));
        }
        ahead(day, refusals);
        return outcome(refusals, event);
    }

    /**
     * Accounts for the money and repays all that is left, 0 included; later what recipients paid back after that. No payment
     * is under way.
     */
    public Outcome giveBack(long amount, LocalDate day, String reference) {
        AppropriationRepaid event = new AppropriationRepaid(
                definition.id(), amount, day, definition.decision().caseNumber(), reference);
        List<AppropriationRepaid> earlier = ledger.appropriation().returned().stream()
                .filter(each -> each.reference().equals(reference))
                .toList();
        if (!earlier.isEmpty()) {
            return again(earlier.contains(event), reference);
        }
        List<AppropriationRefusal> refusals = new ArrayList<>();
        if (ledger.appropriation().receivedAmount() == 0) {
            refusals.add(new AppropriationRefusal.NotRequisitioned());
        }
        if (ledger.payments().isAnythingUnderway()) {
            refusals.add(new AppropriationRefusal.PaymentsUnderway());
        }
        long left = ledger.appropriation().left(ledger.payments(), ledger.claims());
        if (!ledger.appropriation().hasCover() && amount <= 0) {
            refusals.add(new AppropriationRefusal.NoAmount(amount));
        } else if (amount != left) {
            refusals.add(new AppropriationRefusal.NotAllThatIsLeft(amount, left));
        }
        ahead(day, refusals);
        return outcome(refusals, event);
    }

    private void ahead(LocalDate day, List<AppropriationRefusal> refusals) {
        if (day.isAfter(today)) {
            refusals.add(new AppropriationRefusal.DayAhead(day));
        }
    }

    private static void above(long amount, long room, List<AppropriationRefusal> refusals) {
        if (amount <= 0) {
            refusals.add(new AppropriationRefusal.NoAmount(amount));
        } else if (amount > room) {
            refusals.add(new AppropriationRefusal.AboveRoom(amount, room));
        }
    }

    private static Outcome again(boolean same, String reference) {
        return same
                ? new Outcome.Unchanged()
                : new Outcome.Refused(List.of(new AppropriationRefusal.ReferenceUsed(reference)));
    }

    private static Outcome outcome(List<AppropriationRefusal> refusals, LedgerEvent event) {
        return refusals.isEmpty() ? new Outcome.Accepted(event) : new Outcome.Refused(refusals);
    }
}
