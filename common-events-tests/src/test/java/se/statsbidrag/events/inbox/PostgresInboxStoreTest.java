package se.statsbidrag.events.inbox;

import se.statsbidrag.events.log.Transactions;

class PostgresInboxStoreTest implements InboxContract {
    private final FlowDatabase database = FlowDatabase.fresh();
    private final InboxStore inbox = new PostgresInboxStore(database.dataSource());

    @Override
    public InboxStore inbox() {
        return inbox;
    }

    @Override
    public Transactions transactions() {
        return database.transactions();
    }
}
