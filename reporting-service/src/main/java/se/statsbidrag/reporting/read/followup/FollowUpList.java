package se.statsbidrag.reporting.read.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpDraftSaved;
import se.statsbidrag.events.FollowUpReturned;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.reporting.application.followup.FollowUpStreams;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.reporting.domain.followup.ReportState;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** How each recipient's follow-up report stands. Whether it is late is derived when it is asked for. */
@ApplicationScoped
public class FollowUpList implements Projection {
    private final EntityManager database;
    private final FollowUpStreams streams;

    FollowUpList(EntityManager database, FollowUpStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    /**
     * How one report stands.
     *
     * @param receivedAt when it was handed in last; null before
     * @param arrivedAt when it counts as arrived; null before
     * @param used what it says was used, whole kronor; null before it is handed in
     * @param granted what the recipient had got then, whole kronor; null before
     */
    public record Standing(
            ReportState state,
            @Nullable Instant receivedAt,
            @Nullable Instant arrivedAt,
            @Nullable Long used,
            @Nullable Long granted) {
        /** Nothing is written. */
        public static final Standing NONE = new Standing(ReportState.NOT_BEGUN, null, null, null, null);
    }

    private record Report(ProgrammeId programme, RecipientCode recipient) {}

    @Override
    public Set<String> logs() {
        return Set.of("operations");
    }

    /** Folds each report that moved anew from its stream, so that the list says what the report itself says. */
    @Override
    public void apply(String log, List<DecodedEvent> events) {
        Set<Report> moved = new HashSet<>();
        for (DecodedEvent each : events) {
            switch (each.event()) {
                case FollowUpDraftSaved it -> moved.add(new Report(it.programme(), it.recipient()));
                case FollowUpSubmitted it -> moved.add(new Report(it.programme(), it.recipient()));
                case FollowUpReturned it -> moved.add(new Report(it.programme(), it.recipient()));
                case FollowUpAccepted it -> moved.add(new Report(it.programme(), it.recipient()));
                default -> {
                    // It says nothing of a report.
                }
            }
        }
        moved.forEach(each ->
                write(each, streams.report(each.programme(), each.recipient()).state()));
    }

    @Override
    public void reset() {
        database.createNativeQuery("delete from follow_up_report").executeUpdate();
    }

    /** Those of a programme that are begun, by recipient's code. */
    @Transactional
    public Map<String, Standing> of(ProgrammeId programme) {
        List<?> rows = database.createNativeQuery(
                        "select recipient, state, received_at, arrived_at, used, granted from follow_up_report"
                                + " where programme = :programme",
                        Tuple.class)
                .setParameter("programme", programme.value())
                .getResultList();
        Map<String, Standing> standing = new HashMap<>();
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row -> standing.put(row.get("recipient", String.class), standing(row)));
        return standing;
    }

    private static Standing standing(Tuple row) {
        return new Standing(
                ReportState.valueOf(row.get("state", String.class)),
                row.get("received_at", Instant.class),
                row.get("arrived_at", Instant.class),
                number(row.get("used")),
                number(row.get("granted")));
    }

    private void write(Report report, FollowUpReport state) {
        FollowUpReport.Submission submission = state.handedIn().orElse(null);
        database.createNativeQuery("""
                        insert into follow_up_report
                            (programme, recipient, state, received_at, arrived_at, used, granted)
                        values (:programme, :recipient, :state, cast(:receivedAt as timestamptz),
                            cast(:arrivedAt as timestamptz), cast(:used as bigint), cast(:granted as bigint))
                        on conflict (programme, recipient) do update set state = excluded.state,
                            received_at = excluded.received_at, arrived_at = excluded.arrived_at,
                            used = excluded.used, granted = excluded.granted
                        """)
                .setParameter("programme", report.programme().value())
                .setParameter("recipient", report.recipient().value())
                .setParameter("state", state.state().name())
                .setParameter(
                        "receivedAt",
                        submission == null ? null : text(submission.event().receivedAt()))
                .setParameter("arrivedAt", submission == null ? null : text(submission.arrivedAt()))
                .setParameter(
                        "used",
                        submission == null
                                ? null
                                : text(submission.event().content().used()))
                .setParameter(
                        "granted",
                        submission == null ? null : text(submission.event().granted()))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null
                ? null
                : value instanceof Instant at ? at.atOffset(ZoneOffset.UTC).toString() : value.toString();
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
