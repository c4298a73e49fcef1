package se.statsbidrag.reporting.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.reporting.domain.CutOff;
import se.statsbidrag.reporting.domain.Delivery;
import se.statsbidrag.reporting.domain.Delivery.Admission;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.IntakeRules;
import se.statsbidrag.reporting.domain.ReporterScopes;
import se.statsbidrag.reporting.domain.Revision;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.RecipientKind;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** What there is: folded from the streams and from the programmes in force, so nobody is shown something stale. */
@ApplicationScoped
public class Reporting {

    private final EventLog log;
    private final EventCodec codec;
    private final Programmes programmes;
    private final ReporterId defaultReporter;

    public Reporting(
            EventLog log,
            EventCodec codec,
            Programmes programmes,
            @ConfigProperty(name = "statsbidrag.default-reporter") String defaultReporter) {
        this.log = log;
        this.codec = codec;
        this.programmes = programmes;
        this.defaultReporter = new ReporterId(defaultReporter);
    }

    /**
     * The reporter scopes in force.
     *
     * @param scopes who answers for what
     * @param events those that set them, in order; as many as the stream's version
     */
    public record ScopesInForce(ReporterScopes scopes, List<RecordedEvent> events) {
        public ScopesInForce {
            events = List.copyOf(events);
        }

        /** The stream's version, on which what rests on the scopes guards. */
        public long version() {
            return events.size();
        }
    }

    public ScopesInForce scopes() {
        List<RecordedEvent> events = log.readStream(Streams.SCOPES);
        ReporterScopes scopes = ReporterScopes.none(defaultReporter);
        for (RecordedEvent event : events) {
            scopes = scopes.evolve((ReporterScopeSet) codec.decode(event).event());
        }
        return new ScopesInForce(scopes, events);
    }

    /** All that a reporter has delivered for a month. */
    public Delivery delivery(DeliveryKey key) {
        List<Revision> revisions = log.readStream(Streams.delivery(key)).stream()
                .map(codec::decode)
                .map(Reporting::revision)
                .toList();
        if (revisions.isEmpty()) {
            return Delivery.none(key);
        }
        Set<Admission> admissions = new HashSet<>();
        for (ProgrammeId programme :
                rules().lateFor(key.month(), revisions.getLast().delivered().receivedAt())) {
            for (RecordedEvent event : log.readStream(Streams.admissions(programme, key))) {
                if (codec.decode(event).event() instanceof DeliveryAdmitted admitted) {
                    admissions.add(new Admission(programme, admitted.revision()));
                }
            }
        }
        return new Delivery(key, revisions, admissions);
    }

    /** What deliveries are checked against, by the programmes in force now. */
    public IntakeRules rules() {
        TreeSet<RecipientCode> regions = new TreeSet<>();
        TreeSet<Procedure> procedures = new TreeSet<>();
        List<CutOff> cutOffs = new ArrayList<>();
        for (ProgrammeInForce programme : programmes.current().programmes()) {
            ProgrammeDefinition definition = programme.definition();
            definition.recipients().stream()
                    .map(Recipient::code)
                    .filter(RecipientKind.REGIONS::includes)
                    .forEach(regions::add);
            definition.procedures().stream().map(ProcedureDefinition::code).forEach(procedures::add);
            programme
                    .deadline(DeadlineKind.DELIVERY_CUT_OFF)
                    .map(cutOff -> cutOff(definition, cutOff))
                    .ifPresent(cutOffs::add);
        }
        return new IntakeRules(regions, procedures, cutOffs, defaultReporter);
    }

    static Revision revision(DecodedEvent event) {
        return new Revision(
                (OperationsReported) event.event(),
                event.recorded().recordedAt(),
                event.recorded().reference());
    }

    private static CutOff cutOff(ProgrammeDefinition definition, DeadlineInForce deadline) {
        return new CutOff(
                definition.id(),
                deadline.id(),
                definition.period().from(),
                definition.period().to(),
                deadline.dueDate());
    }
}
