package se.statsbidrag.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import se.statsbidrag.events.log.InMemoryTransactions;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;

/** A contract that an inbox passes by doing nothing would promise nothing. */
class InboxContractFailsAgainstAStoreThatDoesNothingTest {

    @Test
    void everyTestOfTheContractFails() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(DoesNothing.class))
                .execute()
                .testEvents();
        assertThat(tests.started().count()).isEqualTo(6);
        assertThat(tests.succeeded().stream().map(Event::getTestDescriptor)).isEmpty();
    }

    /** Found by the test above alone: its name is none of a test's. */
    static class DoesNothing implements InboxContract {
        private final InMemoryTransactions transactions = new InMemoryTransactions();

        @Override
        public InboxStore inbox() {
            return new Nothing();
        }

        @Override
        public Transactions transactions() {
            return transactions;
        }
    }

    private static final class Nothing implements InboxStore {
        @Override
        public Watermark watermark(String log) {
            return new Watermark(log, 0, "");
        }

        @Override
        public Watermark lockWatermark(String log) {
            return watermark(log);
        }

        @Override
        public void moveWatermark(Watermark from, Watermark to) {}

        @Override
        public void store(List<RecordedEvent> events) {}

        @Override
        public List<RecordedEvent> readAfter(String log, long position, int limit) {
            return List.of();
        }
    }
}
