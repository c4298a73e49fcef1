package se.statsbidrag.allocation.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.InMemoryEventLog;
import se.statsbidrag.events.log.InMemoryTransactions;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.rules.value.ProgrammeId;

/** What is remembered of a ledger is always what its stream says. */
class LedgersTest {
    private static final ProgrammeId PROGRAMME = new ProgrammeId("remembered");

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryEventLog log =
            new InMemoryEventLog("allocations", new EventCodec(), InstantSource.system(), transactions);
    private final Ledgers ledgers = new Ledgers(log, new EventCodec());

    private void book(long amount) {
        Loaded loaded = ledgers.load(PROGRAMME);
        OwnCostBooked cost = new OwnCostBooked(
                PROGRAMME, amount, LocalDate.of(2025, 10, 15), "V-" + loaded.version(), "Uppföljning");
        log.append(List.of(loaded.append(cost)), Origin.ofSystem("test"));
    }

    private void assertLedger(long version, long ownCost) {
        Loaded loaded = ledgers.load(PROGRAMME);
        assertThat(loaded.version()).isEqualTo(version);
        assertThat(loaded.ledger().appropriation().ownCost()).isEqualTo(ownCost);
        assertThat(ledgers.entries(PROGRAMME)).hasSize((int) version);
        assertThat(new Ledgers(log, new EventCodec()).entries(PROGRAMME)).isEqualTo(ledgers.entries(PROGRAMME));
    }

    @Test
    void whatWasRecordedSinceIsAdded() {
        assertLedger(0, 0);
        book(1);
        assertLedger(1, 1);
        Loaded before = ledgers.load(PROGRAMME);
        book(20);
        book(300);
        assertLedger(3, 321);
        assertThat(before.ledger().appropriation().ownCost()).isEqualTo(1);
    }

    @Test
    void whatATransactionReadAndThenUndidIsForgotten() {
        assertUndone(() -> {
            book(7);
            assertLedger(1, 7);
        });
        assertLedger(0, 0);

        book(1);
        assertUndone(() -> {
            book(7);
            assertLedger(2, 8);
        });
        book(20);
        assertLedger(2, 21);
    }

    private void assertUndone(Runnable work) {
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    work.run();
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
    }
}
