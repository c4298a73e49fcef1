package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.HeldRequisition;
import se.statsbidrag.requisition.domain.Requisition;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.domain.Submission;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A requisition as it stands under the deadline in force.
 *
 * @param programme the programme
 * @param recipient official code of the recipient
 * @param state where it stands
 * @param late received after the deadline in force, and counting for nothing
 * @param amount whole kronor; null where the programme sets the amount
 * @param wantsRemainingFunds whether the recipient wants a share of what others leave
 * @param certified whether it certified that the conditions will be met
 * @param purposes numbers of the programme's purposes
 * @param plan who carries out what; null where the programme asks for none
 * @param receivedAt when the server had its last byte; null for a draft
 * @param recordedAt when it was recorded
 * @param caseNumber the public register's number; null for a draft
 * @param reason what the officer wrote; null when nobody has decided
 * @param completeBy last day for completing it; null when it is not returned
 * @param pendingLateChange a change that came late and counts for nothing; null for none
 * @param held what came from those whose mandate had lapsed; it counts for nothing until it is released
 * @param draft what the recipient's own organisation has saved since, and not submitted; null for none and for others
 * @param version of the requisition as its reader sees it, which is also the ETag
 * @param log the log that it stands in
 * @param position of the last event about it in that log
 */
public record RequisitionView(
        String programme,
        String recipient,
        RequisitionState state,
        boolean late,
        @Nullable Long amount,
        boolean wantsRemainingFunds,
        boolean certified,
        List<Integer> purposes,
        @Nullable PlanView plan,
        @Nullable Instant receivedAt,
        Instant recordedAt,
        @Nullable String caseNumber,
        @Nullable String reason,
        @Nullable LocalDate completeBy,
        @Nullable LateChange pendingLateChange,
        List<Held> held,
        @Nullable DraftView draft,
        long version,
        String log,
        long position) {

    /**
     * What a recipient asked for too late.
     *
     * @param amount whole kronor; null where the programme sets the amount
     * @param wantsRemainingFunds whether the recipient wants a share of what others leave
     * @param certified whether it certified that the conditions will be met
     * @param purposes numbers of the programme's purposes
     * @param plan who carries out what; null where the programme asks for none
     * @param receivedAt when the server had its last byte
     * @param recordedAt when it was recorded
     * @param log the log that it stands in
     * @param position of its event in that log
     */
    public record LateChange(
            @Nullable Long amount,
            boolean wantsRemainingFunds,
            boolean certified,
            List<Integer> purposes,
            @Nullable PlanView plan,
            Instant receivedAt,
            Instant recordedAt,
            String log,
            long position) {}

    /**
     * What came from one whose mandate had lapsed.
     *
     * @param held its number, to release or dismiss it by
     * @param sender opaque id of who sent it
     * @param lapse why no mandate of the sender was in force
     * @param amount whole kronor; null where the programme sets the amount
     * @param wantsRemainingFunds whether the recipient wants a share of what others leave
     * @param certified whether it certified that the conditions will be met
     * @param purposes numbers of the programme's purposes
     * @param plan who carries out what; null where the programme asks for none
     * @param receivedAt when the server had its last byte
     * @param recordedAt when it was recorded
     * @param log the log that it stands in
     * @param position of its event in that log
     */
    @Schema(name = "HeldRequisition")
    public record Held(
            long held,
            String sender,
            Lapse lapse,
            @Nullable Long amount,
            boolean wantsRemainingFunds,
            boolean certified,
            List<Integer> purposes,
            @Nullable PlanView plan,
            Instant receivedAt,
            Instant recordedAt,
            String log,
            long position) {}

    /** The view of the recipient's own organisation, with its draft; empty when nothing was ever received or saved. */
    public static Optional<RequisitionView> of(
            StoredRequisition stored, StoredDraft drafts, RequisitionTerms terms, RecipientCode recipient) {
        long version = stored.version() + drafts.version();
        Optional<RequisitionView> received = of(stored, terms, recipient);
        Optional<DecodedEvent> standing = drafts.standing(stored);
        if (standing.isEmpty()) {
            return received.map(view -> view.with(null, version));
        }
        DecodedEvent saved = standing.get();
        return received.map(view -> view.with(DraftView.of(saved), version))
                .or(() -> Optional.of(onlyDraft(saved, version, terms, recipient)));
    }

    private RequisitionView with(@Nullable DraftView saved, long seen) {
        return new RequisitionView(
                programme,
                recipient,
                state,
                late,
                amount,
                wantsRemainingFunds,
                certified,
                purposes,
                plan,
                receivedAt,
                recordedAt,
                caseNumber,
                reason,
                completeBy,
                pendingLateChange,
                held,
                saved,
                seen,
                log,
                saved == null ? position : Math.max(position, saved.position()));
    }

    private static RequisitionView onlyDraft(
            DecodedEvent saved, long version, RequisitionTerms terms, RecipientCode recipient) {
        DraftView draft = DraftView.of(saved);
        return new RequisitionView(
                terms.programme().value(),
                recipient.value(),
                RequisitionState.DRAFT,
                false,
                draft.amount(),
                draft.wantsRemainingFunds(),
                draft.certified(),
                draft.purposes(),
                draft.plan(),
                null,
                draft.recordedAt(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                version,
                draft.log(),
                draft.position());
    }

    /** What anybody else sees; empty when nothing was ever received. */
    public static Optional<RequisitionView> of(
            StoredRequisition stored, RequisitionTerms terms, RecipientCode recipient) {
        Requisition requisition = Requisition.of(stored.file(), terms);
        if (!(requisition instanceof Requisition.Received received)) {
            return onlyHeld(stored, terms, recipient);
        }
        Submission submission = received.submission();
        RecordedEvent last = stored.events().getLast().recorded();
        return Optional.of(new RequisitionView(
                terms.programme().value(),
                recipient.value(),
                received.state(),
                received.late(),
                submission.content().amount(),
                submission.content().wantsRemainingFunds(),
                submission.content().certified(),
                submission.content().purposes(),
                PlanView.of(submission.content().plan()),
                submission.receivedAt(),
                stored.event(submission.version()).recorded().recordedAt(),
                submission.caseNumber(),
                reason(received),
                submission.treatment() instanceof Submission.SentBack sentBack ? sentBack.completeBy() : null,
                received.lateChange().map(change -> lateChange(stored, change)).orElse(null),
                held(stored),
                null,
                stored.version(),
                last.log(),
                last.position()));
    }

    /** As the newest of what was held says, when nothing else was received: REJECTED when it was dismissed. */
    private static Optional<RequisitionView> onlyHeld(
            StoredRequisition stored, RequisitionTerms terms, RecipientCode recipient) {
        Optional<DecodedEvent> newest = stored.events().reversed().stream()
                .filter(event -> event.event() instanceof RequisitionHeld)
                .findFirst();
        if (newest.isEmpty() || !(newest.get().event() instanceof RequisitionHeld held)) {
            return Optional.empty();
        }
        DecodedEvent last = stored.events().getLast();
        return Optional.of(new RequisitionView(
                terms.programme().value(),
                recipient.value(),
                stored.file().held().isEmpty() ? RequisitionState.REJECTED : RequisitionState.HELD,
                false,
                held.content().amount(),
                held.content().wantsRemainingFunds(),
                held.content().certified(),
                held.content().purposes(),
                PlanView.of(held.content().plan()),
                held.receivedAt(),
                newest.get().recorded().recordedAt(),
                terms.caseNumber(recipient),
                last.event() instanceof RequisitionDismissed dismissed ? dismissed.reason() : null,
                null,
                null,
                held(stored),
                null,
                stored.version(),
                last.recorded().log(),
                last.recorded().position()));
    }

    private static List<Held> held(StoredRequisition stored) {
        return stored.file().held().stream().map(held -> held(stored, held)).toList();
    }

    private static Held held(StoredRequisition stored, HeldRequisition held) {
        RecordedEvent event = stored.event(held.version()).recorded();
        return new Held(
                held.version(),
                held.sender(),
                held.lapse(),
                held.content().amount(),
                held.content().wantsRemainingFunds(),
                held.content().certified(),
                held.content().purposes(),
                PlanView.of(held.content().plan()),
                held.receivedAt(),
                event.recordedAt(),
                event.log(),
                event.position());
    }

    private static LateChange lateChange(StoredRequisition stored, Submission change) {
        RecordedEvent event = stored.event(change.version()).recorded();
        return new LateChange(
                change.content().amount(),
                change.content().wantsRemainingFunds(),
                change.content().certified(),
                change.content().purposes(),
                PlanView.of(change.content().plan()),
                change.receivedAt(),
                event.recordedAt(),
                event.log(),
                event.position());
    }

    private static @Nullable String reason(Requisition.Received received) {
        Submission submission = received.submission();
        if (received instanceof Requisition.Declined && submission.admission() != null) {
            return submission.admission().reason();
        }
        return switch (submission.treatment()) {
            case Submission.Granted granted -> granted.reason();
            case Submission.SentBack sentBack -> sentBack.reason();
            case Submission.Refused refused -> refused.reason();
            case Submission.Undecided _, Submission.TakenBack _ -> null;
        };
    }
}
