package se.statsbidrag.events.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receipts held in memory, for tests and simulations. */
public final class InMemoryReceipts implements Receipts {
    private record Receipt(
            String bodyHash, Instant recordedAt, @Nullable StoredAnswer answer) {}

    private final InMemoryTransactions transactions;
    private final InstantSource clock;
    private final Map<ReceiptKey, Receipt> receipts = new HashMap<>();

    public InMemoryReceipts(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Claim claim(ReceiptKey key, String bodyHash) {
        return transactions.inTransaction(() -> {
            Receipt receipt = receipts.get(key);
            if (receipt == null) {
                transactions.onUndo(() -> receipts.remove(key));
                receipts.put(key, new Receipt(bodyHash, clock.instant(), null));
                return new Claim.New();
            }
            if (!receipt.bodyHash().equals(bodyHash)) {
                return new Claim.OtherBody();
            }
            if (receipt.answer() == null) {
                throw new IllegalStateException("a command claimed " + key + " and never completed it");
            }
            return new Claim.Repeated(receipt.answer());
        });
    }

    @Override
    public void complete(ReceiptKey key, StoredAnswer answer) {
        transactions.inTransaction(() -> {
            Receipt claimed = receipts.get(key);
            if (claimed == null || claimed.answer() != null) {
                throw new IllegalStateException("no open claim of " + key);
            }
            transactions.onUndo(() -> receipts.put(key, claimed));
            return receipts.put(key, new Receipt(claimed.bodyHash(), claimed.recordedAt(), answer));
        });
    }

    @Override
    public int purge(Duration olderThan) {
        return transactions.inTransaction(() -> {
            Instant eldest = clock.instant().minus(olderThan);
            int before = receipts.size();
            receipts.values().removeIf(receipt -> receipt.recordedAt().isBefore(eldest));
            return before - receipts.size();
        });
    }
}
