package se.statsbidrag.allocation.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.People;

/**
 * Keeps who prepared and who decided, by name, in the transaction in which a decision is read from the log: what is issued
 * keeps its names also when a person is erased later (2017:900, 31 §; architecture: truth 15). An opaque id stands for a
 * name that is not known yet, and is replaced when the document is read.
 */
@ApplicationScoped
public class DecisionSignatures implements Projection {
    private static final String PAYOUT = "PAYOUT";
    private static final String CLAIM = "CLAIM";

    private final People people;
    private final Transactions transactions;

    DecisionSignatures(People people, Transactions transactions) {
        this.people = people;
        this.transactions = transactions;
    }

    @Override
    public Set<String> logs() {
        return Set.of("allocations");
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent each : events) {
            switch (each.event()) {
                case PayoutsDecided decided ->
                    keep(key(decided), decided.preparedBy(), each.recorded().actor());
                case ClaimDecided decided ->
                    keep(key(decided), decided.preparedBy(), each.recorded().actor());
                default -> {
                    // No decision.
                }
            }
        }
    }

    /** Names cannot be rebuilt from the log, which holds none. */
    @Override
    public void reset() {}

    /** Who signed a decision to pay. */
    public DecisionSignature of(Decided decided) {
        return transactions.inTransaction(
                () -> keep(key(decided.event()), decided.event().preparedBy(), decided.decidedBy()));
    }

    /** Who signed the decision of a claim. */
    public DecisionSignature of(ClaimDecided decided, String decidedBy) {
        return transactions.inTransaction(() -> keep(key(decided), decided.preparedBy(), decidedBy));
    }

    private static DecisionSignature.Key key(PayoutsDecided decided) {
        return new DecisionSignature.Key(decided.programme().value(), PAYOUT, decided.decision());
    }

    private static DecisionSignature.Key key(ClaimDecided decided) {
        return new DecisionSignature.Key(decided.programme().value(), CLAIM, decided.claim());
    }

    private DecisionSignature keep(DecisionSignature.Key key, String preparedBy, String decidedBy) {
        DecisionSignature signature = signature(key);
        if (isKnown(signature.preparedBy, preparedBy) && isKnown(signature.decidedBy, decidedBy)) {
            return signature;
        }
        Map<String, String> names = people.names(List.of(preparedBy, decidedBy));
        signature.preparedBy = known(signature.preparedBy, preparedBy, names);
        signature.decidedBy = known(signature.decidedBy, decidedBy, names);
        signature.persist();
        return signature;
    }

    private static DecisionSignature signature(DecisionSignature.Key key) {
        @Nullable DecisionSignature kept = DecisionSignature.findById(key);
        if (kept != null) {
            return kept;
        }
        DecisionSignature signature = new DecisionSignature();
        signature.id = key;
        return signature;
    }

    private static String known(String kept, String subject, Map<String, String> names) {
        return isKnown(kept, subject) ? kept : names.getOrDefault(subject, subject);
    }

    private static boolean isKnown(String kept, String subject) {
        return !kept.isEmpty() && !kept.equals(subject);
    }
}
