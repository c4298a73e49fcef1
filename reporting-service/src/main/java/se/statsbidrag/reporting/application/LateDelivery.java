package se.statsbidrag.reporting.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.reporting.domain.CutOff;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.rules.value.EventReference;

/**
 * A delivery that came after a programme's cut-off, and what has become of it.
 *
 * @param cutOff in force
 * @param receivedAt when the server had its last byte
 * @param recordedAt when the delivery was recorded
 * @param cells how many cells it has
 * @param reason of the proposal, the admission or the refusal; null while it waits
 * @param proposedBy opaque id of who proposed to let it in; null unless it is proposed
 * @param event the last one about it
 */
public record LateDelivery(
        LateDeliveryId id,
        CutOff cutOff,
        Instant receivedAt,
        Instant recordedAt,
        int cells,
        LateDeliveryState state,
        @Nullable String reason,
        @Nullable String proposedBy,
        EventReference event) {

    LateDelivery settled(LateDeliveryState settled, String why, EventReference at) {
        return new LateDelivery(id, cutOff, receivedAt, recordedAt, cells, settled, why, null, at);
    }
}
