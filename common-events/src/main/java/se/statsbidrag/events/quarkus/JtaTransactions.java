package se.statsbidrag.events.quarkus;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;
import se.statsbidrag.events.log.Transactions;

/**
 * The framework's transactions, in which the data source and the entity manager take part.
 *
 * @param seconds after which a transaction is undone
 */
record JtaTransactions(int seconds) implements Transactions {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        if (QuarkusTransaction.isActive()) {
            return work.get();
        }
        return QuarkusTransaction.requiringNew().timeout(seconds).call(work::get);
    }
}
