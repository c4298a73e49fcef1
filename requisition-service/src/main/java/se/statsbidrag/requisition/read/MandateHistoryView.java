package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredMandate;

/**
 * Everything that has happened to an organisation's mandate, in order.
 *
 * @param organisationNumber of the organisation
 * @param events one entry per event, the first first
 */
@Schema(name = "MandateHistory")
public record MandateHistoryView(String organisationNumber, List<Entry> events) {

    /**
     * One event.
     *
     * @param version of the mandate after it
     * @param type stable name of the kind of event
     * @param title the same in Swedish
     * @param recordedAt when it was recorded
     * @param actor opaque id of who caused it
     * @param person opaque id of whom it is about
     * @param onMandateOf opaque id of the representative on whose mandate it rests; null for other events
     * @param reason why; null for other events
     * @param log the log that it stands in
     * @param position in that log
     */
    @Schema(name = "MandateHistoryEntry")
    public record Entry(
            long version,
            String type,
            String title,
            Instant recordedAt,
            String actor,
            String person,
            @Nullable String onMandateOf,
            @Nullable String reason,
            String log,
            long position) {}

    public static MandateHistoryView of(StoredMandate stored) {
        return new MandateHistoryView(
                stored.organisation().value(),
                stored.events().stream().map(MandateHistoryView::entry).toList());
    }

    private static Entry entry(DecodedEvent event) {
        RecordedEvent recorded = event.recorded();
        return switch (event.event()) {
            case RepresentativeApplied it ->
                entry(recorded, "Ansökte om att bli ombud", it.representative(), null, null);
            case RepresentativeApproved it ->
                entry(recorded, "Godkändes som ombud", it.representative(), null, it.reason());
            case RepresentativeWithdrawn it ->
                entry(recorded, "Ombudets uppdrag eller ansökan upphörde", it.representative(), null, it.reason());
            case DelegateInvited it ->
                entry(
                        recorded,
                        "Bjöds in som " + swedish(it.role()),
                        it.person(),
                        it.mandate().representative(),
                        null);
            case DelegateRemoved it ->
                entry(
                        recorded,
                        "Togs bort som " + swedish(it.role()),
                        it.person(),
                        it.mandate().representative(),
                        null);
            default -> throw new IllegalStateException("not an event of a mandate: " + recorded.type());
        };
    }

    private static String swedish(DelegateRole role) {
        return switch (role) {
            case DEPUTY -> "representant";
            case DATA_COORDINATOR -> "uppgiftssamordnare";
        };
    }

    private static Entry entry(
            RecordedEvent event, String title, String person, @Nullable String onMandateOf, @Nullable String reason) {
        return new Entry(
                event.version(),
                event.type(),
                title,
                event.recordedAt(),
                event.actor(),
                person,
                onMandateOf,
                reason,
                event.log(),
                event.position());
    }
}
