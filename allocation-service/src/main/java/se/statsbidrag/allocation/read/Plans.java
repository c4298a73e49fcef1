package se.statsbidrag.allocation.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.value.ProgrammeId;

/** The stored plans. All calls take part in the caller's transaction. */
@ApplicationScoped
public class Plans {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final int LONGEST_REASON = 2_000;

    private final EntityManager entities;

    @Inject
    Plans(EntityManager entities) {
        this.entities = entities;
    }

    /** What is stored of a programme: a plan, or only why there is none. */
    public sealed interface Entry {

        /** The last good plan, stale or not. */
        record Shown(PlanDocument plan) implements Entry {}

        /** It could never be computed. */
        record Missing(String reason) implements Entry {}
    }

    /** Empty when no definition of such a programme is in force. */
    public Optional<Entry> find(ProgrammeId programme) {
        StoredPlan row = StoredPlan.findById(programme.value());
        return Optional.ofNullable(row).map(Plans::entry);
    }

    /** A plan was computed: it replaces the one before, unless that is the same in all. */
    void succeed(PayoutPlan plan, SortedMap<String, Long> basis, Instant now) {
        StoredPlan row = row(plan.programme());
        String body = write(PlanDocument.Body.of(plan));
        String positions = write(PlanDocument.positions(basis));
        if (row.staleReason == null
                && plan.digest().equals(row.digest)
                && plan.status().name().equals(row.status)
                && body.equals(row.body)
                && positions.equals(row.basis)) {
            return;
        }
        row.programmeVersion = plan.programmeVersion();
        row.definitionHash = plan.definitionHash();
        row.status = plan.status().name();
        row.digest = plan.digest();
        row.body = body;
        row.basis = positions;
        row.computedAt = now;
        row.staleReason = null;
        row.number = nextNumber();
        row.persist();
    }

    /** The plan could not be computed: the last good one stays, marked stale. */
    void fail(ProgrammeId programme, String reason, Instant now) {
        StoredPlan row = row(programme);
        String shortened = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
        if (shortened.equals(row.staleReason)) {
            return;
        }
        if (row.body == null) {
            row.basis = write(List.of());
            row.computedAt = now;
        }
        row.staleReason = shortened;
        row.number = nextNumber();
        row.persist();
    }

    /** Nothing that was read since touches the programme: its plan rests on that too. */
    void stillHolds(ProgrammeId programme, SortedMap<String, Long> basis) {
        StoredPlan row = row(programme);
        if (row.staleReason == null) {
            row.basis = write(PlanDocument.positions(basis));
        }
    }

    void deleteAll() {
        StoredPlan.deleteAll();
    }

    private StoredPlan row(ProgrammeId programme) {
        StoredPlan row = StoredPlan.findById(programme.value());
        if (row == null) {
            row = new StoredPlan();
            row.programme = programme.value();
        }
        return row;
    }

    private long nextNumber() {
        return ((Number) entities.createNativeQuery("SELECT nextval('plan_number')", Long.class)
                        .getSingleResult())
                .longValue();
    }

    static Entry entry(StoredPlan row) {
        if (row.body == null || row.programmeVersion == null) {
            return new Entry.Missing(Objects.requireNonNullElse(row.staleReason, "it was never computed"));
        }
        PlanDocument.Body body = read(row.body, new TypeReference<>() {});
        return new Entry.Shown(new PlanDocument(
                row.programme,
                row.programmeVersion,
                present(row.definitionHash),
                row.staleReason == null ? present(row.status) : "STALE",
                row.staleReason,
                row.computedAt,
                present(row.digest),
                row.number,
                read(row.basis, new TypeReference<>() {}),
                body.pots(),
                body.recipients(),
                body.ties(),
                body.synthetic()));
    }

    /** A plan as it is published: the same document as over REST. */
    static String json(PlanDocument plan) {
        return write(plan);
    }

    private static String present(@Nullable String column) {
        return Objects.requireNonNull(column, "a stored plan lacks a column");
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan cannot be written as JSON", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan cannot be read", e);
        }
    }
}
