package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredDraft;

/**
 * What was saved and not submitted: it counts for nothing.
 *
 * @param amount whole kronor; null where none is given
 * @param wantsRemainingFunds whether the recipient is going to want a share of what others leave
 * @param certified whether it is going to certify that the conditions will be met
 * @param purposes numbers of the programme's purposes
 * @param plan who is going to carry out what; null where nothing is said
 * @param savedBy opaque id of who saved it
 * @param recordedAt when it was saved
 * @param log the log that it stands in
 * @param position of its event in that log
 */
@Schema(name = "RequisitionDraft")
public record DraftView(
        @Nullable Long amount,
        boolean wantsRemainingFunds,
        boolean certified,
        List<Integer> purposes,
        @Nullable PlanView plan,
        String savedBy,
        Instant recordedAt,
        String log,
        long position) {

    static DraftView of(DecodedEvent saved) {
        RequisitionContent content = StoredDraft.content(saved);
        RecordedEvent event = saved.recorded();
        return new DraftView(
                content.amount(),
                content.wantsRemainingFunds(),
                content.certified(),
                content.purposes(),
                PlanView.of(content.plan()),
                event.actor(),
                event.recordedAt(),
                event.log(),
                event.position());
    }
}
