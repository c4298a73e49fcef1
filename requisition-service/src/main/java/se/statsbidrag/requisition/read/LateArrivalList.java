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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.application.Admissions;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;

/** Keeps the list of late arrivals. Late is derived: what a later day lets in leaves the list. */
@ApplicationScoped
public class LateArrivalList implements Projection {
    private final EventLog log;
    private final Requisitions requisitions;
    private final Programmes programmes;
    private final Admissions admissions;
    private final ObjectMapper json;

    @Inject
    public LateArrivalList(
            EventLog log, Requisitions requisitions, Programmes programmes, Admissions admissions, ObjectMapper json) {
        this.log = log;
        this.requisitions = requisitions;
        this.programmes = programmes;
        this.admissions = admissions;
        this.json = json;
    }

    /**
     * A page of the list.
     *
     * @param total how many lines there are over all pages
     */
    public record Found(List<LateArrivalView> arrivals, long total) {}

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
        LateArrivalRow.deleteAll();
    }

    private List<Line> changedBy(DecodedEvent event) {
        return switch (event.event()) {
            case DeadlineExtended it -> all(it.programme());
            case ProgrammeVersionActivated it -> all(it.programme());
            default ->
                Stream.concat(Line.of(event.event()).stream(), Line.ofProposal(event.event()).stream())
                        .toList();
        };
    }

    /** Every recipient's, since another day may make late what was in time in the version before. */
    private List<Line> all(ProgrammeId programme) {
        return programmes.current().programme(programme).stream()
                .flatMap(it -> it.definition().recipients().stream())
                .map(Recipient::code)
                .map(recipient -> new Line(programme, recipient))
                .toList();
    }

    private void derive(Line line, long position) {
        List<LateArrivalRow> known = LateArrivalRow.list(
                "programme = ?1 and recipient = ?2",
                line.programme().value(),
                line.recipient().value());
        Map<String, LateArrivalRow> gone = new HashMap<>();
        known.forEach(row -> gone.put(row.id, row));
        programmes.current().programme(line.programme()).stream()
                .flatMap(programme -> LateArrivalView.of(
                        requisitions.loadAt(line.programme(), line.recipient(), position),
                        Requisitions.terms(programme),
                        line.recipient(),
                        admissions::proposal)
                        .stream())
                .forEach(view -> write(view, gone.remove(view.id())));
        gone.values().forEach(LateArrivalRow::delete);
    }

    private void write(LateArrivalView view, @Nullable LateArrivalRow known) {
        LateArrivalRow row = known == null ? new LateArrivalRow() : known;
        row.id = view.id();
        row.programme = view.programme();
        row.recipient = view.recipient();
        row.state = view.state();
        row.receivedAt = view.receivedAt();
        row.document = written(view);
        if (known == null) {
            row.persist();
        }
    }

    /**
     * A page of the list, the oldest first.
     *
     * @param programme only this one's; null for all
     * @param recipients only these; null for all
     * @param state only those in this state; null for all
     * @param page from 1
     */
    public Found find(
            @Nullable ProgrammeId programme,
            @Nullable Set<String> recipients,
            @Nullable LateArrivalState state,
            int page,
            int limit) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (programme != null) {
            query.append(" and programme = :programme");
            parameters.put("programme", programme.value());
        }
        if (recipients != null) {
            query.append(" and recipient in :recipients");
            parameters.put("recipients", recipients.isEmpty() ? Set.of("") : recipients);
        }
        if (state != null) {
            query.append(" and state = :state");
            parameters.put("state", state);
        }
        PanacheQuery<LateArrivalRow> rows =
                LateArrivalRow.find(query.toString(), Sort.by("receivedAt").and("id"), parameters);
        return new Found(
                rows.page(Page.of(page - 1, limit)).list().stream()
                        .map(row -> read(row.document))
                        .toList(),
                rows.count());
    }

    private String written(LateArrivalView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a late arrival cannot be written as JSON", e);
        }
    }

    private LateArrivalView read(String document) {
        try {
            return json.readValue(document, LateArrivalView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the list cannot be read; rebuild the read model", e);
        }
    }
}
