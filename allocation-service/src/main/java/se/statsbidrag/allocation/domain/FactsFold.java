package se.statsbidrag.allocation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.ReporterScope;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.ReporterId;

/**
 * The events of all logs as far as they have been read, and the facts that they amount to, per programme. A value: what
 * is added gives a new fold, so that a transaction that is rolled back leaves nothing behind.
 *
 * <p>Each log is read in its own order without gaps; how the logs are interleaved makes no difference (architecture:
 * truth 8). The events are kept, so the same fold answers for any earlier instant or positions.
 */
public final class FactsFold {
    private static final FactsFold EMPTY = new FactsFold(Map.of(), Map.of(), List.of(), List.of());

    private final Map<String, List<Happening>> logs;
    private final Map<ProgrammeId, ProgrammeFold> programmes;
    private final List<Delivery> deliveries;
    private final List<ReporterScope> scopes;

    private FactsFold(
            Map<String, List<Happening>> logs,
            Map<ProgrammeId, ProgrammeFold> programmes,
            List<Delivery> deliveries,
            List<ReporterScope> scopes) {
        this.logs = logs;
        this.programmes = programmes;
        this.deliveries = deliveries;
        this.scopes = scopes;
    }

    /** Nothing has been read. */
    public static FactsFold empty() {
        return EMPTY;
    }

    /**
     * This fold with more events.
     *
     * @param more each log's next events in its own order, the logs interleaved in any way
     * @throws IllegalArgumentException when an event is not the next of its log
     */
    public FactsFold with(List<Happening> more) {
        Map<String, List<Happening>> read = new HashMap<>();
        logs.forEach((log, events) -> read.put(log, new ArrayList<>(events)));
        Map<ProgrammeId, ProgrammeFold> folded = new HashMap<>();
        programmes.forEach((programme, fold) -> folded.put(programme, new ProgrammeFold(fold)));
        FactsFold next = new FactsFold(read, folded, new ArrayList<>(deliveries), new ArrayList<>(scopes));
        more.forEach(next::add);
        return next;
    }

    /** This fold as it was when nothing after these positions had been read; a log that is not named is left out. */
    public FactsFold upTo(Map<String, Long> positions) {
        return positions.equals(positions())
                ? this
                : EMPTY.with(happenings().stream()
                        .filter(each -> each.reference().position()
                                <= positions.getOrDefault(each.reference().log(), 0L))
                        .toList());
    }

    /** Only what was recorded at the instant or before it. */
    public FactsFold recordedBy(Instant instant) {
        return EMPTY.with(happenings().stream()
                .filter(each -> !each.recordedAt().isAfter(instant))
                .toList());
    }

    /** The position of the last event that was read, per log, by name of log; logs without any event are left out. */
    public SortedMap<String, Long> positions() {
        SortedMap<String, Long> positions = new TreeMap<>();
        logs.forEach(
                (log, events) -> positions.put(log, events.getLast().reference().position()));
        return positions;
    }

    /** The programmes of which a definition is in force. */
    public SortedSet<ProgrammeId> programmesInForce() {
        SortedSet<ProgrammeId> inForce = new TreeSet<>();
        programmes.forEach((programme, fold) -> {
            if (fold.inForce().isPresent()) {
                inForce.add(programme);
            }
        });
        return inForce;
    }

    /** The definition in force, as it was proposed. */
    public Optional<ProposedDefinition> definitionInForce(ProgrammeId programme) {
        return Optional.ofNullable(programmes.get(programme)).flatMap(ProgrammeFold::inForce);
    }

    /**
     * What the programme's plan rests on.
     *
     * @param definition the definition in force
     * @param defaultReporter who answers for what no scope names
     * @throws IllegalStateException naming the events, when some of the programme's make no sense
     */
    public Facts facts(ProgrammeDefinition definition, ReporterId defaultReporter) {
        return facts(definition.id(), definition.deadlines(), defaultReporter);
    }

    Facts facts(ProgrammeId programme, List<DeadlineDefinition> deadlines, ReporterId defaultReporter) {
        ProgrammeFold fold = programmes.getOrDefault(programme, new ProgrammeFold());
        if (!fold.faults().isEmpty()) {
            throw new IllegalStateException(String.join("; ", fold.faults()));
        }
        return new Facts(
                fold.requisitions(), deliveries, scopes, defaultReporter, fold.deadlines(deadlines), fold.ties());
    }

    /** All events that were read, log by log. */
    private List<Happening> happenings() {
        return new TreeMap<>(logs).values().stream().flatMap(List::stream).toList();
    }

    private void add(Happening happening) {
        List<Happening> log = logs.computeIfAbsent(happening.reference().log(), name -> new ArrayList<>());
        long expected = log.isEmpty() ? 1 : log.getLast().reference().position() + 1;
        if (happening.reference().position() != expected) {
            throw new IllegalArgumentException("expected position " + expected + ", was told " + happening.reference());
        }
        log.add(happening);
        fold(happening);
    }

    private void fold(Happening happening) {
        var reference = happening.reference();
        switch (happening.event()) {
            case ProgrammeVersionProposed event -> programme(event.programme()).proposed(event, reference);
            case ProgrammeVersionActivated event -> programme(event.programme()).activated(event, reference);
            case RequisitionSubmitted event -> programme(event.programme()).submitted(event, happening);
            case RequisitionChanged event -> programme(event.programme()).changed(event, happening);
            case RequisitionApproved event ->
                programme(event.programme())
                        .decided(event.recipient(), event.submission(), Outcome.APPROVED, reference);
            case RequisitionReturned event ->
                programme(event.programme())
                        .decided(event.recipient(), event.submission(), Outcome.RETURNED, reference);
            case RequisitionRejected event ->
                programme(event.programme())
                        .decided(event.recipient(), event.submission(), Outcome.REJECTED, reference);
            case RequisitionWithdrawn event -> programme(event.programme()).withdrawn(event, happening);
            case DeadlineExtended event -> programme(event.programme()).extended(event, happening);
            case DeadlinePassed event -> programme(event.programme()).passed(event, reference);
            case TieResolved event -> programme(event.programme()).tieResolved(event, reference);
            case OperationsReported event ->
                deliveries.add(new Delivery(
                        event.reporter(),
                        event.month(),
                        event.revision(),
                        event.receivedAt(),
                        event.cells(),
                        reference));
            case ReporterScopeSet event ->
                scopes.add(new ReporterScope(
                        event.reporter(),
                        new TreeSet<>(event.performedIn()),
                        event.fromMonth(),
                        happening.recordedAt(),
                        reference));
        }
    }

    private ProgrammeFold programme(ProgrammeId programme) {
        return programmes.computeIfAbsent(programme, id -> new ProgrammeFold());
    }
}
