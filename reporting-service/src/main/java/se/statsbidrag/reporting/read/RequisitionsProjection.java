package se.statsbidrag.reporting.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.inbox.Projection;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Follows what comes of requisitions and conditions, as far as the overview counts it. */
@ApplicationScoped
public class RequisitionsProjection implements Projection {
    private static final String SUBMISSION = "requisition_submission";

    private final EntityManager database;

    RequisitionsProjection(EntityManager database) {
        this.database = database;
    }

    @Override
    public Set<String> logs() {
        return Set.of(FollowedRequisitions.LOG);
    }

    @Override
    public void apply(String log, List<DecodedEvent> events) {
        for (DecodedEvent each : events) {
            RecordedEvent at = each.recorded();
            switch (each.event()) {
                case RequisitionSubmitted it ->
                    submitted(it.programme(), it.recipient(), it.receivedAt(), false, Outcome.SUBMITTED, at);
                case RequisitionChanged it ->
                    submitted(it.programme(), it.recipient(), it.receivedAt(), it.completion(), Outcome.SUBMITTED, at);
                case RequisitionWithdrawn it ->
                    submitted(it.programme(), it.recipient(), it.receivedAt(), false, Outcome.WITHDRAWN, at);
                case RequisitionApproved it ->
                    decided(it.programme(), it.recipient(), it.submission(), Outcome.APPROVED);
                case RequisitionReturned it ->
                    decided(it.programme(), it.recipient(), it.submission(), Outcome.RETURNED);
                case RequisitionRejected it ->
                    decided(it.programme(), it.recipient(), it.submission(), Outcome.REJECTED);
                case RequisitionAdmitted it -> admitted(it.programme(), it.recipient(), it.submission(), true);
                case RequisitionAdmissionDeclined it ->
                    admitted(it.programme(), it.recipient(), it.submission(), false);
                case RequisitionHeld it -> held(it, at);
                case RequisitionReleased it -> noLongerHeld(it.programme(), it.recipient(), it.held());
                case RequisitionDismissed it -> noLongerHeld(it.programme(), it.recipient(), it.held());
                case ConditionRecorded it -> noted(it);
                default -> {
                    // What else stands in the log is followed elsewhere.
                }
            }
        }
    }

    @Override
    public void reset() {
        for (String table : List.of(SUBMISSION, "requisition_held", "condition_noted")) {
            database.createNativeQuery("delete from " + table).executeUpdate();
        }
    }

    private void submitted(
            ProgrammeId programme,
            RecipientCode recipient,
            Instant receivedAt,
            boolean completion,
            Outcome outcome,
            RecordedEvent at) {
        about("""
                insert into requisition_submission
                    (programme, recipient, version, received_at, completion, outcome, position)
                values (:programme, :recipient, :version, :receivedAt, :completion, :outcome, :position)
                """, programme, recipient, at.version())
                .setParameter("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .setParameter("completion", completion)
                .setParameter("outcome", outcome.name())
                .setParameter("position", at.position())
                .executeUpdate();
    }

    private void decided(ProgrammeId programme, RecipientCode recipient, long submission, Outcome outcome) {
        about(change("outcome = :outcome"), programme, recipient, submission)
                .setParameter("outcome", outcome.name())
                .executeUpdate();
    }

    private void admitted(ProgrammeId programme, RecipientCode recipient, long submission, boolean admitted) {
        about(change("admitted = :admitted"), programme, recipient, submission)
                .setParameter("admitted", admitted)
                .executeUpdate();
    }

    private static String change(String what) {
        return "update " + SUBMISSION + " set " + what
                + " where programme = :programme and recipient = :recipient and version = :version";
    }

    /** A person's newer one takes the place of an earlier one. */
    private void held(RequisitionHeld event, RecordedEvent at) {
        database.createNativeQuery("delete from requisition_held"
                        + " where programme = :programme and recipient = :recipient and sender = :sender")
                .setParameter("programme", event.programme().value())
                .setParameter("recipient", event.recipient().value())
                .setParameter("sender", event.sender())
                .executeUpdate();
        about(
                        "insert into requisition_held (programme, recipient, version, sender)"
                                + " values (:programme, :recipient, :version, :sender)",
                        event.programme(),
                        event.recipient(),
                        at.version())
                .setParameter("sender", event.sender())
                .executeUpdate();
    }

    private void noLongerHeld(ProgrammeId programme, RecipientCode recipient, long held) {
        about(
                        "delete from requisition_held"
                                + " where programme = :programme and recipient = :recipient and version = :version",
                        programme,
                        recipient,
                        held)
                .executeUpdate();
    }

    private void noted(ConditionRecorded event) {
        database.createNativeQuery("""
                        insert into condition_noted (programme, recipient, condition, met)
                        values (:programme, :recipient, :condition, :met)
                        on conflict (programme, recipient, condition) do update set met = excluded.met
                        """)
                .setParameter("programme", event.programme().value())
                .setParameter("recipient", event.recipient().value())
                .setParameter("condition", event.condition().value())
                .setParameter("met", event.met())
                .executeUpdate();
    }

    private Query about(String sql, ProgrammeId programme, RecipientCode recipient, long version) {
        return database.createNativeQuery(sql)
                .setParameter("programme", programme.value())
                .setParameter("recipient", recipient.value())
                .setParameter("version", version);
    }
}
