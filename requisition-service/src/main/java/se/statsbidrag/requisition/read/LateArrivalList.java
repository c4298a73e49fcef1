package se.statsbidrag.requisition.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import se.statsbidrag.events.quarkus.ProposalsOfUse;
import se.statsbidrag.requisition.application.Admissions;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.rules.value.ProgrammeId;

/** Keeps the list of late arrivals. Late is derived: what a later day lets in leaves the list. */
@ApplicationScoped
public class LateArrivalList implements Projection, ProposalsOfUse {
    private final Lines lines;
    private final Admissions admissions;
    private final ObjectMapper json;

    @Inject
    public LateArrivalList(Lines lines, Admissions admissions, ObjectMapper json) {
        this.lines = lines;
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
        return Set.of(lines.logName());
    }

    @Override
    public void apply(String name, List<DecodedEvent> events) {
        lines.changedBy(events).forEach(this::derive);
    }

    @Override
    public void reset() {
        LateArrivalRow.deleteAll();
    }

    @Override
    public String act() {
        return Admissions.ACT;
    }

    /** Whether it is late still. */
    @Override
    public boolean isOfUse(String subject) {
        return LateArrivalRow.findByIdOptional(subject).isPresent();
    }

    private void derive(Lines.Derived derived) {
        List<LateArrivalRow> known = LateArrivalRow.list(
                "programme = ?1 and recipient = ?2",
                derived.line().programme().value(),
                derived.line().recipient().value());
        Map<String, LateArrivalRow> gone = new HashMap<>();
        known.forEach(row -> gone.put(row.id, row));
        LateArrivalView.of(derived.stored(), derived.terms(), derived.line().recipient(), admissions::proposal)
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
     * @param recipients only these, programme by programme; null for all
     * @param state only those in this state; null for all
     * @param page from 1
     */
    public Found find(
            @Nullable ProgrammeId programme,
            @Nullable Map<ProgrammeId, Set<String>> recipients,
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
            // A code may be another organisation's in another programme.
            query.append(" and concat(programme, '/', recipient) in :recipients");
            List<String> only = recipients.entrySet().stream()
                    .flatMap(each -> each.getValue().stream().map(code -> each.getKey() + "/" + code))
                    .toList();
            parameters.put("recipients", only.isEmpty() ? List.of("") : only);
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
