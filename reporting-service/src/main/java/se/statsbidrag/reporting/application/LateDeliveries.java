package se.statsbidrag.reporting.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.DeliveryAdmissionDeclined;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.access.TwoPersons;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Proposals;
import se.statsbidrag.reporting.domain.CutOff;
import se.statsbidrag.reporting.domain.Delivery;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.LateDeliveryState;
import se.statsbidrag.reporting.domain.Revision;

/**
 * Deliveries that came after a programme's cut-off: two persons let one move that programme's money, or one person does not
 * (I-K6; domain: Late arrivals). Only the newest revision of a reporter's month can be let in, since it replaces the others.
 */
@ApplicationScoped
public class LateDeliveries {
    /** The kind of act, as the list of what waits for a second person names it. */
    public static final String ACT = "delivery-admission";

    private final EventLog log;
    private final EventCodec codec;
    private final Proposals proposals;
    private final Reporting reporting;

    public LateDeliveries(EventLog log, EventCodec codec, Proposals proposals, Reporting reporting) {
        this.log = log;
        this.codec = codec;
        this.proposals = proposals;
        this.reporting = reporting;
    }

    /** A late delivery and what an act about it rests on. */
    private record Loaded(LateDelivery late, Delivery delivery, List<RecordedEvent> settled) {}

    /**
     * The first person proposes to let it in, the second lets it in.
     *
     * @return proposed or admitted
     * @throws ProblemException 404 when there is no such late delivery, 409 when it is settled, no longer late, replaced by
     *     a newer revision, or the second person is the first
     */
    public LateDelivery admit(Command command, LateDeliveryId id, String reason) {
        Loaded loaded = waiting(id);
        DeliveryAdmitted admitted = new DeliveryAdmitted(
                id.programme(), id.key().reporter(), id.key().month(), id.revision(), reason);
        if (proposal(id).isEmpty()) {
            RecordedEvent event = proposals.propose(
                    command, ACT, id.toString(), codec.encode(admitted).payload(), reason);
            return new LateDelivery(
                    id,
                    loaded.late().cutOff(),
                    loaded.late().receivedAt(),
                    loaded.late().recordedAt(),
                    loaded.late().cells(),
                    LateDeliveryState.PROPOSED,
                    reason,
                    command.caller().subject(),
                    event.reference());
        }
        RecordedEvent event =
                proposals.approve(command, ACT, id.toString(), null, reason, _ -> appends(loaded, admitted));
        return loaded.late().settled(LateDeliveryState.ADMITTED, reason, event.reference());
    }

    /**
     * It is not let in; a proposal to do so falls.
     *
     * @throws ProblemException 404 when there is no such late delivery, 409 when it is settled, no longer late or replaced by
     *     a newer revision
     */
    public LateDelivery decline(Command command, LateDeliveryId id, String reason) {
        Loaded loaded = waiting(id);
        if (proposal(id).isPresent()) {
            proposals.giveBack(command, ACT, id.toString(), null, reason);
        }
        RecordedEvent event = log.append(
                        appends(
                                loaded,
                                new DeliveryAdmissionDeclined(
                                        id.programme(),
                                        id.key().reporter(),
                                        id.key().month(),
                                        id.revision(),
                                        reason)),
                        command.origin())
                .events()
                .getLast();
        return loaded.late().settled(LateDeliveryState.DECLINED, reason, event.reference());
    }

    private Optional<TwoPersons.Open> proposal(LateDeliveryId id) {
        return proposals.open(ACT, id.toString());
    }

    /** What is settled, and that no newer revision has come meanwhile. */
    private static List<StreamAppend> appends(Loaded loaded, GrantEvent event) {
        LateDeliveryId id = loaded.late().id();
        List<StreamAppend> appends = new ArrayList<>();
        appends.add(new StreamAppend(
                Streams.delivery(id.key()), loaded.delivery().revisions().size(), List.of()));
        appends.add(new StreamAppend(
                Streams.admissions(id.programme(), id.key()), loaded.settled().size(), List.of(event)));
        return appends;
    }

    private Loaded waiting(LateDeliveryId id) {
        CutOff cutOff = reporting.rules().cutOffs().stream()
                .filter(each -> each.programme().equals(id.programme())
                        && each.holds(id.key().month()))
                .findFirst()
                .orElseThrow(() -> noSuch(id));
        Delivery delivery = reporting.delivery(id.key());
        Revision revision = delivery.revision(id.revision()).orElseThrow(() -> noSuch(id));
        List<RecordedEvent> settled = log.readStream(Streams.admissions(id.programme(), id.key()));
        settled.stream().map(event -> codec.decode(event).event()).forEach(event -> requireUnsettled(id, event));
        if (!cutOff.passedBy(revision.delivered().receivedAt())) {
            throw Problems.conflict(
                    "It is not late: the cut-off in force is the end of " + cutOff.dueDate(),
                    "There is nothing to let in; it moves the programme's money already");
        }
        if (delivery.inForce().filter(revision::equals).isEmpty()) {
            throw Problems.conflict(
                    "Revision " + delivery.revisions().size() + " of the delivery has replaced it",
                    "Decide on that one");
        }
        return new Loaded(
                new LateDelivery(
                        id,
                        cutOff,
                        revision.delivered().receivedAt(),
                        revision.recordedAt(),
                        revision.delivered().cells().size(),
                        LateDeliveryState.WAITING,
                        null,
                        null,
                        revision.event()),
                delivery,
                settled);
    }

    private static void requireUnsettled(LateDeliveryId id, GrantEvent event) {
        boolean admitted = event instanceof DeliveryAdmitted each && each.revision() == id.revision();
        boolean declined = event instanceof DeliveryAdmissionDeclined each && each.revision() == id.revision();
        if (admitted || declined) {
            throw Problems.conflict(
                    admitted ? "It is admitted already" : "It is declined already",
                    "See what became of it with GET …/late-arrivals");
        }
    }

    private static ProblemException noSuch(LateDeliveryId id) {
        return Problems.notFound("late delivery '" + id + "'");
    }
}
