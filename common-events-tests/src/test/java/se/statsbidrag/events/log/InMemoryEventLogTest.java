package se.statsbidrag.events.log;

import java.time.Instant;
import se.statsbidrag.events.codec.EventCodec;

class InMemoryEventLogTest extends EventLogContract {
    @Override
    LogUnderTest emptyLog() {
        SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
        InMemoryTransactions transactions = new InMemoryTransactions();
        return new LogUnderTest(
                new InMemoryEventLog("requisitions", new EventCodec(), clock, transactions),
                transactions,
                clock,
                clock::move);
    }
}
