package se.statsbidrag.allocation.domain.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** What has been decided to be paid. Only ever added to. */
public final class Decisions {
    private final List<Decided> all = new ArrayList<>();
    private final Map<RecipientCode, Map<PotId, Long>> sums = new HashMap<>();

    Decisions() {}

    /**
     * A decision.
     *
     * @param decidedBy the subject of who approved it
     */
    public record Decided(PayoutsDecided event, EventReference reference, Instant decidedAt, String decidedBy) {

        /** What it gives one recipient; empty for one that it is not about. */
        public List<PayoutsDecided.Line> linesOf(RecipientCode recipient) {
            return event.lines().stream()
                    .filter(line -> line.recipient().equals(recipient))
                    .toList();
        }

        public long amountTo(RecipientCode recipient) {
            return linesOf(recipient).stream()
                    .mapToLong(PayoutsDecided.Line::amount)
                    .sum();
        }
    }

    void add(PayoutsDecided event, Entry entry) {
        all.add(new Decided(event, entry.reference(), entry.recordedAt(), entry.actor()));
        for (PayoutsDecided.Line line : event.lines()) {
            sums.computeIfAbsent(line.recipient(), none -> new HashMap<>())
                    .merge(line.pot(), line.amount(), Math::addExact);
        }
    }

    /** In the order in which they were taken. */
    public List<Decided> all() {
        return List.copyOf(all);
    }

    public Optional<Decided> find(int decision) {
        return all.stream().filter(each -> each.event().decision() == decision).findFirst();
    }

    /** All that was decided for a recipient from a pot. */
    public long decided(RecipientCode recipient, PotId pot) {
        return sums.getOrDefault(recipient, Map.of()).getOrDefault(pot, 0L);
    }

    /** All that was decided for a recipient. */
    public long decided(RecipientCode recipient) {
        return sums.getOrDefault(recipient, Map.of()).values().stream().reduce(0L, Math::addExact);
    }
}
