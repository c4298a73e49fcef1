package se.statsbidrag.events.log;

import java.time.Duration;

/**
 * What was answered under each {@code Idempotency-Key}. Claim and completion stand in the command's own transaction, so a
 * refused or failed command leaves no receipt and is evaluated anew.
 */
public interface Receipts {
    /** How long a key is kept. */
    Duration KEPT = Duration.ofDays(30);

    /**
     * Claims the key at the beginning of the command's transaction. While another transaction holds the same key, this
     * waits for its end.
     *
     * @param bodyHash SHA-256 of the request's body, in hexadecimal
     */
    Claim claim(ReceiptKey key, String bodyHash);

    /**
     * Keeps the answer at the end of the transaction that claimed the key.
     *
     * @throws IllegalStateException when the key was not claimed
     */
    void complete(ReceiptKey key, StoredAnswer answer);

    /**
     * Forgets receipts older than this by the system's clock.
     *
     * @return how many
     */
    int purge(Duration olderThan);
}
