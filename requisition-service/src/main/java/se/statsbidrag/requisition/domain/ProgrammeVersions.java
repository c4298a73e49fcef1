package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.requisition.domain.ProgrammeVersion.Act;
import se.statsbidrag.requisition.domain.ProgrammeVersion.State;

/**
 * The versions of one programme's definition, in the order that they were proposed. One person proposes, another puts in
 * force or returns; they are compared by subject. The events of that control stand in the programme's own stream beside
 * those that say what the definition is, so that both are recorded or neither.
 *
 * @param all in the order of the stream
 * @param active the version in force; 0 for none
 * @param version how many events the stream has
 * @param approvalReason the reason of an approval whose activation is the next event; empty elsewhere
 */
public record ProgrammeVersions(List<ProgrammeVersion> all, int active, long version, String approvalReason) {
    /** The kind of act, as the list of what waits for a second person names it. */
    public static final String ACT = "programme-version";

    /** Nothing has been proposed. */
    public static final ProgrammeVersions NONE = new ProgrammeVersions(List.of(), 0, 0, "");

    public ProgrammeVersions {
        all = List.copyOf(all);
    }

    /**
     * The versions after an event of the stream.
     *
     * @param actor who caused it
     * @param at when it was recorded, and {@code position} where
     * @throws IllegalArgumentException when the event is about something else, which a stream of versions never holds
     */
    public ProgrammeVersions evolve(String actor, Instant at, long position, GrantEvent event) {
        return switch (event) {
            case ProgrammeVersionProposed proposed -> {
                List<ProgrammeVersion> more = new ArrayList<>(all);
                more.add(new ProgrammeVersion(proposed, new Act(actor, at, position, proposed.reason()), null, null));
                yield new ProgrammeVersions(more, active, version + 1, "");
            }
            case ProgrammeVersionActivated activated ->
                new ProgrammeVersions(
                        with(
                                each -> each.number() == activated.version(),
                                each -> each.activatedBy(new Act(actor, at, position, approvalReason))),
                        activated.version(),
                        version + 1,
                        "");
            case ActProposed _ -> new ProgrammeVersions(all, active, version + 1, "");
            case ActApproved approved -> new ProgrammeVersions(all, active, version + 1, approved.reason());
            case ActReturned returned ->
                new ProgrammeVersions(
                        with(
                                each -> each.proposed().position() == returned.proposedAt(),
                                each -> each.returnedBy(new Act(actor, at, position, returned.reason()))),
                        active,
                        version + 1,
                        "");
            default ->
                throw new IllegalArgumentException(
                        "not an event of a programme: " + event.getClass().getSimpleName());
        };
    }

    private List<ProgrammeVersion> with(Predicate<ProgrammeVersion> which, UnaryOperator<ProgrammeVersion> change) {
        return all.stream()
                .map(each -> which.test(each) ? change.apply(each) : each)
                .toList();
    }

    /** The number of the newest version; 0 when there is none. */
    public int latest() {
        return all.isEmpty() ? 0 : all.getLast().number();
    }

    /** A version by its number; empty when it was never proposed. */
    public Optional<ProgrammeVersion> find(int number) {
        return all.stream().filter(each -> each.number() == number).findFirst();
    }

    /** Where a version stands. */
    public State state(ProgrammeVersion of) {
        if (of.number() == active) {
            return State.IN_FORCE;
        }
        if (of.returned() != null) {
            return State.RETURNED;
        }
        return of.number() == latest() && of.activated() == null ? State.PROPOSED : State.REPLACED;
    }

    /**
     * The version that a version is to be compared with: the one in force before it was put in force, or the one in force
     * now for a version that waits; for one that never came into force, the one in force when it was proposed.
     */
    public Optional<ProgrammeVersion> before(ProgrammeVersion of) {
        Act activated = of.activated();
        long until = activated != null
                ? activated.position()
                : state(of) == State.PROPOSED ? Long.MAX_VALUE : of.proposed().position();
        return all.stream()
                .filter(each -> each.activated() != null && activatedAt(each) < until)
                .max(Comparator.comparing(ProgrammeVersions::activatedAt));
    }

    private static long activatedAt(ProgrammeVersion of) {
        return Objects.requireNonNull(of.activated()).position();
    }

    /** The proposal that waits for a second person, if any. */
    public Optional<ProgrammeVersion> waiting() {
        return all.isEmpty() || state(all.getLast()) != State.PROPOSED ? Optional.empty() : Optional.of(all.getLast());
    }

    boolean knows(String hash) {
        return all.stream().anyMatch(each -> each.proposal().definitionHash().equals(hash));
    }

    /** That the version was proposed, for the list of what waits. */
    static ActProposed proposed(ProgrammeVersionProposed proposal) {
        return new ActProposed(
                ACT,
                proposal.programme().value(),
                "{\"programme\":\"%s\",\"version\":%d,\"definitionHash\":\"%s\"}"
                        .formatted(proposal.programme(), proposal.version(), proposal.definitionHash()),
                proposal.reason());
    }

    /** Whether somebody is the one who proposed a version. */
    static boolean isProposer(ProgrammeVersion of, String subject) {
        return of.proposed().actor().equals(subject);
    }
}
