package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/**
 * The versions of one programme's definition, in the order that they were proposed.
 *
 * @param proposals in the order of the stream
 * @param active the version in force; 0 for none
 * @param version how many events the stream has
 */
public record ProgrammeVersions(List<ProgrammeVersionProposed> proposals, int active, long version) {
    /** Nothing has been proposed. */
    public static final ProgrammeVersions NONE = new ProgrammeVersions(List.of(), 0, 0);

    public ProgrammeVersions {
        proposals = List.copyOf(proposals);
    }

    /** @throws IllegalArgumentException when the event is about something else, which a stream of versions never holds */
    public ProgrammeVersions evolve(GrantEvent event) {
        return switch (event) {
            case ProgrammeVersionProposed proposed -> {
                List<ProgrammeVersionProposed> all = new ArrayList<>(proposals);
                all.add(proposed);
                yield new ProgrammeVersions(all, active, version + 1);
            }
            case ProgrammeVersionActivated activated ->
                new ProgrammeVersions(proposals, activated.version(), version + 1);
            default ->
                throw new IllegalArgumentException(
                        "not an event of a programme: " + event.getClass().getSimpleName());
        };
    }

    /**
     * What a definition that comes with the software leads to: a proposal when it is new, nothing when it was proposed
     * before (architecture: truth 12).
     *
     * @param canonicalText the text whose SHA-256 is the definition's hash
     * @param activate whether it is also put in force, as at a local start
     */
    public Decision ship(ProgrammeDefinition definition, String canonicalText, boolean activate) {
        List<GrantEvent> events = new ArrayList<>();
        Optional<ProgrammeVersionProposed> known = proposals.stream()
                .filter(proposal -> proposal.definitionHash().equals(definition.hash()))
                .findFirst();
        int latest = proposals.isEmpty() ? 0 : proposals.getLast().version();
        if (known.isEmpty()) {
            if (definition.version() <= latest) {
                return Decision.refused(new Refusal.Wrong(List.of(new FieldFault(
                        "version",
                        Integer.toString(definition.version()),
                        "the definition has changed since version " + latest + " was proposed, but not its number",
                        "write version: " + (latest + 1)))));
            }
            if (definition.organisationNumbersSource() == null) {
                return Decision.refused(new Refusal.Wrong(List.of(new FieldFault(
                        "recipients.organisationNumbersSource",
                        "",
                        "the recipients have no organisation numbers, so nobody could requisition for them",
                        "state every recipient's number, and their source"))));
            }
            events.add(new ProgrammeVersionProposed(
                    definition.id(), definition.version(), canonicalText, definition.hash(), "Levererad med systemet"));
        }
        boolean newest = known.isEmpty() || known.get().version() == latest;
        if (activate && newest && active != definition.version()) {
            events.add(new ProgrammeVersionActivated(definition.id(), definition.version(), definition.hash()));
        }
        return new Decision.Accepted(events);
    }
}
