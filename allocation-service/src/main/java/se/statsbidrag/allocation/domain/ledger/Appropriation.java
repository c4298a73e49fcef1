package se.statsbidrag.allocation.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.OwnCostBooked;

/** The agency's own account with the authority that holds the appropriation (R-K1 to R-K3). Whole kronor. */
public final class Appropriation {
    private @Nullable AppropriationRequisitioned requisitioned;
    private final List<AppropriationRepaid> returned = new ArrayList<>();
    private final List<AppropriationReceived> received = new ArrayList<>();
    private final List<OwnCostBooked> ownCosts = new ArrayList<>();

    Appropriation() {}

    void add(AppropriationRequisitioned event) {
        requisitioned = event;
    }

    void add(AppropriationReceived event) {
        received.add(event);
    }

    void add(OwnCostBooked event) {
        ownCosts.add(event);
    }

    void add(AppropriationRepaid event) {
        returned.add(event);
    }

    public Optional<AppropriationRequisitioned> requisitioned() {
        return Optional.ofNullable(requisitioned);
    }

    /** What went back to that authority: first with the account, then what recipients paid back after it. */
    public List<AppropriationRepaid> returned() {
        return List.copyOf(returned);
    }

    public List<AppropriationReceived> received() {
        return List.copyOf(received);
    }

    public List<OwnCostBooked> ownCosts() {
        return List.copyOf(ownCosts);
    }

    public long receivedAmount() {
        return received.stream().mapToLong(AppropriationReceived::amount).reduce(0, Math::addExact);
    }

    public long ownCost() {
        return ownCosts.stream().mapToLong(OwnCostBooked::amount).reduce(0, Math::addExact);
    }

    public long returnedAmount() {
        return returned.stream().mapToLong(AppropriationRepaid::amount).reduce(0, Math::addExact);
    }

    /** What was received and has neither been paid nor used nor returned, what recipients paid back included. */
    public long left(Payments payments, Claims claims) {
        long out = Math.addExact(Math.addExact(payments.paid(), ownCost()), returnedAmount());
        return Math.subtractExact(Math.addExact(receivedAmount(), claims.repaid()), out);
    }

    /** Once the account was settled, more to pay has no cover (domain: Decided amounts). */
    public boolean hasCover() {
        return returned.isEmpty();
    }
}
