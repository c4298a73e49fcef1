package se.statsbidrag.requisition.application;

import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.requisition.domain.RequisitionCase;

/**
 * What a recipient saved of a requisition without submitting it, on a stream of its own: nobody else sees that it is there,
 * by a version either.
 *
 * @param events the stream in order
 */
public record StoredDraft(List<DecodedEvent> events) {
    /** Nothing was saved, or the reader may not see it. */
    public static final StoredDraft NONE = new StoredDraft(List.of());

    public StoredDraft {
        events = List.copyOf(events);
    }

    /** How many events the stream has. */
    public long version() {
        return events.size();
    }

    /** The draft that stands: saved after the last submission, which ends a draft. */
    public Optional<DecodedEvent> standing(StoredRequisition requisition) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        DecodedEvent last = events.getLast();
        boolean ended = requisition.events().stream()
                .filter(event ->
                        event.event() instanceof RequisitionSubmitted || event.event() instanceof RequisitionChanged)
                .anyMatch(event -> event.recorded().position() > last.recorded().position());
        return ended ? Optional.empty() : Optional.of(last);
    }

    /** What a saved draft says. */
    public static RequisitionContent content(DecodedEvent event) {
        if (event.event() instanceof RequisitionDraftSaved saved) {
            return saved.content();
        }
        throw new IllegalStateException("not a draft: " + event.recorded().type());
    }

    /** The case with the draft that stands. */
    public RequisitionCase with(StoredRequisition requisition) {
        return standing(requisition)
                .map(draft -> requisition
                        .file()
                        .evolve(draft.event(), draft.recorded().actor()))
                .orElse(requisition.file());
    }
}
