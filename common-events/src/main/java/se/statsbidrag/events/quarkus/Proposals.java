package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.access.TwoPersons;
import se.statsbidrag.events.access.TwoPersons.Outcome;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;

/**
 * The control of two persons over REST: proposals, approvals and returns of whatever act needs them, each on a stream of
 * its own, {@code proposal/<act>/<subject>}. What an approval brings about is recorded together with it or not at all.
 */
@ApplicationScoped
public class Proposals {
    private static final String AGAIN = "Read it again";

    private final EventLog log;
    private final EventCodec codec;

    @Inject
    Proposals(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** What waits for a second person, if anything. */
    public Optional<TwoPersons.Open> open(String act, String subject) {
        return load(act, subject).state().open();
    }

    /** All that was proposed, approved and returned of an act, in its order. */
    public List<DecodedEvent> history(String act, String subject) {
        return load(act, subject).events().stream().map(codec::decode).toList();
    }

    /**
     * Records a proposal; the same one by the same person again changes nothing.
     *
     * @param content what is proposed, as JSON; is handed to the effect when it is approved
     * @return where it stands
     */
    public RecordedEvent propose(Command command, String act, String subject, String content, String reason) {
        Loaded loaded = load(act, subject);
        if (loaded.state().waits(command.caller().subject(), content)) {
            return loaded.events().getLast();
        }
        ActProposed proposed = new ActProposed(act, subject, content, reason);
        return append(command, List.of(loaded.append(proposed)));
    }

    /**
     * Approves what waits, and records what it brings about.
     *
     * @param seen the position of the proposal that the second person saw; null when he did not say
     * @param effect from the proposal's content to what is recorded with the approval; may refuse
     * @return the last event recorded
     * @throws ProblemException 404 when nothing waits, 409 for the person who proposed it or another proposal than seen
     */
    public RecordedEvent approve(
            Command command,
            String act,
            String subject,
            @Nullable Long seen,
            String reason,
            Function<String, List<StreamAppend>> effect) {
        Loaded loaded = load(act, subject);
        Outcome.Settled settled =
                settled(loaded.state().approve(command.caller().subject(), seen, reason), act, subject);
        List<StreamAppend> appends = new ArrayList<>();
        appends.add(loaded.append(settled.event()));
        appends.addAll(effect.apply(settled.proposal().content()));
        return append(command, appends);
    }

    /**
     * Returns what waits, with a reason.
     *
     * @throws ProblemException 404 when nothing waits, 409 for another proposal than seen
     */
    public RecordedEvent giveBack(Command command, String act, String subject, @Nullable Long seen, String reason) {
        Loaded loaded = load(act, subject);
        Outcome.Settled settled = settled(loaded.state().giveBack(seen, reason), act, subject);
        return append(command, List.of(loaded.append(settled.event())));
    }

    private static Outcome.Settled settled(Outcome outcome, String act, String subject) {
        return switch (outcome) {
            case Outcome.Settled settled -> settled;
            case Outcome.NothingWaits _ -> throw Problems.notFound("proposal that waits, of " + act + " " + subject);
            case Outcome.SamePerson _ -> throw Problems.samePerson();
            case Outcome.OtherProposal(long position) ->
                throw Problems.conflict("Another proposal, at position " + position + ", took its place", AGAIN);
        };
    }

    private RecordedEvent append(Command command, List<StreamAppend> appends) {
        return log.append(appends, command.origin()).events().getLast();
    }

    private Loaded load(String act, String subject) {
        StreamName stream = new StreamName("proposal/" + act + "/" + subject);
        List<RecordedEvent> events = log.readStream(stream);
        TwoPersons state = TwoPersons.none();
        for (RecordedEvent event : events) {
            DecodedEvent decoded = codec.decode(event);
            state = state.evolve(event.actor(), event.position(), decoded.event());
        }
        return new Loaded(stream, events, state);
    }

    private record Loaded(StreamName stream, List<RecordedEvent> events, TwoPersons state) {
        StreamAppend append(GrantEvent event) {
            return new StreamAppend(stream, events.size(), List.of(event));
        }
    }
}
