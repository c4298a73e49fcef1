package se.statsbidrag.events.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The contract of logs, held against one that does nothing. */
class DoNothingLog extends EventLogContract {
    @Override
    LogUnderTest emptyLog() {
        return new LogUnderTest(new IdleLog(), new IdleTransactions(), InstantSource.system(), _ -> {});
    }

    private static final class IdleLog implements EventLog {
        private static final Head EMPTY = new Head("idle", 0, HashChain.BEGINNING, Instant.EPOCH);

        @Override
        public String name() {
            return EMPTY.log();
        }

        @Override
        public Appended append(List<StreamAppend> appends, Origin origin) {
            return new Appended(EMPTY, List.of());
        }

        @Override
        public List<RecordedEvent> readStreamAfter(StreamName stream, long version) {
            return List.of();
        }

        @Override
        public List<RecordedEvent> readAfter(long position, int limit) {
            return List.of();
        }

        @Override
        public Head head() {
            return EMPTY;
        }

        @Override
        public Head seal(Instant instant) {
            return EMPTY;
        }
    }
}
