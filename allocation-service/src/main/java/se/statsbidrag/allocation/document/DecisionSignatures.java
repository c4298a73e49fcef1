package se.statsbidrag.allocation.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Keeps who prepared and who decided, by name, in the transaction in which a decision is read from the log: what is issued
 * keeps its names also when a person is erased later (2017:900, 31 §; architecture: truth 15). An opaque id stands for a
 * name that is not known yet, and is replaced when the document is read.
 */
@ApplicationScoped
public class DecisionSignatures implements Projection {
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
            if (each.event() instanceof PayoutsDecided decided) {
                keep(decided, each.recorded().actor());
            }
        }
    }

    /** Names cannot be rebuilt from the log, which holds none. */
    @Override
    public void reset() {}

    /** Who signed a decision. */
    public DecisionSignature of(Decided decided) {
        return transactions.inTransaction(() -> keep(decided.event(), decided.decidedBy()));
    }

    private DecisionSignature keep(PayoutsDecided decided, String decidedBy) {
        DecisionSignature signature = signature(decided.programme(), decided.decision());
        Map<String, String> names = people.names(List.of(decided.preparedBy(), decidedBy));
        signature.preparedBy = known(signature.preparedBy, decided.preparedBy(), names);
        signature.decidedBy = known(signature.decidedBy, decidedBy, names);
        signature.persist();
        return signature;
    }

    private static DecisionSignature signature(ProgrammeId programme, int decision) {
        DecisionSignature.Key key = new DecisionSignature.Key(programme.value(), decision);
        @Nullable DecisionSignature kept = DecisionSignature.findById(key);
        if (kept != null) {
            return kept;
        }
        DecisionSignature signature = new DecisionSignature();
        signature.id = key;
        return signature;
    }

    private static String known(String kept, String subject, Map<String, String> names) {
        return kept.isEmpty() || kept.equals(subject) ? names.getOrDefault(subject, subject) : kept;
    }
}
