package se.statsbidrag.events.log;

import org.junit.jupiter.api.BeforeAll;

class PostgresReceiptsTest extends ReceiptsContract {
    private static Postgres postgres;

    @BeforeAll
    static void makeDatabase() {
        postgres = Postgres.fresh();
    }

    @Override
    Subject empty() {
        postgres.execute("DELETE FROM receipt");
        return new Subject(
                new PostgresReceipts(postgres.dataSource(), postgres.transactions()),
                postgres.transactions(),
                postgres::somebodyWaits);
    }
}
