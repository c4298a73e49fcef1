package se.statsbidrag.events.log;

import java.util.function.Supplier;

/**
 * One database transaction around a piece of work, at READ COMMITTED. Within it the data source hands out the
 * transaction's connection.
 */
public interface Transactions {

    /**
     * Takes part in the transaction that is open, or opens one and commits it when the work is done. What the work throws
     * undoes the transaction.
     */
    <T> T inTransaction(Supplier<T> work);
}
