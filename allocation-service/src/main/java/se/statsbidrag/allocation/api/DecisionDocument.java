package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.PayoutDecisions.Standing;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision.LeftOut;
import se.statsbidrag.allocation.read.PlanDocument.Position;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.value.PotId;

/**
 * A decision to pay as it is shown over REST, or what is proposed to be one. Amounts are whole kronor.
 *
 * @param state PROPOSED, DECIDED or RETURNED
 * @param total the lines together
 * @param preparedBy the opaque id of who proposed it
 * @param settledAt when it was decided or returned; left out while it waits
 * @param settledBy the opaque id of who decided or returned it; left out while it waits
 * @param settledReason why; left out while it waits
 * @param leftOut those who are due money that something bars; only in the answer to a proposal
 * @param position where it was proposed; once settled, where that was recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionDocument(
        String programme,
        int decision,
        String state,
        String caseNumber,
        int programmeVersion,
        String definitionHash,
        String digest,
        List<Position> basis,
        List<String> pots,
        long total,
        List<Line> lines,
        String reason,
        String preparedBy,
        Instant preparedAt,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String settledReason,
        @Nullable List<Barred> leftOut,
        String log,
        long position) {

    /** What is decided for a recipient from a pot; {@code entitled} is what the plan gives it in all. */
    public record Line(String recipient, String pot, long entitled, long amount) {}

    /** Somebody who is due money that something bars. */
    public record Barred(String recipient, long amount, List<Reason> reasons) {}

    /**
     * What bars a payment.
     *
     * @param kind CONDITION or HOLD
     * @param id the condition's name, or the hold's number
     * @param text Swedish
     */
    public record Reason(String kind, String id, String text) {
        static Reason of(Block block) {
            return new Reason(block.kind().name(), block.id(), block.text());
        }
    }

    static DecisionDocument of(Standing standing, @Nullable List<LeftOut> leftOut) {
        PayoutsDecided content = standing.content();
        RecordedEvent settled = standing.settled();
        RecordedEvent last = settled == null ? standing.proposal() : settled;
        return new DecisionDocument(
                content.programme().value(),
                content.decision(),
                standing.state().name(),
                content.caseNumber(),
                content.programmeVersion(),
                content.definitionHash(),
                content.digest(),
                content.basis().stream().map(Position::of).toList(),
                content.pots().stream().map(PotId::value).toList(),
                content.lines().stream().mapToLong(PayoutsDecided.Line::amount).reduce(0, Math::addExact),
                content.lines().stream()
                        .map(line ->
                                new Line(line.recipient().value(), line.pot().value(), line.entitled(), line.amount()))
                        .toList(),
                content.reason(),
                content.preparedBy(),
                standing.proposal().recordedAt(),
                settled == null ? null : settled.recordedAt(),
                settled == null ? null : settled.actor(),
                standing.reason(),
                leftOut == null
                        ? null
                        : leftOut.stream()
                                .map(each -> new Barred(
                                        each.recipient().value(),
                                        each.amount(),
                                        each.blocks().stream().map(Reason::of).toList()))
                                .toList(),
                last.log(),
                last.position());
    }
}
