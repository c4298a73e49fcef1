package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.requisition.domain.ProgrammeVersion.State;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.ProgrammeId;

/** Decides about a programme's definitions: one person proposes, another puts in force (architecture: truth 12). */
public final class ProgrammeVersionDecider {
    private static final String BY_THE_SOFTWARE = "Levererad med systemet";
    private static final String DISPLACED = "Ersatt av en levererad version";

    private final ProgrammeVersions versions;

    public ProgrammeVersionDecider(ProgrammeVersions versions) {
        this.versions = versions;
    }

    /**
     * What a definition that comes with the software leads to: a proposal when it is new, nothing when it was proposed
     * before.
     *
     * @param canonicalText the text whose SHA-256 is the definition's hash
     * @param activate whether it is also put in force, as at a local start
     */
    public Decision ship(ProgrammeDefinition definition, String canonicalText, boolean activate) {
        List<GrantEvent> events = new ArrayList<>();
        boolean known = versions.knows(definition.hash());
        if (!known) {
            List<FieldFault> faults = faults(definition);
            if (!faults.isEmpty()) {
                return Decision.refused(new Refusal.Wrong(faults));
            }
            ProgrammeVersionProposed proposed = proposal(definition, canonicalText, BY_THE_SOFTWARE);
            if (activate) {
                versions.waiting().ifPresent(waiting -> events.add(returned(waiting, DISPLACED)));
            }
            if (!activate) {
                events.add(ProgrammeVersions.proposed(proposed));
            }
            events.add(proposed);
        }
        boolean newest = !known || definition.version() == versions.latest();
        if (activate && newest && versions.active() != definition.version()) {
            events.add(new ProgrammeVersionActivated(definition.id(), definition.version(), definition.hash()));
        }
        return new Decision.Accepted(events);
    }

    /**
     * The version that a person proposed with the number of a definition that comes with the software, or with a later
     * one: the definition cannot be proposed then. Empty when nothing, or only what came with the software, stands there.
     *
     * @param shipper who proposes what comes with the software
     */
    public Optional<ProgrammeVersion> personsVersionInPlaceOf(ProgrammeDefinition definition, String shipper) {
        if (versions.knows(definition.hash()) || definition.version() > versions.latest()) {
            return Optional.empty();
        }
        return versions.find(definition.version())
                .or(() -> Optional.of(versions.all().getLast()))
                .filter(version -> !ProgrammeVersions.isProposer(version, shipper));
    }

    /**
     * What a person's proposal leads to; the same one by the same person again changes nothing.
     *
     * @param programme the one that it was sent for
     * @param reason why; may be empty until a first version is in force
     */
    public Decision propose(
            ProgrammeId programme,
            ProgrammeDefinition definition,
            String canonicalText,
            String proposer,
            String reason) {
        boolean again = versions.waiting()
                .filter(waiting -> ProgrammeVersions.isProposer(waiting, proposer)
                        && waiting.proposal().definitionHash().equals(definition.hash()))
                .isPresent();
        if (again) {
            return new Decision.Accepted(List.of());
        }
        List<FieldFault> faults = new ArrayList<>(faultsOfReason(reason));
        if (!definition.id().equals(programme)) {
            faults.add(new FieldFault(
                    "id",
                    definition.id().value(),
                    "is another programme than the address names",
                    "write id: " + programme + ", or send it to the address of the other"));
        }
        faults.addAll(faults(definition));
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        ProgrammeVersionProposed proposed = proposal(definition, canonicalText, reason);
        return Decision.accepted(ProgrammeVersions.proposed(proposed), proposed);
    }

    /** Faults in the reason of a proposal. */
    public List<FieldFault> faultsOfReason(String reason) {
        return versions.active() == 0 && reason.isEmpty() ? List.of() : ReasonRules.faults(reason);
    }

    /** What putting a version in force leads to. */
    public Decision activate(int number, String second, String reason) {
        return settle(number, reason, version -> {
            if (ProgrammeVersions.isProposer(version, second)) {
                return Decision.refused(new Refusal.SamePerson());
            }
            ProgrammeVersionProposed proposal = version.proposal();
            return Decision.accepted(
                    new ActApproved(
                            ProgrammeVersions.ACT,
                            proposal.programme().value(),
                            version.proposed().position(),
                            reason),
                    new ProgrammeVersionActivated(proposal.programme(), number, proposal.definitionHash()));
        });
    }

    /** What returning a version leads to; whoever proposed it may take it back in this way too. */
    public Decision giveBack(int number, String reason) {
        return settle(number, reason, version -> Decision.accepted(returned(version, reason)));
    }

    private Decision settle(int number, String reason, Function<ProgrammeVersion, Decision> settlement) {
        List<FieldFault> faults = ReasonRules.faults(reason);
        if (!faults.isEmpty()) {
            return Decision.refused(new Refusal.Wrong(faults));
        }
        ProgrammeVersion version = versions.find(number)
                .orElseThrow(() -> new IllegalArgumentException("version " + number + " was never proposed"));
        State state = versions.state(version);
        return state == State.PROPOSED
                ? settlement.apply(version)
                : Decision.refused(new Refusal.NotWaiting(state, versions.latest()));
    }

    private List<FieldFault> faults(ProgrammeDefinition definition) {
        List<FieldFault> faults = new ArrayList<>();
        int latest = versions.latest();
        if (definition.version() <= latest) {
            faults.add(new FieldFault(
                    "version",
                    Integer.toString(definition.version()),
                    versions.knows(definition.hash())
                            ? "this definition has been proposed already"
                            : "the definition has changed since version " + latest
                                    + " was proposed, but not its number",
                    "write version: " + (latest + 1)));
        }
        if (definition.organisationNumbersSource() == null) {
            faults.add(new FieldFault(
                    "recipients.organisationNumbersSource",
                    "",
                    "the recipients have no organisation numbers, so nobody could requisition for them",
                    "state every recipient's number, and their source"));
        }
        return faults;
    }

    private static ProgrammeVersionProposed proposal(
            ProgrammeDefinition definition, String canonicalText, String reason) {
        return new ProgrammeVersionProposed(
                definition.id(), definition.version(), canonicalText, definition.hash(), reason);
    }

    private static ActReturned returned(ProgrammeVersion version, String reason) {
        return new ActReturned(
                ProgrammeVersions.ACT,
                version.proposal().programme().value(),
                version.proposed().position(),
                reason);
    }
}
