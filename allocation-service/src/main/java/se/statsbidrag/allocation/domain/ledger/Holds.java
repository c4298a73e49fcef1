package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.PaymentHeld;
import se.statsbidrag.events.PaymentHoldReleased;
import se.statsbidrag.rules.value.RecipientCode;

/** Payments to recipients that persons have stopped. */
public final class Holds {
    private final SortedMap<Integer, Hold> all = new TreeMap<>();

    Holds() {}

    /**
     * A hold.
     *
     * @param heldBy the subject of who placed it
     * @param released why it was taken away before its last day; null when it was not
     */
    public record Hold(
            PaymentHeld event,
            Instant heldAt,
            String heldBy,
            @Nullable String released) {

        /** Whether it stops payments on a day. */
        public boolean holdsOn(LocalDate day) {
            LocalDate until = event.until();
            return released == null && (until == null || !day.isAfter(until));
        }
    }

    void add(PaymentHeld event, Entry entry) {
        all.put(event.hold(), new Hold(event, entry.recordedAt(), entry.actor(), null));
    }

    void release(PaymentHoldReleased event) {
        all.computeIfPresent(
                event.hold(), (number, hold) -> new Hold(hold.event(), hold.heldAt(), hold.heldBy(), event.reason()));
    }

    /** By number. */
    public List<Hold> all() {
        return new ArrayList<>(all.values());
    }

    public Optional<Hold> find(int hold) {
        return Optional.ofNullable(all.get(hold));
    }

    /** The number that the next hold gets. */
    public int next() {
        return all.isEmpty() ? 1 : all.lastKey() + 1;
    }

    /** Those that stop payments to a recipient on a day. */
    public List<Hold> on(RecipientCode recipient, LocalDate day) {
        return all.values().stream()
                .filter(hold -> hold.event().recipient().equals(recipient) && hold.holdsOn(day))
                .toList();
    }
}
