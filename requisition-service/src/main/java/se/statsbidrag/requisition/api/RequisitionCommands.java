package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.domain.RequisitionDecider;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Runs commands on requisitions: load, decide, append, answer with the requisition as GET shows it. */
@ApplicationScoped
public class RequisitionCommands {
    private static final byte[] NO_BODY = {};

    private final Commands commands;
    private final Programmes programmes;
    private final Requisitions requisitions;

    @Inject
    public RequisitionCommands(Commands commands, Programmes programmes, Requisitions requisitions) {
        this.commands = commands;
        this.programmes = programmes;
        this.requisitions = requisitions;
    }

    /** A command whose body says more. */
    Response execute(
            ProgrammeId programme,
            RecipientCode recipient,
            byte @Nullable [] body,
            BiFunction<BodyFields, Instant, RequisitionCommand> read) {
        byte[] sent = body == null ? NO_BODY : body;
        return commands.execute(sent, command -> {
            BodyFields fields = BodyFields.of(sent);
            RequisitionCommand act = read.apply(fields, command.receivedAt());
            return handle(programme, recipient, act, fields.faults(), command);
        });
    }

    /** A command without a body. */
    Response execute(ProgrammeId programme, RecipientCode recipient, Function<Instant, RequisitionCommand> read) {
        return commands.execute(
                NO_BODY, command -> handle(programme, recipient, read.apply(command.receivedAt()), List.of(), command));
    }

    private Answer handle(
            ProgrammeId id, RecipientCode recipient, RequisitionCommand act, List<FieldFault> form, Command command) {
        StoredRequisition before = requisitions.load(id, recipient);
        command.requireMatch(before.version());
        ProgrammeInForce programme = programmes.require(id);
        RequisitionTerms terms = Requisitions.terms(programme);
        List<GrantEvent> events =
                Refusals.accepted(new RequisitionDecider(terms, recipient).decide(before.file(), act), form);
        StoredRequisition after = requisitions.record(id, recipient, before, events, command.origin());
        boolean submitted = events.stream().anyMatch(RequisitionSubmitted.class::isInstance);
        return new Answer(
                submitted ? 201 : 200,
                RequisitionView.of(after, terms, recipient).orElseThrow(),
                after.version());
    }
}
