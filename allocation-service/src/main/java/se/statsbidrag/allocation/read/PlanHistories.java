package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.allocation.application.PlanCalculator;
import se.statsbidrag.allocation.application.PlanHistory;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.rules.value.ProgrammeId;

/**
 * The histories of the plans, kept in memory as far as they have been asked for. Only a short cut: what it gives follows
 * from the events up to the positions asked for and nothing else. An event that comes late into the order has what follows
 * it computed again.
 */
@ApplicationScoped
public class PlanHistories {
    private final Logs logs;
    private final EventCodec codec;
    private final PlanCalculator calculator;
    private final FactsMemory memory;
    private final Transactions transactions;
    private final SortedMap<String, Long> read = new TreeMap<>();
    private final List<DecodedEvent> ordered = new ArrayList<>();
    private final Map<ProgrammeId, PlanHistory> histories = new HashMap<>();

    @Inject
    PlanHistories(
            Logs logs, EventCodec codec, PlanCalculator calculator, FactsMemory memory, Transactions transactions) {
        this.logs = logs;
        this.codec = codec;
        this.calculator = calculator;
        this.memory = memory;
        this.transactions = transactions;
    }

    /**
     * A programme's history, and the positions per log that it goes up to.
     *
     * @param basis a log that is not named is left out
     */
    public record Told(PlanHistory history, SortedMap<String, Long> basis) {
        public Told {
            basis = Collections.unmodifiableSortedMap(new TreeMap<>(basis));
        }
    }

    /**
     * What each event that the stored plans rest on has changed in a programme's plan. How far those have come is read
     * here, by one caller after another, so that none asks for less than the one before him and has all computed again.
     */
    public synchronized Told ofStoredPlans(ProgrammeId programme) {
        SortedMap<String, Long> basis = transactions.inTransaction(memory::positions);
        return new Told(upTo(programme, basis), basis);
    }

    private PlanHistory upTo(ProgrammeId programme, SortedMap<String, Long> positions) {
        // Only a rebuild takes the stored plans back.
        boolean ahead =
                read.entrySet().stream().anyMatch(each -> each.getValue() > positions.getOrDefault(each.getKey(), 0L));
        if (ahead) {
            forget();
        }
        takeIn(newEvents(positions));
        read.putAll(positions);
        PlanHistory history = histories
                .getOrDefault(programme, PlanHistory.none(programme, calculator))
                .upTo(ordered);
        if (!history.changes().isEmpty()) {
            histories.put(programme, history);
        }
        return history;
    }

    private void forget() {
        read.clear();
        ordered.clear();
        histories.clear();
    }

    private void takeIn(List<DecodedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        events.sort(PlanHistory.ORDER);
        int first = -Collections.binarySearch(ordered, events.getFirst(), PlanHistory.ORDER) - 1;
        histories.replaceAll((programme, history) -> history.before(first, ordered));
        ordered.addAll(events);
        ordered.sort(PlanHistory.ORDER);
    }

    private List<DecodedEvent> newEvents(SortedMap<String, Long> positions) {
        List<DecodedEvent> events = new ArrayList<>();
        for (Map.Entry<String, Long> each : positions.entrySet()) {
            EventSource source = logs.source(each.getKey());
            long position = read.getOrDefault(each.getKey(), 0L);
            while (position < each.getValue()) {
                List<RecordedEvent> page =
                        source.readAfter(position, (int) Math.min(EventSource.PAGE, each.getValue() - position));
                if (page.isEmpty()) {
                    throw new IllegalStateException(
                            "log " + each.getKey() + " ends at " + position + ", before " + each.getValue());
                }
                page.forEach(event -> events.add(codec.decode(event)));
                position = page.getLast().position();
            }
        }
        return events;
    }
}
