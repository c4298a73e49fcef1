package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.VersionConflict;
import se.statsbidrag.requisition.domain.ContentTerms;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.RequisitionRules;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Loads requisitions from their streams and records what was decided about them. */
@ApplicationScoped
public class Requisitions {
    /** By the definition's hash: what a definition asks for never changes, and a list asks once for each row. */
    private static final Map<String, ContentTerms> CONTENT = new ConcurrentHashMap<>();

    private final EventLog log;
    private final EventCodec codec;

    @Inject
    public Requisitions(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** What a programme asks of a requisition as things stand. */
    public static RequisitionTerms terms(ProgrammeInForce programme) {
        RequisitionRules.Opening opening = programme.definition().requisition().opening();
        return new RequisitionTerms(
                programme.id(),
                programme.definition().caseNumberSeries().prefix(),
                CONTENT.computeIfAbsent(programme.definition().hash(), _ -> ContentTerms.of(programme.definition())),
                opening == null ? null : opening.date(),
                programme
                        .deadline(DeadlineKind.REQUISITION)
                        .orElseThrow(() -> new IllegalStateException(
                                "programme " + programme.id() + " has no last day for requisitions"))
                        .dueDate());
    }

    /** A recipient's case as its stream says; empty when nothing was received. */
    public StoredRequisition load(ProgrammeId programme, RecipientCode recipient) {
        return StoredRequisition.of(decoded(log.readStream(Streams.requisition(programme, recipient))));
    }

    /** A recipient's case as it was when its log had come to a position. */
    public StoredRequisition loadAt(ProgrammeId programme, RecipientCode recipient, long position) {
        return StoredRequisition.of(decoded(log.readStream(Streams.requisition(programme, recipient)).stream()
                .filter(event -> event.position() <= position)
                .toList()));
    }

    /**
     * Records what was decided over the case as it was loaded.
     *
     * @param mandate what the decision rested on, which must still be so
     * @param events none when nothing changes
     * @return the case after it
     * @throws VersionConflict when the case or the mandate has changed since it was loaded
     */
    public StoredRequisition record(
            ProgrammeId programme,
            RecipientCode recipient,
            StoredRequisition before,
            StoredMandate mandate,
            List<GrantEvent> events,
            Origin origin) {
        if (events.isEmpty()) {
            return before;
        }
        StreamAppend append = append(programme, recipient, before, events);
        return before.and(decoded(
                log.append(List.of(append, Mandates.guard(mandate)), origin).events()));
    }

    /** What a recipient saved of it; for its own organisation's eyes alone. */
    public StoredDraft loadDraft(ProgrammeId programme, RecipientCode recipient) {
        return new StoredDraft(decoded(log.readStream(Streams.draft(programme, recipient))));
    }

    /**
     * Records a saved draft over the case and the drafts as they were loaded.
     *
     * @param events none when nothing changes
     * @return the drafts after it
     * @throws VersionConflict when the case, the drafts or the mandate have changed since they were loaded
     */
    public StoredDraft recordDraft(
            ProgrammeId programme,
            RecipientCode recipient,
            StoredRequisition requisition,
            StoredDraft before,
            StoredMandate mandate,
            List<GrantEvent> events,
            Origin origin) {
        if (events.isEmpty()) {
            return before;
        }
        StreamAppend append = new StreamAppend(Streams.draft(programme, recipient), before.version(), events);
        StreamAppend guard = append(programme, recipient, requisition, List.of());
        List<DecodedEvent> all = new ArrayList<>(before.events());
        all.addAll(decoded(log.append(List.of(append, guard, Mandates.guard(mandate)), origin)
                .events()));
        return new StoredDraft(all);
    }

    /**
     * One recipient's part of what is recorded for many.
     *
     * @param mandate what the decision rested on, which must still be so
     */
    public record Part(
            ProgrammeId programme,
            RecipientCode recipient,
            StoredRequisition before,
            StoredMandate mandate,
            List<GrantEvent> events) {}

    /**
     * Records what was decided over several cases: all of it or nothing.
     *
     * @param parts at least one, each with at least one event
     * @return the events, in order
     * @throws VersionConflict when a case or a mandate has changed since it was loaded
     */
    public List<RecordedEvent> record(List<Part> parts, Origin origin) {
        List<StreamAppend> appends = new ArrayList<>();
        Set<StreamAppend> guards = new LinkedHashSet<>();
        for (Part part : parts) {
            appends.add(append(part.programme(), part.recipient(), part.before(), part.events()));
            guards.add(Mandates.guard(part.mandate()));
        }
        appends.addAll(guards);
        return log.append(appends, origin).events();
    }

    /** What to add to a recipient's stream, as it was loaded. */
    public static StreamAppend append(
            ProgrammeId programme, RecipientCode recipient, StoredRequisition before, List<GrantEvent> events) {
        return new StreamAppend(Streams.requisition(programme, recipient), before.version(), events);
    }

    private List<DecodedEvent> decoded(List<RecordedEvent> events) {
        return events.stream().map(codec::decode).toList();
    }
}
