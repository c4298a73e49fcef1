package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.DelegateInvited;
import se.statsbidrag.events.DelegateRemoved;
import se.statsbidrag.events.DelegateRole;
import se.statsbidrag.events.MandateReference;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.RepresentativeWithdrawn;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Permissions;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Decides what a command does to an organisation's mandate: one representative at a time, approved by the agency (R-K4). */
public final class MandateDecider {
    private final OrganisationNumber organisation;
    private final Permissions permissions;

    public MandateDecider(OrganisationNumber organisation, Permissions permissions) {
        this.organisation = organisation;
        this.permissions = permissions;
    }

    /** What the command does to the mandate as it is. */
    public Decision decide(Mandate mandate, MandateCommand command) {
        return switch (command) {
            case MandateCommand.Apply it -> apply(mandate, it);
            case MandateCommand.Approve it -> approve(mandate, it);
            case MandateCommand.Withdraw it -> withdraw(mandate, it);
            case MandateCommand.Invite it -> invite(mandate, it);
            case MandateCommand.Remove it -> remove(mandate, it);
        };
    }

    private Decision apply(Mandate mandate, MandateCommand.Apply command) {
        boolean hasIt = mandate.inForce()
                .filter(holding -> holding.representative().equals(command.by()))
                .isPresent();
        Optional<Mandate.Application> waiting = mandate.waiting();
        if (hasIt || waiting.filter(it -> it.applicant().equals(command.by())).isPresent()) {
            return Decision.accepted();
        }
        return waiting.isPresent()
                ? Decision.refused(new Refusal.AnotherHasApplied())
                : Decision.accepted(new RepresentativeApplied(organisation, command.by(), command.receivedAt()));
    }

    private Decision approve(Mandate mandate, MandateCommand.Approve command) {
        List<FieldFault> faults = ReasonRules.faults(command.reason());
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        Optional<Mandate.Application> waiting = mandate.waiting();
        if (waiting.isEmpty()) {
            return Decision.refused(new Refusal.NobodyApplied());
        }
        String applicant = waiting.get().applicant();
        return applicant.equals(command.by())
                ? Decision.refused(new Refusal.SamePerson())
                : Decision.accepted(new RepresentativeApproved(organisation, applicant, command.reason()));
    }

    private Decision withdraw(Mandate mandate, MandateCommand.Withdraw command) {
        List<String> there = new ArrayList<>();
        mandate.inForce().ifPresent(holding -> there.add(holding.representative()));
        mandate.waiting().ifPresent(application -> there.add(application.applicant()));
        List<FieldFault> faults = new ArrayList<>(ReasonRules.faults(command.reason()));
        String named = command.representative();
        if (named == null && command.officer() && there.size() > 1) {
            faults.add(new FieldFault(
                    "representative", "", "one has the mandate and another applies for it", "name one of " + there));
        }
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        String whose = named != null ? named : command.officer() && !there.isEmpty() ? there.getFirst() : command.by();
        if (!command.officer() && !whose.equals(command.by())) {
            return Decision.refused(new Refusal.NotPermitted("to end another person's mandate"));
        }
        return there.contains(whose)
                ? Decision.accepted(new RepresentativeWithdrawn(organisation, whose, command.reason()))
                : Decision.refused(new Refusal.NobodyApplied());
    }

    private Decision invite(Mandate mandate, MandateCommand.Invite command) {
        Permission needed = switch (command.role()) {
            case DEPUTY -> Permission.INVITE_DEPUTY;
            case DATA_COORDINATOR -> Permission.INVITE_DATA_COORDINATOR;
        };
        if (!(mandate.power(command.by()) instanceof Power.Held held) || !permissions.allows(held, needed)) {
            return Decision.refused(new Refusal.NotPermitted(needed.action()));
        }
        if (!(mandate.power(command.person()) instanceof Power.Held present)) {
            return Decision.accepted(new DelegateInvited(mandate(held), command.role(), command.person()));
        }
        return present.role() == MandateRole.of(command.role())
                ? Decision.accepted()
                : Decision.refused(new Refusal.HasAnotherRole(present.role()));
    }

    private Decision remove(Mandate mandate, MandateCommand.Remove command) {
        Permission needed = command.person().equals(command.by())
                ? Permission.REMOVE_OWN_ACCOUNT
                : switch (command.role()) {
                    case DEPUTY -> Permission.REMOVE_DEPUTY;
                    case DATA_COORDINATOR -> Permission.REMOVE_DATA_COORDINATOR;
                };
        if (!(mandate.power(command.by()) instanceof Power.Held held) || !permissions.allows(held, needed)) {
            return Decision.refused(new Refusal.NotPermitted(needed.action()));
        }
        DelegateRole present = mandate.inForce()
                .map(holding -> holding.delegates().get(command.person()))
                .orElse(null);
        return present == command.role()
                ? Decision.accepted(new DelegateRemoved(mandate(held), command.role(), command.person()))
                : Decision.accepted();
    }

    private MandateReference mandate(Power.Held held) {
        return new MandateReference(organisation, held.representative());
    }
}
