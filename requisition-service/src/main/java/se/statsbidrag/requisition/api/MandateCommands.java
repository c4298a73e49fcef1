package se.statsbidrag.requisition.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.requisition.application.Mandates;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.MandateCommand;
import se.statsbidrag.requisition.domain.MandateDecider;
import se.statsbidrag.requisition.read.MandateView;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Runs commands on mandates: load, decide, append, answer with the mandate as GET shows it. */
@ApplicationScoped
public class MandateCommands {
    private static final byte[] NO_BODY = {};

    private final Commands commands;
    private final Mandates mandates;
    private final Lookup lookup;

    @Inject
    public MandateCommands(Commands commands, Mandates mandates, Lookup lookup) {
        this.commands = commands;
        this.mandates = mandates;
        this.lookup = lookup;
    }

    /** A command whose body says more. */
    Response execute(String number, byte @Nullable [] body, BiFunction<BodyFields, Command, MandateCommand> read) {
        byte[] sent = body == null ? NO_BODY : body;
        OrganisationNumber organisation = lookup.organisation(number);
        return commands.execute(sent, command -> {
            BodyFields fields = BodyFields.of(sent);
            MandateCommand act = read.apply(fields, command);
            return handle(organisation, act, fields.faults(), command);
        });
    }

    /** A command without a body. */
    public Response execute(String number, Function<Command, MandateCommand> read) {
        OrganisationNumber organisation = lookup.organisation(number);
        return commands.execute(NO_BODY, command -> handle(organisation, read.apply(command), List.of(), command));
    }

    private Answer handle(OrganisationNumber organisation, MandateCommand act, List<FieldFault> form, Command command) {
        if (!isTheAgencys(act)) {
            Access.actFor(command.caller(), organisation);
        }
        StoredMandate before = mandates.load(organisation);
        command.requireMatch(before.version());
        List<GrantEvent> events = Refusals.accepted(
                new MandateDecider(organisation, mandates.permissions()).decide(before.mandate(), act), form);
        StoredMandate after = mandates.record(before, events, command.origin());
        boolean applied = events.stream().anyMatch(RepresentativeApplied.class::isInstance);
        return new Answer(applied ? 201 : 200, MandateView.of(after, lookup.recipients(organisation)), after.version());
    }

    private static boolean isTheAgencys(MandateCommand act) {
        return switch (act) {
            case MandateCommand.Approve _ -> true;
            case MandateCommand.Withdraw withdraw -> withdraw.officer();
            case MandateCommand.Apply _, MandateCommand.Invite _, MandateCommand.Remove _ -> false;
        };
    }
}
