package se.statsbidrag.requisition.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;

/** What lists must derive anew after events: whose requisitions those change, as they stood when the last was recorded. */
@ApplicationScoped
public class Lines {
    private final EventLog log;
    private final Requisitions requisitions;
    private final Programmes programmes;

    @Inject
    public Lines(EventLog log, Requisitions requisitions, Programmes programmes) {
        this.log = log;
        this.requisitions = requisitions;
        this.programmes = programmes;
    }

    /** One requisition as it stood. */
    record Derived(Line line, StoredRequisition stored, RequisitionTerms terms) {}

    String logName() {
        return log.name();
    }

    /** Those that the events change, each once. */
    Stream<Derived> changedBy(List<DecodedEvent> events) {
        Set<Line> changed = new LinkedHashSet<>();
        events.forEach(event -> changed.addAll(changedBy(event)));
        long position = events.getLast().recorded().position();
        return changed.stream()
                .flatMap(line -> programmes.current().programme(line.programme()).stream()
                        .map(programme -> new Derived(
                                line,
                                requisitions.loadAt(line.programme(), line.recipient(), position),
                                Requisitions.terms(programme))));
    }

    private List<Line> changedBy(DecodedEvent event) {
        return switch (event.event()) {
            case DeadlineExtended it -> all(it.programme());
            case ProgrammeVersionActivated it -> all(it.programme());
            default ->
                Stream.concat(Line.of(event.event()).stream(), Line.ofProposal(event.event()).stream())
                        .toList();
        };
    }

    /** Every recipient's, since another day may make late what was in time in the version before. */
    private List<Line> all(ProgrammeId programme) {
        return programmes.current().programme(programme).stream()
                .flatMap(it -> it.definition().recipients().stream())
                .map(Recipient::code)
                .map(recipient -> new Line(programme, recipient))
                .toList();
    }
}
