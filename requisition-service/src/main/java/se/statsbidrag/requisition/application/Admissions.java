package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.access.TwoPersons;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Proposals;
import se.statsbidrag.requisition.domain.LateArrivalId;

/** Letting late requisitions in: one person proposes it, another agrees (domain: Late arrivals). */
@ApplicationScoped
public class Admissions {
    /** The act as proposals name it. */
    public static final String ACT = "requisition-admission";

    private final Proposals proposals;

    @Inject
    public Admissions(Proposals proposals) {
        this.proposals = proposals;
    }

    /** The proposal to admit it, if it waits. */
    public Optional<TwoPersons.Open> proposal(LateArrivalId id) {
        return proposals.open(ACT, id.toString());
    }

    /** Proposes to admit it. */
    public void propose(Command command, LateArrivalId id, String reason) {
        String content = "{\"programme\":\"%s\",\"recipient\":\"%s\",\"submission\":%d}"
                .formatted(id.programme(), id.recipient(), id.submission());
        proposals.propose(command, ACT, id.toString(), content, reason);
    }

    /**
     * Admits it.
     *
     * @param admission what comes of it
     * @throws se.statsbidrag.events.quarkus.ProblemException 409 for the person who proposed it
     */
    public void approve(Command command, LateArrivalId id, String reason, List<StreamAppend> admission) {
        proposals.approve(command, ACT, id.toString(), null, reason, _ -> admission);
    }

    /** Gives back the proposal, when one waits. */
    public void giveBack(Command command, LateArrivalId id, String reason) {
        if (proposal(id).isPresent()) {
            proposals.giveBack(command, ACT, id.toString(), null, reason);
        }
    }
}
