package se.statsbidrag.events.access;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.GrantEvent;

/**
 * The one control of two persons, for every act that needs it: one proposes, another approves or returns. Folded from one
 * stream per act and subject. The two are compared by subject, so that nobody is two by having two roles or two sessions.
 */
public final class TwoPersons {
    private final @Nullable Open open;

    private TwoPersons(@Nullable Open open) {
        this.open = open;
    }

    /**
     * A proposal that waits for its second person.
     *
     * @param proposer the actor of the proposal
     * @param position where it stands in its log
     */
    public record Open(String proposer, long position, ActProposed proposal) {}

    /** What an approval or a return comes to. */
    public sealed interface Outcome {
        /** To be recorded; the proposal it settles. */
        record Settled(GrantEvent event, ActProposed proposal) implements Outcome {}

        /** Nothing waits. */
        record NothingWaits() implements Outcome {}

        /** The second person is the first. */
        record SamePerson() implements Outcome {}

        /** Another proposal took the place of the one that the second person saw. */
        record OtherProposal(long position) implements Outcome {}
    }

    /** Nothing was proposed yet. */
    public static TwoPersons none() {
        return new TwoPersons(null);
    }

    /**
     * The state after an event of the stream.
     *
     * @param actor who caused it
     * @param position where it stands
     */
    public TwoPersons evolve(String actor, long position, GrantEvent event) {
        return switch (event) {
            case ActProposed proposed -> new TwoPersons(new Open(actor, position, proposed));
            case ActApproved _, ActReturned _ -> none();
            default -> this;
        };
    }

    /** The proposal that waits. */
    public Optional<Open> open() {
        return Optional.ofNullable(open);
    }

    /** Whether this proposal by this person waits already, so that proposing it again changes nothing. */
    public boolean waits(String proposer, String content) {
        return open != null
                && open.proposer().equals(proposer)
                && open.proposal().content().equals(content);
    }

    /**
     * Approves what waits.
     *
     * @param second who approves
     * @param seen the position of the proposal that he saw; null when he did not say
     */
    public Outcome approve(String second, @Nullable Long seen, String reason) {
        return settle(seen, waiting -> {
            if (waiting.proposer().equals(second)) {
                return new Outcome.SamePerson();
            }
            ActProposed proposal = waiting.proposal();
            return new Outcome.Settled(
                    new ActApproved(proposal.act(), proposal.subject(), waiting.position(), reason), proposal);
        });
    }

    /** Returns what waits; he who proposed it may do so too, which withdraws it. */
    public Outcome giveBack(@Nullable Long seen, String reason) {
        return settle(seen, waiting -> {
            ActProposed proposal = waiting.proposal();
            return new Outcome.Settled(
                    new ActReturned(proposal.act(), proposal.subject(), waiting.position(), reason), proposal);
        });
    }

    private Outcome settle(@Nullable Long seen, Function<Open, Outcome> settlement) {
        if (open == null) {
            return new Outcome.NothingWaits();
        }
        if (seen != null && seen != open.position()) {
            return new Outcome.OtherProposal(open.position());
        }
        return settlement.apply(open);
    }
}
