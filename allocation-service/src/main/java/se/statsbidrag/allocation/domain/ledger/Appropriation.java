package se.statsbidrag.allocation.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.AppropriationRequisitioned;
import se.statsbidrag.events.OwnCostBooked;

/** The agency's own account with the authority that holds the appropriation (R-K1 to R-K3). */
public final class Appropriation {
    private @Nullable AppropriationRequisitioned requisitioned;
    private @Nullable AppropriationRepaid repaid;
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
        repaid = event;
    }

    public Optional<AppropriationRequisitioned> requisitioned() {
        return Optional.ofNullable(requisitioned);
    }

    public Optional<AppropriationRepaid> repaid() {
        return Optional.ofNullable(repaid);
    }

    public List<AppropriationReceived> received() {
        return List.copyOf(received);
    }

    public List<OwnCostBooked> ownCosts() {
        return List.copyOf(ownCosts);
    }

    /** Once the account was settled, more to pay has no cover (domain: Decided amounts). */
    public boolean hasCover() {
        return repaid == null;
    }
}
