package se.statsbidrag.requisition.read;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.domain.WaitingItem;
import se.statsbidrag.requisition.domain.WaitingItem.WaitsFor;
import se.statsbidrag.rules.value.ProgrammeId;

/** Keeps the list of what waits for an officer, over all programmes. */
@ApplicationScoped
public class WaitingList implements Projection {
    private final Lines lines;

    @Inject
    public WaitingList(Lines lines) {
        this.lines = lines;
    }

    /**
     * A page of the list.
     *
     * @param total how many lines there are over all pages
     */
    public record Found(List<WaitingView> items, long total) {}

    @Override
    public Set<String> logs() {
        return Set.of(lines.logName());
    }

    @Override
    public void apply(String name, List<DecodedEvent> events) {
        lines.changedBy(events).forEach(WaitingList::derive);
    }

    @Override
    public void reset() {
        WaitingRow.deleteAll();
    }

    private static void derive(Lines.Derived derived) {
        List<WaitingRow> known = WaitingRow.list(
                "programme = ?1 and recipient = ?2",
                derived.line().programme().value(),
                derived.line().recipient().value());
        Map<Long, WaitingRow> gone = new HashMap<>();
        known.forEach(row -> gone.put(row.version, row));
        WaitingItem.of(derived.stored().file(), derived.terms())
                .forEach(item -> write(derived, item, gone.remove(item.version())));
        gone.values().forEach(WaitingRow::delete);
    }

    private static void write(Lines.Derived derived, WaitingItem item, @Nullable WaitingRow known) {
        RecordedEvent event = derived.stored().event(item.version()).recorded();
        WaitingRow row = known == null ? new WaitingRow() : known;
        row.programme = derived.line().programme().value();
        row.recipient = derived.line().recipient().value();
        row.version = item.version();
        row.waitsFor = item.waitsFor();
        row.since = item.since();
        row.caseNumber = derived.terms().caseNumber(derived.line().recipient());
        row.log = event.log();
        row.position = event.position();
        if (known == null) {
            row.persist();
        }
    }

    /**
     * A page of the list, the oldest first.
     *
     * @param programme only this one's; null for all
     * @param waitsFor only what waits for this; null for all
     * @param page from 1
     */
    public Found find(@Nullable ProgrammeId programme, @Nullable WaitsFor waitsFor, int page, int limit) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (programme != null) {
            query.append(" and programme = :programme");
            parameters.put("programme", programme.value());
        }
        if (waitsFor != null) {
            query.append(" and waitsFor = :waitsFor");
            parameters.put("waitsFor", waitsFor);
        }
        PanacheQuery<WaitingRow> rows =
                WaitingRow.find(query.toString(), Sort.by("since").and("position"), parameters);
        return new Found(
                rows.page(Page.of(page - 1, limit)).list().stream()
                        .map(WaitingView::of)
                        .toList(),
                rows.count());
    }
}
