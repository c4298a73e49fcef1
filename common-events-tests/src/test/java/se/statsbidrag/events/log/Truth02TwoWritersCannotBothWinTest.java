package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.statsbidrag.events.log.Examples.OFFICER;
import static se.statsbidrag.events.log.Examples.add;
import static se.statsbidrag.events.log.Examples.all;
import static se.statsbidrag.events.log.Examples.guard;
import static se.statsbidrag.events.log.Examples.stream;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.codec.EventCodec;

@DisplayName("truth 2: two writers of one stream cannot both win, in PostgreSQL")
class Truth02TwoWritersCannotBothWinTest {
    private Postgres postgres;
    private PostgresEventLog log;

    @BeforeEach
    void makeLog() {
        postgres = Postgres.fresh();
        log = postgres.log();
    }

    @Test
    void whatWasLoadedBeforeTheLockIsCheckedUnderIt() {
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> postgres.transactions().inTransaction(() -> {
                    long loaded = log.readStream(stream("a")).size();
                    commitElsewhere(add("a", 0, 1));
                    return log.append(List.of(add("a", loaded, 1)), OFFICER);
                }));

        assertThat(all(log)).hasSize(1);
    }

    @Test
    void aGuardThatWasLoadedBeforeTheLockIsCheckedUnderIt() {
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> postgres.transactions().inTransaction(() -> {
                    long loaded = log.readStream(stream("scopes")).size();
                    commitElsewhere(add("scopes", 0, 1));
                    return log.append(List.of(guard("scopes", loaded), add("a", 0, 1)), OFFICER);
                }))
                .satisfies(conflict -> assertThat(conflict.stream()).isEqualTo(stream("scopes")));
    }

    @Test
    void aWriterThatWaitedForTheLockIsToldWhatTheOtherDid() {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Opening opening = new Opening(commit)) {
            Future<Boolean> first = threads.submit(() -> postgres.transactions().inTransaction(() -> {
                log.append(List.of(add("a", 0, 1)), OFFICER);
                appended.countDown();
                Until.open(commit);
                return true;
            }));
            Until.open(appended);
            Future<Boolean> second = threads.submit(() -> {
                assertThatExceptionOfType(VersionConflict.class)
                        .isThrownBy(() -> log.append(List.of(add("a", 0, 1)), OFFICER))
                        .satisfies(conflict -> assertThat(conflict.actual()).isEqualTo(1));
                return true;
            });
            Until.holds("the second waits", postgres::somebodyWaits);
            opening.open();
            assertThat(Together.result(first)).isTrue();
            assertThat(Together.result(second)).isTrue();
        }
    }

    @Test
    void aRaceThatOnlyTheDatabaseSeesIsAConflictToo() {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Opening opening = new Opening(commit)) {
            Future<Boolean> withoutLock =
                    threads.submit(() -> postgres.transactions().inTransaction(() -> {
                        insertWithoutLock(add("a", 0, 1));
                        inserted.countDown();
                        Until.open(commit);
                        return true;
                    }));
            Until.open(inserted);
            Future<Boolean> writer = threads.submit(() -> {
                assertThatExceptionOfType(VersionConflict.class)
                        .isThrownBy(() -> log.append(List.of(guard("b", 0), add("a", 0, 1)), OFFICER))
                        .satisfies(conflict -> assertThat(conflict.stream()).isEqualTo(stream("a")));
                return true;
            });
            Until.holds("the writer waits", postgres::somebodyWaits);
            opening.open();
            assertThat(Together.result(withoutLock)).isTrue();
            assertThat(Together.result(writer)).isTrue();
        }
        assertThat(log.head().position()).isZero();
    }

    private void commitElsewhere(StreamAppend append) {
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Together.result(another.submit(() -> log.append(List.of(append), OFFICER)));
        }
    }

    private void insertWithoutLock(StreamAppend append) {
        EncodedEvent event = new EventCodec().encode(append.events().getFirst());
        RecordedEvent far =
                HashChain.link(HashChain.BEGINNING, log.name(), 99, append.stream(), 1, event, Instant.EPOCH, OFFICER);
        Jdbc.with(postgres.dataSource(), connection -> {
            LogTables.insert(connection, List.of(far));
            return true;
        });
    }
}
