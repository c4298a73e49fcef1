package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Everything that has happened to a requisition, in order.
 *
 * @param programme the programme
 * @param recipient official code of the recipient
 * @param events one entry per event, the first first
 */
public record HistoryView(String programme, String recipient, List<Entry> events) {

    /**
     * One event.
     *
     * @param version of the requisition after it, drafts aside
     * @param type stable name of the kind of event
     * @param title the same in Swedish
     * @param recordedAt when it was recorded
     * @param receivedAt when the server had what caused it; null for officers' acts
     * @param actor opaque id of who caused it
     * @param onMandateOf opaque id of the representative on whose mandate it rests; null for other events
     * @param submission the version that an officer's act, a release, a dismissal or an admission was about; null for other events
     * @param reason what the officer wrote; null for other events
     * @param completeBy last day for completing it; null for other events
     * @param completion whether it answers a return after the deadline and keeps the arrival time
     * @param changes what it changed of what the requisition says
     * @param log the log that it stands in
     * @param position in that log
     */
    public record Entry(
            long version,
            String type,
            String title,
            Instant recordedAt,
            @Nullable Instant receivedAt,
            String actor,
            @Nullable String onMandateOf,
            @Nullable Long submission,
            @Nullable String reason,
            @Nullable LocalDate completeBy,
            boolean completion,
            List<Change> changes,
            String log,
            long position) {}

    /**
     * One field that changed.
     *
     * @param field its name
     * @param from what it was, as text; null when it was not there
     * @param to what it became, as text; null when it is there no longer
     */
    public record Change(
            String field, @Nullable String from, @Nullable String to) {}

    /** @param drafts those that the reader may see */
    public static HistoryView of(
            ProgrammeId programme, RecipientCode recipient, StoredRequisition stored, StoredDraft drafts) {
        List<Entry> entries = new ArrayList<>();
        RequisitionContent before = null;
        RequisitionContent draft = null;
        long version = 0;
        for (DecodedEvent event : inOrder(stored, drafts)) {
            if (event.event() instanceof RequisitionDraftSaved saved) {
                entries.add(draft(event.recorded(), version, saved, draft == null ? before : draft));
                draft = saved.content();
            } else {
                entries.add(entry(event, before));
                version = event.recorded().version();
                before = switch (event.event()) {
                    case RequisitionSubmitted it -> it.content();
                    case RequisitionChanged it -> it.content();
                    default -> before;
                };
            }
        }
        return new HistoryView(programme.value(), recipient.value(), List.copyOf(entries));
    }

    private static List<DecodedEvent> inOrder(StoredRequisition stored, StoredDraft drafts) {
        return Stream.concat(stored.events().stream(), drafts.events().stream())
                .sorted(Comparator.comparingLong(event -> event.recorded().position()))
                .toList();
    }

    private static Entry draft(
            RecordedEvent event, long version, RequisitionDraftSaved saved, @Nullable RequisitionContent before) {
        return new Entry(
                version,
                event.type(),
                "Ett utkast sparades",
                event.recordedAt(),
                null,
                event.actor(),
                saved.mandate().representative(),
                null,
                null,
                null,
                false,
                changes(before, saved.content()),
                event.log(),
                event.position());
    }

    private static Entry entry(DecodedEvent event, @Nullable RequisitionContent before) {
        RecordedEvent recorded = event.recorded();
        return switch (event.event()) {
            case RequisitionSubmitted it ->
                received(
                        recorded,
                        "Rekvisitionen kom in",
                        it.receivedAt(),
                        it.mandate(),
                        false,
                        changes(before, it.content()));
            case RequisitionChanged it ->
                received(
                        recorded,
                        it.completion() ? "Rekvisitionen kompletterades" : "Rekvisitionen ändrades",
                        it.receivedAt(),
                        it.mandate(),
                        it.completion(),
                        changes(before, it.content()));
            case RequisitionWithdrawn it ->
                received(recorded, "Rekvisitionen togs tillbaka", it.receivedAt(), it.mandate(), false, List.of());
            case RequisitionHeld it ->
                received(
                        recorded,
                        "Rekvisitionen hålls kvar, avsändaren saknar gällande uppdrag",
                        it.receivedAt(),
                        null,
                        false,
                        changes(before, it.content()));
            case RequisitionReleased it ->
                act(recorded, "Den kvarhållna rekvisitionen släpptes in", it.held(), it.reason(), null);
            case RequisitionDismissed it ->
                act(recorded, "Den kvarhållna rekvisitionen lades åt sidan", it.held(), it.reason(), null);
            case RequisitionAdmitted it ->
                act(recorded, "Den sena rekvisitionen släpptes in", it.submission(), it.reason(), null);
            case RequisitionAdmissionDeclined it ->
                act(recorded, "Den sena rekvisitionen släpptes inte in", it.submission(), it.reason(), null);
            case RequisitionApproved it -> act(recorded, "Rekvisitionen godkändes", it.submission(), it.reason(), null);
            case RequisitionReturned it ->
                act(
                        recorded,
                        "Rekvisitionen returnerades för komplettering",
                        it.submission(),
                        it.reason(),
                        it.completeBy());
            case RequisitionRejected it -> act(recorded, "Rekvisitionen avslogs", it.submission(), it.reason(), null);
            default -> throw new IllegalStateException("not an event of a requisition: " + recorded.type());
        };
    }

    private static Entry received(
            RecordedEvent event,
            String title,
            Instant receivedAt,
            @Nullable MandateReference mandate,
            boolean completion,
            List<Change> changes) {
        return new Entry(
                event.version(),
                event.type(),
                title,
                event.recordedAt(),
                receivedAt,
                event.actor(),
                mandate == null ? null : mandate.representative(),
                null,
                null,
                null,
                completion,
                changes,
                event.log(),
                event.position());
    }

    private static Entry act(
            RecordedEvent event, String title, long submission, String reason, @Nullable LocalDate completeBy) {
        return new Entry(
                event.version(),
                event.type(),
                title,
                event.recordedAt(),
                null,
                event.actor(),
                null,
                submission,
                reason,
                completeBy,
                false,
                List.of(),
                event.log(),
                event.position());
    }

    private static List<Change> changes(@Nullable RequisitionContent before, RequisitionContent after) {
        List<Change> changes = new ArrayList<>();
        compare(changes, "amount", before == null ? null : before.amount(), after.amount());
        compare(
                changes,
                "wantsRemainingFunds",
                before == null ? null : before.wantsRemainingFunds(),
                after.wantsRemainingFunds());
        compare(changes, "certified", before == null ? null : before.certified(), after.certified());
        compare(changes, "purposes", before == null ? null : before.purposes(), after.purposes());
        compare(changes, "plan", before == null ? null : PlanView.text(before.plan()), PlanView.text(after.plan()));
        return List.copyOf(changes);
    }

    private static void compare(List<Change> changes, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.add(new Change(field, from == null ? null : from.toString(), to == null ? null : to.toString()));
        }
    }
}
