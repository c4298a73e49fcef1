package se.statsbidrag.events.log;

class PostgresEventLogTest extends EventLogContract {
    @Override
    LogUnderTest emptyLog() {
        return Postgres.fresh().underTest();
    }
}
