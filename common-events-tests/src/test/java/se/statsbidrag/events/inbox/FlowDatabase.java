package se.statsbidrag.events.inbox;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.JdbcTransactions;
import se.statsbidrag.events.log.PostgresEventLog;
import se.statsbidrag.local.test.TestDatabase;
import se.statsbidrag.local.test.TestParts;

/**
 * A new database of the real PostgreSQL with the shared tables.
 *
 * @param dataSource hands out the open transaction's connection, where there is one
 */
public record FlowDatabase(DataSource dataSource, JdbcTransactions transactions) {

    public static FlowDatabase fresh() {
        TestDatabase database = TestParts.shared().freshDatabase("flow");
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setUrl(database.jdbcUrl());
        plain.setUser(database.username());
        Flyway.configure()
                .dataSource(plain)
                .locations("classpath:db/common")
                .load()
                .migrate();
        JdbcTransactions transactions = new JdbcTransactions(plain);
        return new FlowDatabase(transactions.dataSource(), transactions);
    }

    public PostgresEventLog log(String name) {
        return new PostgresEventLog(name, dataSource, transactions, new EventCodec());
    }
}
