package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.requisition.application.Admissions;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.domain.LateArrivalId;
import se.statsbidrag.requisition.domain.Refusal;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.read.LateArrivalView;

/** Runs what officers do with late arrivals: load, decide, append, answer with the arrival as the list shows it. */
@ApplicationScoped
public class LateArrivalCommands {
    private static final byte[] NO_BODY = {};

    private final Commands commands;
    private final RequisitionCommands requisitions;
    private final Requisitions stored;
    private final Admissions admissions;
    private final Lookup lookup;

    @Inject
    public LateArrivalCommands(
            Commands commands,
            RequisitionCommands requisitions,
            Requisitions stored,
            Admissions admissions,
            Lookup lookup) {
        this.commands = commands;
        this.requisitions = requisitions;
        this.stored = stored;
        this.admissions = admissions;
        this.lookup = lookup;
    }

    /** The first person proposes, the second admits. */
    Response admit(String name, byte @Nullable [] body) {
        byte[] sent = body == null ? NO_BODY : body;
        return commands.execute(sent, command -> {
            LateArrivalId id = id(name);
            BodyFields fields = BodyFields.of(sent);
            String reason = fields.text("reason");
            RequisitionCommands.Loaded loaded = requisitions.load(id.programme(), id.recipient(), command.caller());
            List<GrantEvent> events = Refusals.accepted(
                    loaded.decide(new RequisitionCommand.Admit(
                            id.submission(),
                            reason,
                            command.receivedAt(),
                            command.caller().subject())),
                    fields.faults());
            if (admissions.proposal(id).isEmpty()) {
                admissions.propose(command, id, reason);
                return answer(202, id, loaded);
            }
            admissions.approve(
                    command,
                    id,
                    reason,
                    List.of(Requisitions.append(id.programme(), id.recipient(), loaded.before(), events)));
            return answer(200, id, loaded);
        });
    }

    /** One person is enough. */
    Response decline(String name, byte @Nullable [] body) {
        byte[] sent = body == null ? NO_BODY : body;
        return commands.execute(sent, command -> {
            LateArrivalId id = id(name);
            BodyFields fields = BodyFields.of(sent);
            String reason = fields.text("reason");
            RequisitionCommands.Loaded loaded = requisitions.load(id.programme(), id.recipient(), command.caller());
            List<GrantEvent> events = Refusals.accepted(
                    loaded.decide(new RequisitionCommand.Decline(
                            id.submission(),
                            reason,
                            command.receivedAt(),
                            command.caller().subject())),
                    fields.faults());
            admissions.giveBack(command, id, reason);
            requisitions.record(loaded, events, command);
            return answer(200, id, loaded);
        });
    }

    private Answer answer(int status, LateArrivalId id, RequisitionCommands.Loaded loaded) {
        LateArrivalView view = LateArrivalView.of(
                        stored.load(id.programme(), id.recipient()),
                        loaded.terms(),
                        id.recipient(),
                        admissions::proposal)
                .stream()
                .filter(arrival -> arrival.id().equals(id.toString()))
                .findFirst()
                .orElseThrow();
        return new Answer(status, view, 0);
    }

    /** @throws ProblemException 404 when it is not in form, or its programme or recipient is none */
    private LateArrivalId id(String name) {
        LateArrivalId id = LateArrivalId.of(name).orElseThrow(() -> Refusals.problem(new Refusal.NoLateArrival()));
        lookup.recipient(
                lookup.programme(id.programme().value()), id.recipient().value());
        return id;
    }
}
