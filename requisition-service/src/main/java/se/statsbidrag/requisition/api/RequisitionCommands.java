package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.application.Mandates;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.Mandate;
import se.statsbidrag.requisition.domain.OrganisationMandate;
import se.statsbidrag.requisition.domain.RequisitionCommand;
import se.statsbidrag.requisition.domain.RequisitionDecider;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Runs commands on requisitions: load, decide, append, answer with the requisition as GET shows it. */
@ApplicationScoped
public class RequisitionCommands {
    private static final byte[] NO_BODY = {};

    private final Commands commands;
    private final Programmes programmes;
    private final Requisitions requisitions;
    private final Mandates mandates;
    private final Lookup lookup;

    @Inject
    public RequisitionCommands(
            Commands commands, Programmes programmes, Requisitions requisitions, Mandates mandates, Lookup lookup) {
        this.commands = commands;
        this.programmes = programmes;
        this.requisitions = requisitions;
        this.mandates = mandates;
        this.lookup = lookup;
    }

    /** A command whose body says more. */
    Response execute(
            ProgrammeId programme,
            RecipientCode recipient,
            byte @Nullable [] body,
            BiFunction<BodyFields, Command, RequisitionCommand> read) {
        byte[] sent = body == null ? NO_BODY : body;
        return commands.execute(sent, command -> {
            BodyFields fields = BodyFields.of(sent);
            RequisitionCommand act = read.apply(fields, command);
            return handle(programme, recipient, act, fields.faults(), command);
        });
    }

    /** A command without a body. */
    public Response execute(
            ProgrammeId programme, RecipientCode recipient, Function<Command, RequisitionCommand> read) {
        return commands.execute(
                NO_BODY, command -> handle(programme, recipient, read.apply(command), List.of(), command));
    }

    /**
     * A command of one who saw a version of the requisition on a page, where no header says so.
     *
     * @throws ProblemException 412 when there is another version by now
     */
    public Response execute(
            ProgrammeId programme, RecipientCode recipient, long seen, Function<Command, RequisitionCommand> read) {
        return execute(programme, recipient, seen, List.of(), read);
    }

    /** The same, when what was typed has faults of form, which are told with those of content. */
    public Response execute(
            ProgrammeId programme,
            RecipientCode recipient,
            long seen,
            List<FieldFault> form,
            Function<Command, RequisitionCommand> read) {
        return commands.execute(NO_BODY, sent -> {
            Command command = sent.seeing(seen);
            return handle(programme, recipient, read.apply(command), form, command);
        });
    }

    private Answer handle(
            ProgrammeId id, RecipientCode recipient, RequisitionCommand act, List<FieldFault> form, Command command) {
        Loaded loaded = load(id, recipient, command.caller());
        if (isTheRecipients(act)) {
            Access.actFor(command.caller(), loaded.mandate().organisation());
        }
        command.requireMatch(loaded.before().version() + loaded.draft().version());
        List<GrantEvent> events = Refusals.accepted(loaded.decide(act), form);
        boolean isDraft = act instanceof RequisitionCommand.SaveDraft;
        StoredRequisition after = isDraft ? loaded.before() : record(loaded, events, command);
        StoredDraft draft = isDraft ? recordDraft(loaded, events, command) : loaded.draft();
        return new Answer(
                status(act, events, loaded.mandate().mandate()),
                RequisitionView.of(after, draft, loaded.terms(), recipient).orElseThrow(),
                after.version() + draft.version());
    }

    /**
     * A recipient's requisition with all that a decision on it rests on.
     *
     * @param draft none for a caller of another organisation
     */
    public record Loaded(
            RequisitionTerms terms,
            RecipientCode recipient,
            StoredRequisition before,
            StoredDraft draft,
            StoredMandate mandate,
            Permissions permissions) {

        /** What a command would come to, which changes nothing yet. */
        public Decision decide(RequisitionCommand act) {
            return new RequisitionDecider(
                            terms,
                            recipient,
                            new OrganisationMandate(mandate.organisation(), mandate.mandate(), permissions))
                    .decide(draft.with(before), act);
        }
    }

    /** Loads it as it stands. */
    public Loaded load(ProgrammeId id, RecipientCode recipient, Caller caller) {
        ProgrammeInForce programme = programmes.require(id);
        OrganisationNumber organisation = lookup.organisation(programme, recipient);
        return new Loaded(
                Requisitions.terms(programme),
                recipient,
                requisitions.load(id, recipient),
                caller.mayActFor(organisation.value()) ? requisitions.loadDraft(id, recipient) : StoredDraft.NONE,
                mandates.load(organisation),
                mandates.permissions());
    }

    /** Records what was decided over it. */
    StoredRequisition record(Loaded loaded, List<GrantEvent> events, Command command) {
        return requisitions.record(
                loaded.terms().programme(),
                loaded.recipient(),
                loaded.before(),
                loaded.mandate(),
                events,
                command.origin());
    }

    private StoredDraft recordDraft(Loaded loaded, List<GrantEvent> events, Command command) {
        return requisitions.recordDraft(
                loaded.terms().programme(),
                loaded.recipient(),
                loaded.before(),
                loaded.draft(),
                loaded.mandate(),
                events,
                command.origin());
    }

    private static boolean isTheRecipients(RequisitionCommand act) {
        return switch (act) {
            case RequisitionCommand.Submit _, RequisitionCommand.SaveDraft _, RequisitionCommand.Withdraw _ -> true;
            case RequisitionCommand.OnHeld onHeld -> !onHeld.officer();
            case RequisitionCommand.OnLate _,
                    RequisitionCommand.ApproveUnremarked _,
                    RequisitionCommand.OfficersAct _ -> false;
        };
    }

    /** 202 when it is held, 201 when it is submitted, 200 else. */
    private static int status(RequisitionCommand act, List<GrantEvent> events, Mandate mandate) {
        if (!(act instanceof RequisitionCommand.Submit)) {
            return 200;
        }
        if (mandate.power(act.by()) instanceof Power.Lapsed) {
            return 202;
        }
        return events.stream().anyMatch(RequisitionSubmitted.class::isInstance) ? 201 : 200;
    }
}
