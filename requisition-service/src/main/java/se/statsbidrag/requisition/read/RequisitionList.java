package se.statsbidrag.requisition.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.rules.value.ProgrammeId;

/** Keeps the list of requisitions. Late is derived, so an extension has every line of its programme derived anew. */
@ApplicationScoped
public class RequisitionList implements Projection {
    private final EventLog log;
    private final Requisitions requisitions;
    private final Programmes programmes;
    private final ObjectMapper json;

    /**
     * A page of the list.
     *
     * @param total how many lines there are over all pages
     */
    public record Found(List<RequisitionView> requisitions, long total) {}

    @Inject
    public RequisitionList(EventLog log, Requisitions requisitions, Programmes programmes, ObjectMapper json) {
        this.log = log;
        this.requisitions = requisitions;
        this.programmes = programmes;
        this.json = json;
    }

    @Override
    public Set<String> logs() {
        return Set.of(log.name());
    }

    @Override
    public void apply(String name, List<DecodedEvent> events) {
        Set<Line> changed = new LinkedHashSet<>();
        events.forEach(event -> changed.addAll(changedBy(event)));
        long position = events.getLast().recorded().position();
        changed.forEach(line -> derive(line, position));
    }

    @Override
    public void reset() {
        RequisitionRow.deleteAll();
    }

    private static List<Line> changedBy(DecodedEvent event) {
        return switch (event.event()) {
            case DeadlineExtended it -> Line.all(it.programme());
            case ProgrammeVersionActivated it -> Line.all(it.programme());
            default -> Line.of(event.event()).stream().toList();
        };
    }

    private void derive(Line line, long position) {
        Optional<RequisitionView> view = programmes
                .current()
                .programme(line.programme())
                .flatMap(programme -> RequisitionView.of(
                        requisitions.loadAt(line.programme(), line.recipient(), position),
                        Requisitions.terms(programme),
                        line.recipient()));
        view.ifPresent(this::write);
    }

    private void write(RequisitionView view) {
        RequisitionRow.Key key = new RequisitionRow.Key(view.programme(), view.recipient());
        RequisitionRow known = RequisitionRow.findById(key);
        RequisitionRow row = known == null ? new RequisitionRow() : known;
        row.programme = view.programme();
        row.recipient = view.recipient();
        row.state = view.state();
        row.late = view.late();
        row.amount = view.amount();
        row.receivedAt = Objects.requireNonNull(view.receivedAt(), "the list holds no drafts");
        row.recordedAt = view.recordedAt();
        row.document = written(view);
        if (known == null) {
            row.persist();
        }
    }

    /**
     * A page of a programme's requisitions.
     *
     * @param state only those in this state; null for all
     * @param recipients only these; null for all
     * @param late only the late ones, or only those in time; null for all
     * @param page from 1
     */
    public Found find(
            ProgrammeId programme,
            @Nullable Set<String> recipients,
            @Nullable RequisitionState state,
            @Nullable Boolean late,
            Sort sort,
            int page,
            int limit) {
        StringBuilder query = new StringBuilder("programme = :programme");
        Map<String, Object> parameters = new HashMap<>(Map.of("programme", programme.value()));
        if (recipients != null) {
            query.append(" and recipient in :recipients");
            parameters.put("recipients", recipients.isEmpty() ? Set.of("") : recipients);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.put("state", state);
        }
        if (late != null) {
            query.append(" and late = :late");
            parameters.put("late", late);
        }
        PanacheQuery<RequisitionRow> rows = RequisitionRow.find(query.toString(), sort, parameters);
        return new Found(
                rows.page(Page.of(page - 1, limit)).list().stream()
                        .map(row -> read(row.document))
                        .toList(),
                rows.count());
    }

    private String written(RequisitionView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a requisition cannot be written as JSON", e);
        }
    }

    private RequisitionView read(String document) {
        try {
            return json.readValue(document, RequisitionView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the list cannot be read; rebuild the read model", e);
        }
    }
}
