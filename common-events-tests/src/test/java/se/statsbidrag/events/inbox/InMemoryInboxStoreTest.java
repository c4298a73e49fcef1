package se.statsbidrag.events.inbox;

import se.statsbidrag.events.log.InMemoryTransactions;
import se.statsbidrag.events.log.Transactions;

class InMemoryInboxStoreTest implements InboxContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InboxStore inbox = new InMemoryInboxStore(transactions);

    @Override
    public InboxStore inbox() {
        return inbox;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }
}
