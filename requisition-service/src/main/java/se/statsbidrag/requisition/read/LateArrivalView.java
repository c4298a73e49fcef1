package se.statsbidrag.requisition.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.TwoPersons;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.LateArrivalId;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.requisition.domain.Requisition;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.domain.Submission;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A requisition that came after the deadline in force, and what became of it.
 *
 * @param id names it for good
 * @param programme the programme
 * @param recipient official code of the recipient
 * @param submission its version within the requisition
 * @param receivedAt when the server had its last byte
 * @param recordedAt when it was recorded
 * @param caseNumber the public register's number
 * @param dueDate the deadline in force, to its end in Swedish time
 * @param daysLate how many days after it
 * @param besideOneInForce whether the recipient has one in force, which this displaces when it is admitted
 * @param amount whole kronor; null where the programme sets the amount
 * @param wantsRemainingFunds whether the recipient wants a share of what others leave
 * @param state where it stands
 * @param reason what was written last of admitting it; null while nothing was
 * @param proposedBy opaque id of who proposed to admit it; null where nobody has, and for those who may not see it
 * @param log the log that it stands in
 * @param position of the last event about it in that log
 * @param simulation ready to post to the plan's simulations: what letting it in and approving it would change; null once
 *     it is settled
 */
@Schema(name = "LateArrival")
public record LateArrivalView(
        String id,
        String programme,
        String recipient,
        long submission,
        Instant receivedAt,
        Instant recordedAt,
        String caseNumber,
        LocalDate dueDate,
        long daysLate,
        boolean besideOneInForce,
        @Nullable Long amount,
        boolean wantsRemainingFunds,
        LateArrivalState state,
        @Nullable String reason,
        @Nullable String proposedBy,
        String log,
        long position,
        @Nullable Simulation simulation) {

    /** What to assume. */
    @Schema(name = "LateArrivalSimulation")
    public record Simulation(List<Assumption> facts) {}

    /** An event to assume, as the log would name and shape it. */
    @Schema(name = "LateArrivalAssumption")
    public record Assumption(String type, Act data) {}

    /** The admission of a submission, or its approval. */
    @Schema(name = "LateArrivalAct")
    public record Act(String programme, String recipient, long submission, String reason) {}

    /**
     * A recipient's late arrivals, the oldest first.
     *
     * @param proposals the proposal to admit one, if it waits
     */
    public static List<LateArrivalView> of(
            StoredRequisition stored,
            RequisitionTerms terms,
            RecipientCode recipient,
            Function<LateArrivalId, Optional<TwoPersons.Open>> proposals) {
        return stored.file().lateArrivals(terms).stream()
                .map(late -> {
                    LateArrivalId id = new LateArrivalId(terms.programme(), recipient, late.version());
                    return of(stored, terms, late, id, proposals.apply(id).orElse(null));
                })
                .toList();
    }

    private static LateArrivalView of(
            StoredRequisition stored,
            RequisitionTerms terms,
            Submission late,
            LateArrivalId id,
            TwoPersons.@Nullable Open proposal) {
        RecordedEvent received = stored.event(late.version()).recorded();
        Said said = said(stored, late, received, proposal);
        Requisition standing = Requisition.of(stored.file(), terms);
        return new LateArrivalView(
                id.toString(),
                terms.programme().value(),
                id.recipient().value(),
                late.version(),
                late.receivedAt(),
                received.recordedAt(),
                late.caseNumber(),
                terms.dueDate(),
                terms.daysLate(late.arrivedAt()),
                standing instanceof Requisition.InForce inForce && inForce.submission() != late,
                late.content().amount(),
                late.content().wantsRemainingFunds(),
                said.state(),
                said.reason(),
                said.by(),
                received.log(),
                said.position(),
                said.state() == LateArrivalState.WAITING || said.state() == LateArrivalState.PROPOSED
                        ? simulation(id, late)
                        : null);
    }

    /** Money moves when it is both admitted and approved. */
    private static Simulation simulation(LateArrivalId id, Submission late) {
        Act act = new Act(id.programme().value(), id.recipient().value(), late.version(), "");
        return new Simulation(
                List.of(new Assumption("requisition-admitted", act), new Assumption("requisition-approved", act)));
    }

    /** What was said last of letting it in. */
    private record Said(
            LateArrivalState state,
            @Nullable String reason,
            @Nullable String by,
            long position) {}

    private static Said said(
            StoredRequisition stored, Submission late, RecordedEvent received, TwoPersons.@Nullable Open proposal) {
        Submission.Admission admission = late.admission();
        if (admission != null) {
            return new Said(
                    switch (admission) {
                        case Submission.Admitted _ -> LateArrivalState.ADMITTED;
                        case Submission.Declined _ -> LateArrivalState.DECLINED;
                    },
                    admission.reason(),
                    null,
                    stored.event(admission.version()).recorded().position());
        }
        return proposal == null
                ? new Said(LateArrivalState.WAITING, null, null, received.position())
                : new Said(
                        LateArrivalState.PROPOSED,
                        proposal.proposal().reason(),
                        proposal.proposer(),
                        proposal.position());
    }

    /** The same for those who may not see who proposed it, nor why before it is decided. */
    public LateArrivalView withoutPersons() {
        return new LateArrivalView(
                id,
                programme,
                recipient,
                submission,
                receivedAt,
                recordedAt,
                caseNumber,
                dueDate,
                daysLate,
                besideOneInForce,
                amount,
                wantsRemainingFunds,
                state,
                state == LateArrivalState.PROPOSED ? null : reason,
                null,
                log,
                position,
                simulation);
    }
}
