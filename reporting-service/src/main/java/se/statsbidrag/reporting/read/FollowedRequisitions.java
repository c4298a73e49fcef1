package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.reporting.domain.FollowedRequisition;
import se.statsbidrag.reporting.domain.FollowedRequisition.Followed;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.EventReference;

/** How each recipient's requisition and conditions stand now, by what {@link RequisitionsProjection} has followed. */
@ApplicationScoped
public class FollowedRequisitions {
    static final String LOG = "requisitions";

    private final EntityManager database;

    FollowedRequisitions(EntityManager database) {
        this.database = database;
    }

    /** Every recipient's of the programme, by code. */
    @Transactional
    public Map<String, FollowedRequisition> of(ProgrammeInForce programme) {
        LocalDate dueDate = programme
                .deadline(DeadlineKind.REQUISITION)
                .map(deadline -> deadline.dueDate())
                .orElse(LocalDate.MAX);
        Map<String, List<Followed>> submissions = new HashMap<>();
        for (Tuple row : rows("""
                select recipient, received_at, completion, outcome, admitted, position from requisition_submission
                where programme = :programme order by recipient, version
                """, programme)) {
            submissions
                    .computeIfAbsent(row.get("recipient", String.class), _ -> new ArrayList<>())
                    .add(followed(row));
        }
        Map<String, Integer> held = new HashMap<>();
        for (Tuple row : rows("select recipient from requisition_held where programme = :programme", programme)) {
            held.merge(row.get("recipient", String.class), 1, Integer::sum);
        }
        Map<String, FollowedRequisition> standing = new HashMap<>();
        for (Recipient recipient : programme.definition().recipients()) {
            String code = recipient.code().value();
            standing.put(
                    code,
                    FollowedRequisition.of(
                            submissions.getOrDefault(code, List.of()), dueDate, held.getOrDefault(code, 0)));
        }
        return standing;
    }

    /**
     * How many conditions stop payments to each recipient that takes part: nobody has noted that it meets them.
     *
     * @return by code; nothing where no condition of the programme stops payments
     */
    @Transactional
    public Map<String, Long> unmetConditions(ProgrammeInForce programme, Map<String, FollowedRequisition> standing) {
        List<String> blocking = programme.definition().conditions().stream()
                .filter(condition -> condition.effect() == Condition.Effect.BLOCKS_PAYMENT)
                .map(condition -> condition.id().value())
                .toList();
        if (blocking.isEmpty()) {
            return Map.of();
        }
        Set<String> met = new HashSet<>();
        for (Tuple row : rows(
                "select recipient, condition from condition_noted where programme = :programme and met", programme)) {
            met.add(row.get("recipient", String.class) + "/" + row.get("condition", String.class));
        }
        Map<String, Long> unmet = new HashMap<>();
        standing.forEach((code, followed) -> {
            if (followed.takesPart()) {
                unmet.put(
                        code,
                        blocking.stream()
                                .filter(condition -> !met.contains(code + "/" + condition))
                                .count());
            }
        });
        return unmet;
    }

    private static Followed followed(Tuple row) {
        EventReference event = new EventReference(LOG, ((Number) row.get("position")).longValue());
        Boolean admitted = row.get("admitted", Boolean.class);
        return new Followed(
                new Submission(
                        row.get("received_at", Instant.class),
                        null,
                        false,
                        Outcome.valueOf(row.get("outcome", String.class)),
                        event,
                        null,
                        row.get("completion", Boolean.class),
                        Boolean.TRUE.equals(admitted) ? event : null),
                Boolean.FALSE.equals(admitted));
    }

    @SuppressWarnings("unchecked") // a native query's result list has no type of its own
    private List<Tuple> rows(String sql, ProgrammeInForce programme) {
        Query query = database.createNativeQuery(sql, Tuple.class)
                .setParameter("programme", programme.id().value());
        return (List<Tuple>) query.getResultList();
    }
}
