package se.statsbidrag.events.log;

import java.util.function.Supplier;

/** Only runs the work. */
final class IdleTransactions implements Transactions {
    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
