package se.statsbidrag.events.log;

import org.junit.jupiter.api.BeforeAll;

class PostgresEventLogTest extends EventLogContract {
    private static Postgres postgres;
    private static int logs;

    @BeforeAll
    static void makeDatabase() {
        postgres = Postgres.fresh();
    }

    @Override
    LogUnderTest emptyLog() {
        postgres.execute("UPDATE local_clock SET offset_micros = 0");
        return postgres.underTest("log-" + ++logs);
    }
}
