package se.statsbidrag.reporting.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest plan of each programme, and when each of its figures last moved. */
@ApplicationScoped
public class PlanStore {
    private final EntityManager database;
    private final ObjectMapper json;
    private final ShownPositions shown;

    PlanStore(EntityManager database, ObjectMapper json, ShownPositions shown) {
        this.database = database;
        this.json = json;
        this.shown = shown;
    }

    /**
     * A plan with what is known of its figures.
     *
     * @param movedAt when each figure last moved, by the figure's name
     */
    public record ShownPlan(PlanDocument plan, Map<String, Instant> movedAt) {
        public ShownPlan {
            movedAt = Map.copyOf(movedAt);
        }
    }

    /**
     * Takes in a plan, however often and in whatever order plans come; an older one than is shown changes nothing.
     *
     * @throws IllegalArgumentException when it is no plan
     */
    @Transactional
    public void take(String document) {
        PlanDocument plan = read(document);
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext(:programme))")
                .setParameter("programme", plan.programme())
                .getSingleResult();
        Optional<PlanDocument> current = document(plan.programme()).map(this::read);
        if (current.isPresent() && !plan.replaces(current.get())) {
            return;
        }
        database.createNativeQuery("""
                        insert into plan_in_force (programme, status, computed_at, document)
                        values (:programme, :status, :computedAt, :document)
                        on conflict (programme) do update set status = excluded.status,
                            computed_at = excluded.computed_at, document = excluded.document
                        """)
                .setParameter("programme", plan.programme())
                .setParameter("status", plan.status())
                .setParameter("computedAt", plan.computedAt().atOffset(ZoneOffset.UTC))
                .setParameter("document", document)
                .executeUpdate();
        moveFigures(plan);
        shown.moved("plan/" + plan.programme(), Integer.toHexString(plan.hashCode()));
    }

    /** The plan shown for a programme; empty when none has come yet. */
    @Transactional
    public Optional<ShownPlan> plan(String programme) {
        return document(programme).map(document -> {
            Map<String, Instant> movedAt = new HashMap<>();
            List<?> figures = database.createNativeQuery(
                            "select figure, moved_at from plan_figure where programme = :programme", Tuple.class)
                    .setParameter("programme", programme)
                    .getResultList();
            for (Object each : figures) {
                if (each instanceof Tuple figure) {
                    movedAt.put(figure.get("figure", String.class), figure.get("moved_at", Instant.class));
                }
            }
            return new ShownPlan(read(document), movedAt);
        });
    }

    private void moveFigures(PlanDocument plan) {
        Map<String, Long> figures = plan.figures();
        database.createNativeQuery("""
                        insert into plan_figure (programme, figure, amount, moved_at)
                        select :programme, figure.name, figure.amount, :movedAt
                        from unnest(cast(:names as text[]), cast(:amounts as bigint[])) as figure (name, amount)
                        on conflict (programme, figure)
                            do update set amount = excluded.amount, moved_at = excluded.moved_at
                            where plan_figure.amount <> excluded.amount
                        """)
                .setParameter("programme", plan.programme())
                .setParameter("names", figures.keySet().toArray(String[]::new))
                .setParameter("amounts", figures.values().toArray(Long[]::new))
                .setParameter("movedAt", plan.computedAt().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private Optional<String> document(String programme) {
        List<?> documents = database.createNativeQuery(
                        "select document from plan_in_force where programme = :programme", String.class)
                .setParameter("programme", programme)
                .getResultList();
        return documents.stream().map(String.class::cast).findFirst();
    }

    private PlanDocument read(String document) {
        try {
            return json.readValue(document, PlanDocument.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a plan: " + e.getOriginalMessage(), e);
        }
    }
}
