package se.statsbidrag.events.facts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActRefused;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.ConditionRecorded;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.DeliveryAdmissionDeclined;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.PersonErased;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.RequisitionAdmissionDeclined;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionDismissed;
import se.statsbidrag.events.RequisitionDraftSaved;
import se.statsbidrag.events.RequisitionHeld;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReleased;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.ReporterScope;
import se.statsbidrag.rules.fact.Submission.Outcome;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * The facts that the events of all logs amount to, per programme, as far as each log has been read. A value: what is
 * added gives a new fold, so that a transaction that is rolled back leaves nothing behind.
 *
 * <p>Each log is read in its own order without gaps; how the logs are interleaved makes no difference (architecture:
 * truth 8).
 */
public final class FactsFold {
    private static final FactsFold EMPTY = new FactsFold(Map.of(), Map.of(), List.of(), List.of());

    private final Map<String, Long> positions;
    private final Map<ProgrammeId, ProgrammeFold> programmes;
    private final List<Delivery> deliveries;
    private final List<ReporterScope> scopes;

    /** Those of the programmes that are this fold's own, not shared with the fold that it was made from. */
    private final Set<ProgrammeId> own = new HashSet<>();

    private FactsFold(
            Map<String, Long> positions,
            Map<ProgrammeId, ProgrammeFold> programmes,
            List<Delivery> deliveries,
            List<ReporterScope> scopes) {
        this.positions = positions;
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
    public FactsFold with(List<DecodedEvent> more) {
        FactsFold next = new FactsFold(
                new HashMap<>(positions),
                new HashMap<>(programmes),
                new ArrayList<>(deliveries),
                new ArrayList<>(scopes));
        more.forEach(next::add);
        return next;
    }

    /** The position of the last event that was read, per log, by name of log; a log without any event is left out. */
    public SortedMap<String, Long> positions() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    /** How far a log has been read; 0 for a log without any event. */
    public long position(String log) {
        return positions.getOrDefault(log, 0L);
    }

    /** The programmes of which a definition is in force. */
    public SortedSet<ProgrammeId> programmesInForce() {
        return programmes.keySet().stream()
                .filter(programme -> inForce(programme).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The definition in force and its deadlines as they stand. */
    public Optional<ProgrammeInForce> inForce(ProgrammeId programme) {
        return Optional.ofNullable(programmes.get(programme)).flatMap(ProgrammeFold::inForce);
    }

    /** The events of the programme that make no sense, with why; they stop its plan. */
    public List<String> faults(ProgrammeId programme) {
        ProgrammeFold fold = programmes.get(programme);
        return fold == null ? List.of() : fold.faults();
    }

    /** What was noted last of each recipient's conditions; it bars no share, but may bar payment (domain: Conditions). */
    public Collection<ConditionRecorded> conditions(ProgrammeId programme) {
        ProgrammeFold fold = programmes.get(programme);
        return fold == null ? List.of() : fold.conditions();
    }

    /** Whether there is such a submission that an officer may decide over. */
    public boolean holdsSubmission(ProgrammeId programme, RecipientCode recipient, long version) {
        ProgrammeFold fold = programmes.get(programme);
        return fold != null && fold.holdsSubmission(recipient, version);
    }

    /** How many revisions there are of a reporter's delivery for a month. */
    public int revisions(ReporterId reporter, YearMonth month) {
        return deliveries.stream()
                .filter(each -> each.reporter().equals(reporter) && each.month().equals(month))
                .mapToInt(Delivery::revision)
                .max()
                .orElse(0);
    }

    /**
     * What a programme's plan rests on besides its definition.
     *
     * @param defaultReporter who answers for what no scope names
     * @throws IllegalStateException when no definition is in force, or naming the events of the programme that make no
     *     sense
     */
    public Facts facts(ProgrammeId programme, ReporterId defaultReporter) {
        ProgrammeFold fold = programmes.getOrDefault(programme, new ProgrammeFold(programme));
        if (!fold.faults().isEmpty()) {
            throw new IllegalStateException(String.join("; ", fold.faults()));
        }
        ProgrammeInForce inForce = fold.inForce()
                .orElseThrow(() -> new IllegalStateException("no definition of " + programme + " is in force"));
        return new Facts(
                fold.requisitions(),
                deliveries,
                scopes,
                defaultReporter,
                inForce.deadlines().stream()
                        .map(each -> new DeadlineInForce(each.id(), each.dueDate(), each.extendedBy(), each.passedBy()))
                        .collect(Collectors.toMap(DeadlineInForce::deadline, each -> each)),
                fold.ties(),
                fold.admissions());
    }

    /** The programmes in force whose facts these events may change: deliveries and scopes may change everybody's. */
    public SortedSet<ProgrammeId> touchedBy(List<DecodedEvent> events) {
        SortedSet<ProgrammeId> touched = new TreeSet<>();
        for (DecodedEvent each : events) {
            switch (each.event()) {
                case ProgrammeVersionProposed event -> touched.add(event.programme());
                case ProgrammeVersionActivated event -> touched.add(event.programme());
                case DeadlineExtended event -> touched.add(event.programme());
                case DeadlinePassed event -> touched.add(event.programme());
                case RequisitionSubmitted event -> touched.add(event.programme());
                case RequisitionChanged event -> touched.add(event.programme());
                case RequisitionWithdrawn event -> touched.add(event.programme());
                case RequisitionApproved event -> touched.add(event.programme());
                case RequisitionReturned event -> touched.add(event.programme());
                case RequisitionRejected event -> touched.add(event.programme());
                case RequisitionAdmitted event -> touched.add(event.programme());
                case DeliveryAdmitted event -> touched.add(event.programme());
                case TieResolved event -> touched.add(event.programme());
                case RepresentativeApplied _,
                        RepresentativeApproved _,
                        RepresentativeWithdrawn _,
                        DelegateInvited _,
                        DelegateRemoved _,
                        RequisitionHeld _,
                        RequisitionReleased _,
                        RequisitionDismissed _,
                        RequisitionDraftSaved _,
                        RequisitionAdmissionDeclined _,
                        DeliveryAdmissionDeclined _,
                        ConditionRecorded _,
                        ReferenceTableImported _ -> {
                    // Who may act, what counts for nothing and what bars no share is no fact of the plan.
                }
                case OperationsReported _, ReporterScopeSet _ -> touched.addAll(programmesInForce());
                case LedgerEvent _, FollowUpEvent _, PaymentDetailsSet _ -> {
                    // What was decided, paid and used follows from plans, and changes none (architecture: truth 11).
                }
                case ActProposed _, ActApproved _, ActReturned _, ActRefused _, PersonErased _ -> {
                    // Who did what moves no money.
                }
            }
        }
        touched.retainAll(programmesInForce());
        return touched;
    }

    private void add(DecodedEvent decoded) {
        RecordedEvent recorded = decoded.recorded();
        long expected = position(recorded.log()) + 1;
        if (recorded.position() != expected) {
            throw new IllegalArgumentException("expected position " + expected + ", was told " + recorded.reference());
        }
        positions.put(recorded.log(), expected);
        switch (decoded.event()) {
            case ProgrammeVersionProposed event -> programme(event.programme()).definitionOrDeadline(decoded);
            case ProgrammeVersionActivated event -> programme(event.programme()).definitionOrDeadline(decoded);
            case DeadlineExtended event -> programme(event.programme()).definitionOrDeadline(decoded);
            case DeadlinePassed event -> programme(event.programme()).definitionOrDeadline(decoded);
            case RequisitionSubmitted event -> programme(event.programme()).submitted(event, recorded);
            case RequisitionChanged event -> programme(event.programme()).changed(event, recorded);
            case RequisitionWithdrawn event -> programme(event.programme()).withdrawn(event, recorded);
            case RequisitionApproved event ->
                programme(event.programme())
                        .decided(event.recipient(), event.submission(), Outcome.APPROVED, recorded.reference());
            case RequisitionReturned event ->
                programme(event.programme())
                        .decided(event.recipient(), event.submission(), Outcome.RETURNED, recorded.reference());
            case RequisitionRejected event ->
                programme(event.programme())
                        .decided(event.recipient(), event.submission(), Outcome.REJECTED, recorded.reference());
            case RequisitionAdmitted event ->
                programme(event.programme()).admitted(event.recipient(), event.submission(), recorded.reference());
            case DeliveryAdmitted event -> programme(event.programme()).admitted(event, recorded.reference());
            case TieResolved event -> programme(event.programme()).tieResolved(event, recorded.reference());
            case ConditionRecorded event -> programme(event.programme()).condition(event);
            case OperationsReported event ->
                deliveries.add(new Delivery(
                        event.reporter(),
                        event.month(),
                        event.revision(),
                        event.receivedAt(),
                        event.cells(),
                        recorded.reference()));
            case RepresentativeApplied _,
                    RepresentativeApproved _,
                    RepresentativeWithdrawn _,
                    DelegateInvited _,
                    DelegateRemoved _,
                    RequisitionHeld _,
                    RequisitionReleased _,
                    RequisitionDismissed _,
                    RequisitionDraftSaved _,
                    RequisitionAdmissionDeclined _,
                    DeliveryAdmissionDeclined _,
                    ReferenceTableImported _ -> {
                // Who may act, what counts for nothing and what bars no share is no fact of the plan.
            }
            case ReporterScopeSet event ->
                scopes.add(new ReporterScope(
                        event.reporter(),
                        new TreeSet<>(event.performedIn()),
                        event.fromMonth(),
                        recorded.recordedAt(),
                        recorded.reference()));
            case LedgerEvent _, FollowUpEvent _, PaymentDetailsSet _ -> {
                // What was decided, paid and used is no fact of the plan.
            }
            case ActProposed _, ActApproved _, ActReturned _, ActRefused _, PersonErased _ -> {
                // Who did what is no fact of a programme.
            }
        }
    }

    /** To be changed: copied at the first change, so that folding one event costs no more than what it touches. */
    private ProgrammeFold programme(ProgrammeId programme) {
        return programmes.compute(programme, (id, fold) -> {
            if (fold == null) {
                own.add(id);
                return new ProgrammeFold(id);
            }
            return own.add(id) ? fold.copy() : fold;
        });
    }
}
