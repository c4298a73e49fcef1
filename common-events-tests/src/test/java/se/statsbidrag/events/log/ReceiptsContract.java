package se.statsbidrag.events.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What receipts promise, wherever they are kept. */
@DisplayName("truth 4: the same key and body get the same answer, in the append's transaction")
abstract class ReceiptsContract {
    private static final ReceiptKey KEY = new ReceiptKey("representative-23", "PUT", "/requisitions/23", "k-1");
    private static final StoredAnswer ANSWER =
            new StoredAnswer(201, "{\"state\":\"SUBMITTED\"}", Map.of("ETag", "\"1\"", "Location", "/å"));
    private static final String BODY = "aa";

    private Receipts receipts;
    private Transactions transactions;
    private BooleanSupplier somebodyWaits;

    record Subject(Receipts receipts, Transactions transactions, BooleanSupplier somebodyWaits) {}

    /** Without any receipt. */
    abstract Subject empty();

    @BeforeEach
    void make() {
        Subject subject = empty();
        receipts = subject.receipts();
        transactions = subject.transactions();
        somebodyWaits = subject.somebodyWaits();
    }

    private Claim command(ReceiptKey key, String bodyHash) {
        return transactions.inTransaction(() -> {
            Claim claim = receipts.claim(key, bodyHash);
            if (claim instanceof Claim.New) {
                receipts.complete(key, ANSWER);
            }
            return claim;
        });
    }

    @Test
    void theSameCommandIsCarriedOutOnceAndAnsweredAlike() {
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.New());
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(ANSWER));
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(ANSWER));
    }

    @Test
    void theSameKeyWithAnotherBodyIsToldSo() {
        command(KEY, BODY);

        assertThat(command(KEY, "bb")).isEqualTo(new Claim.OtherBody());
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(ANSWER));
    }

    @Test
    void anotherClientMethodPathOrKeyIsAnotherCommand() {
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.New());
        assertThat(command(new ReceiptKey("representative-24", "PUT", "/requisitions/23", "k-1"), BODY))
                .isEqualTo(new Claim.New());
        assertThat(command(new ReceiptKey("representative-23", "POST", "/requisitions/23", "k-1"), BODY))
                .isEqualTo(new Claim.New());
        assertThat(command(new ReceiptKey("representative-23", "PUT", "/requisitions/24", "k-1"), BODY))
                .isEqualTo(new Claim.New());
        assertThat(command(new ReceiptKey("representative-23", "PUT", "/requisitions/23", "k-2"), BODY))
                .isEqualTo(new Claim.New());
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(ANSWER));
    }

    @Test
    void anAnswerWithoutABodyIsKeptToo() {
        StoredAnswer none = new StoredAnswer(204, null, Map.of());
        transactions.inTransaction(() -> {
            receipts.claim(KEY, BODY);
            receipts.complete(KEY, none);
            return true;
        });

        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(none));
    }

    @Test
    void aRefusedCommandLeavesNoReceiptAndIsEvaluatedAnew() {
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    receipts.claim(KEY, BODY);
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        assertThat(command(KEY, "bb")).isEqualTo(new Claim.New());
        assertThat(command(KEY, "bb")).isEqualTo(new Claim.Repeated(ANSWER));
    }

    @Test
    void aKeyInFlightWaitsForTheFirstsCommit() {
        assertThat(secondWhileTheFirstIsInFlight(true)).isEqualTo(new Claim.Repeated(ANSWER));
    }

    @Test
    void aKeyInFlightThatIsUndoneIsNewToTheSecond() {
        assertThat(secondWhileTheFirstIsInFlight(false)).isEqualTo(new Claim.New());
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(ANSWER));
    }

    private Claim secondWhileTheFirstIsInFlight(boolean firstSucceeds) {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Opening opening = new Opening(finish)) {
            Future<Boolean> first = threads.submit(() -> succeeds(() -> {
                receipts.claim(KEY, BODY);
                claimed.countDown();
                Until.open(finish);
                receipts.complete(KEY, ANSWER);
                if (!firstSucceeds) {
                    throw new IllegalStateException("undone");
                }
            }));
            Until.open(claimed);
            Future<Claim> second = threads.submit(() -> command(KEY, BODY));
            Until.holds("the second waits", () -> somebodyWaits.getAsBoolean() || second.isDone());
            assertThat(second.isDone()).as("answered before the first was done").isFalse();
            opening.open();
            assertThat(Together.result(first)).isEqualTo(firstSucceeds);
            return Together.result(second);
        }
    }

    private boolean succeeds(Runnable work) {
        try {
            return transactions.inTransaction(() -> {
                work.run();
                return true;
            });
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    void onlyAClaimedKeyIsCompletedAndOnlyOnce() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> receipts.complete(KEY, ANSWER));
        command(KEY, BODY);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> receipts.complete(KEY, ANSWER));
    }

    @Test
    void oldReceiptsAreForgotten() {
        command(KEY, BODY);

        assertThat(receipts.purge(Receipts.KEPT)).isZero();
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.Repeated(ANSWER));
        assertThat(receipts.purge(Duration.ofSeconds(-1))).isEqualTo(1);
        assertThat(command(KEY, BODY)).isEqualTo(new Claim.New());
    }
}
