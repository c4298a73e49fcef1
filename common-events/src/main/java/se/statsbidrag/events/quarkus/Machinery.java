package se.statsbidrag.events.quarkus;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.InboxStore;
import se.statsbidrag.events.inbox.PostgresInboxStore;
import se.statsbidrag.events.log.DatabaseClock;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.PostgresEventLog;
import se.statsbidrag.events.log.PostgresReceipts;
import se.statsbidrag.events.log.Receipts;
import se.statsbidrag.events.log.Transactions;

/** The parts, on the service's own data source. */
class Machinery {
    private static final int TRANSACTION_SECONDS = 40;

    @Produces
    @Singleton
    EventCodec codec() {
        return new EventCodec();
    }

    @Produces
    @Singleton
    Transactions transactions() {
        return new JtaTransactions(TRANSACTION_SECONDS);
    }

    @Produces
    @Singleton
    EventLog log(Settings settings, DataSource dataSource, Transactions transactions, EventCodec codec) {
        return new PostgresEventLog(settings.ownLog(), dataSource, transactions, codec);
    }

    @Produces
    @Singleton
    @Identifier(Refusals.LOG) EventLog refusals(DataSource dataSource, Transactions transactions, EventCodec codec) {
        return new PostgresEventLog(Refusals.LOG, dataSource, transactions, codec);
    }

    @Produces
    @Singleton
    Receipts receipts(DataSource dataSource, Transactions transactions) {
        return new PostgresReceipts(dataSource, transactions);
    }

    @Produces
    @Singleton
    InboxStore inboxStore(DataSource dataSource) {
        return new PostgresInboxStore(dataSource);
    }

    @Produces
    @Singleton
    DatabaseClock databaseClock(DataSource dataSource) {
        return new DatabaseClock(dataSource);
    }
}
