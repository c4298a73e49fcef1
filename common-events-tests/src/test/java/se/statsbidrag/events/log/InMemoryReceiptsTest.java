package se.statsbidrag.events.log;

import java.time.Instant;

class InMemoryReceiptsTest extends ReceiptsContract {
    @Override
    Subject empty() {
        InMemoryTransactions transactions = new InMemoryTransactions();
        SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
        return new Subject(new InMemoryReceipts(transactions, clock), transactions, transactions::awaited);
    }
}
