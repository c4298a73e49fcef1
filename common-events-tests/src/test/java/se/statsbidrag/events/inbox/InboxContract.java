package se.statsbidrag.events.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;

/** What every inbox promises. */
interface InboxContract {

    InboxStore inbox();

    /** Those in which the inbox takes part. */
    Transactions transactions();

    private static List<RecordedEvent> events(int count) {
        return ExampleEvents.append(ExampleEvents.source("operations"), count);
    }

    @Test
    default void watermarkBeginsBeforeTheFirstEvent() {
        assertThat(inbox().watermark("operations")).isEqualTo(Watermark.beginning("operations"));
        Watermark locked = transactions().inTransaction(() -> inbox().lockWatermark("operations"));
        assertThat(locked).isEqualTo(Watermark.beginning("operations"));
    }

    @Test
    default void watermarkMovesAndEachLogHasItsOwn() {
        Watermark to = Watermark.at(events(3).getLast());
        transactions().inTransaction(() -> move(inbox().lockWatermark("operations"), to));
        assertThat(inbox().watermark("operations")).isEqualTo(to);
        assertThat(inbox().watermark("requisitions")).isEqualTo(Watermark.beginning("requisitions"));
    }

    private Watermark move(Watermark from, Watermark to) {
        inbox().moveWatermark(from, to);
        return to;
    }

    @Test
    default void watermarkMovesOnlyFromWhereItStands() {
        List<RecordedEvent> events = events(3);
        Watermark second = Watermark.at(events.get(1));
        transactions().inTransaction(() -> move(inbox().lockWatermark("operations"), second));
        assertThatThrownBy(() -> transactions()
                        .inTransaction(() -> move(Watermark.beginning("operations"), Watermark.at(events.getLast()))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inbox().watermark("operations")).isEqualTo(second);
    }

    @Test
    default void copiesAreByteForByteAndInOrder() {
        List<RecordedEvent> events = events(7);
        inbox().store(events.subList(0, 4));
        inbox().store(events.subList(4, 7));
        assertThat(inbox().readAfter("operations", 0, 100)).isEqualTo(events);
        assertThat(inbox().readAfter("operations", 2, 3)).isEqualTo(events.subList(2, 5));
        assertThat(inbox().readAfter("operations", 7, 3)).isEmpty();
        assertThat(inbox().readAfter("requisitions", 0, 3)).isEmpty();
    }

    @Test
    default void sameEventIsNotKeptTwice() {
        List<RecordedEvent> events = events(2);
        inbox().store(events);
        assertThatThrownBy(() -> inbox().store(events)).isInstanceOf(RuntimeException.class);
        assertThat(inbox().readAfter("operations", 0, 100)).isEqualTo(events);
    }

    @Test
    default void whatIsUndoneLeavesNothing() {
        List<RecordedEvent> events = events(2);
        assertThatThrownBy(() -> transactions().inTransaction(() -> {
                    Watermark from = inbox().lockWatermark("operations");
                    inbox().store(events);
                    inbox().moveWatermark(from, Watermark.at(events.getLast()));
                    throw new IllegalArgumentException("undone");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(inbox().watermark("operations")).isEqualTo(Watermark.beginning("operations"));
        assertThat(inbox().readAfter("operations", 0, 100)).isEmpty();
        inbox().store(events);
        assertThat(inbox().readAfter("operations", 0, 100)).hasSize(2);
    }
}
