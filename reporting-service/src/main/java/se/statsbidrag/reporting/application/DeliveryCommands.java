package se.statsbidrag.reporting.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.Appended;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.Reporting.ScopesInForce;
import se.statsbidrag.reporting.domain.Delivery;
import se.statsbidrag.reporting.domain.Delivery.Decision;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.reporting.domain.Intake;
import se.statsbidrag.reporting.domain.IntakeRules;
import se.statsbidrag.rules.value.OperationCell;

/** Takes in deliveries: all of a request's are recorded, or none. */
@ApplicationScoped
public class DeliveryCommands {
    private final EventLog log;
    private final EventCodec codec;
    private final Reporting reporting;
    private final BusinessClock clock;

    public DeliveryCommands(EventLog log, EventCodec codec, Reporting reporting, BusinessClock clock) {
        this.log = log;
        this.codec = codec;
        this.reporting = reporting;
        this.clock = clock;
    }

    /**
     * Records what differs from what is in force.
     *
     * @return what became of each delivery, in the order of reporter and month
     * @throws ProblemException 403 when the caller does not deliver for one of the reporters, 422 with every fault; nothing
     *     is recorded
     */
    public List<DeliveryOutcome> deliver(Command command, DeliveryRows rows) {
        Decided decided = decide(command.caller(), rows, command.receivedAt());
        if (decided.deliveries.size() == 1) {
            command.requireMatch(
                    decided.deliveries.getFirst().before.revisions().size());
        }
        List<StreamAppend> appends = new ArrayList<>();
        for (DecidedDelivery each : decided.deliveries) {
            if (each.decision instanceof Decision.Recorded recorded) {
                appends.add(new StreamAppend(
                        Streams.delivery(each.before.key()),
                        each.before.revisions().size(),
                        List.of(recorded.event())));
            }
        }
        Map<StreamName, RecordedEvent> recorded = new HashMap<>();
        if (!appends.isEmpty()) {
            // The cells were checked against these scopes: they must still be in force when the deliveries are
            // recorded.
            appends.add(new StreamAppend(Streams.SCOPES, decided.scopesVersion, List.of()));
            Appended appended = log.append(appends, command.origin());
            appended.events().forEach(event -> recorded.put(event.stream(), event));
        }
        return decided.deliveries.stream()
                .map(each -> {
                    RecordedEvent event = recorded.get(Streams.delivery(each.before.key()));
                    return event == null
                            ? outcome(each)
                            : DeliveryOutcome.of(
                                    (Decision.Recorded) each.decision, Reporting.revision(codec.decode(event)));
                })
                .toList();
    }

    /**
     * What {@link #deliver} would answer now; records nothing.
     *
     * @throws ProblemException 403 when the caller does not deliver for the reporter, 422 with every fault
     */
    public List<DeliveryOutcome> validate(Caller caller, DeliveryRows rows) {
        return decide(caller, rows, clock.instant()).deliveries.stream()
                .map(DeliveryCommands::outcome)
                .toList();
    }

    private static DeliveryOutcome outcome(DecidedDelivery delivery) {
        return switch (delivery.decision) {
            case Decision.Unchanged unchanged -> DeliveryOutcome.of(unchanged);
            case Decision.Recorded recorded -> DeliveryOutcome.notRecorded(recorded);
        };
    }

    private Decided decide(Caller caller, DeliveryRows rows, Instant receivedAt) {
        ScopesInForce scopes = reporting.scopes();
        IntakeRules rules = reporting.rules();
        Intake intake = new Intake(rules, scopes.scopes(), receivedAt, new Faults());
        rows.readInto(intake);
        if (!intake.reporters().stream().allMatch(caller::mayReportFor)) {
            throw Problems.forbidden(
                    "You do not deliver for every reporter that the request names; nothing was recorded",
                    "Send the deliveries of your own reporters alone");
        }
        if (!intake.faults().isEmpty()) {
            throw FaultProblems.refused(intake.faults());
        }
        List<DecidedDelivery> deliveries = new ArrayList<>();
        SortedMap<DeliveryKey, List<OperationCell>> sent = intake.deliveries();
        sent.forEach((key, cells) -> {
            Delivery before = reporting.delivery(key);
            deliveries.add(new DecidedDelivery(before, before.decide(cells, receivedAt, rules)));
        });
        return new Decided(deliveries, scopes.version());
    }

    private record DecidedDelivery(Delivery before, Decision decision) {}

    private record Decided(List<DecidedDelivery> deliveries, long scopesVersion) {}
}
