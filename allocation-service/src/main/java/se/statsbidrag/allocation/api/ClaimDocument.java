package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RepaymentClaims.Waiting;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.allocation.read.PlanDocument.Position;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimInvoiced;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.programme.SourcedText;

/**
 * A claim as it is shown over REST. Amounts are whole kronor.
 *
 * @param ground the programme's, with its source
 * @param overpayment whether more was decided than the plan gave when it was proposed
 * @param lines an overpayment by pot; none for other claims
 * @param state PROPOSED, NOTIFIED, ANSWERED, WITHDRAWN, DECIDED, WAIVED, INVOICED, OVERDUE or REPAID
 * @param events what it rests on
 * @param answerBy the last day to answer; left out until the recipient was told
 * @param answer what the recipient wrote; left out before
 * @param waiting a decision that waits for its second person; staff alone sees it
 * @param decision left out before
 * @param withdrawal why it was taken back; left out when it was not
 * @param invoice left out before
 * @param left what of it has not come back
 * @param waiver what the programme's rules say of waiver; left out where they say nothing
 * @param appeal what the programme's rules say of appeal; left out where they say nothing
 * @param assumptions what no source states, Swedish
 * @param log where this answer was recorded; left out where it is only read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimDocument(
        String programme,
        int claim,
        String recipient,
        Stated ground,
        boolean overpayment,
        long amount,
        List<Line> lines,
        String reason,
        List<Position> events,
        String state,
        Instant proposedAt,
        @Nullable String proposedBy,
        @Nullable LocalDate answerBy,
        @Nullable String answer,
        @Nullable WaitingDecision waiting,
        @Nullable Decision decision,
        @Nullable String withdrawal,
        @Nullable Invoice invoice,
        List<Repaid> repayments,
        long repaid,
        long left,
        @Nullable Stated waiver,
        @Nullable Stated appeal,
        List<String> assumptions,
        @Nullable String log,
        @Nullable Long position) {

    /** What a definition states, and where it has it from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stated(@Nullable String id, String text, String source) {}

    /** What was paid too much from a pot. */
    public record Line(String pot, long amount) {}

    /** @param proposal its position, for the second person to name */
    public record WaitingDecision(long claimed, long waived, String reason, String preparedBy, long proposal) {}

    /** @param decidedBy opaque ids */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            String caseNumber,
            long claimed,
            long waived,
            String reason,
            @Nullable String preparedBy,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /** An invoice's number and days. */
    public record Invoice(String invoice, LocalDate issued, LocalDate due) {}

    /** What came back. */
    public record Repaid(long amount, LocalDate day, String reference) {}

    /**
     * A claim on a day.
     *
     * @param staff whether the reader works with claims, and sees who did what
     */
    static ClaimDocument of(
            ProgrammeDefinition definition,
            Claim claim,
            @Nullable Waiting waiting,
            LocalDate today,
            boolean staff,
            @Nullable RecordedEvent recorded) {
        Repayment.Ground ground =
                ClaimActs.ground(definition, claim.event().ground()).orElse(null);
        var notice = claim.notice();
        var answer = claim.answer();
        var withdrawal = claim.withdrawal();
        ClaimInvoiced invoice = claim.invoice();
        return new ClaimDocument(
                definition.id().value(),
                claim.event().claim(),
                claim.event().recipient().value(),
                ground == null
                        ? new Stated(claim.event().ground(), "", "")
                        : new Stated(ground.id(), ground.text(), ground.source()),
                claim.event().overpayment(),
                claim.event().amount(),
                claim.event().lines().stream()
                        .map(line -> new Line(line.pot().value(), line.amount()))
                        .toList(),
                claim.event().reason(),
                claim.event().events().stream().map(Position::of).toList(),
                claim.state(today).name(),
                claim.proposedAt(),
                staff ? claim.proposedBy() : null,
                notice == null ? null : notice.answerBy(),
                answer == null ? null : answer.answer(),
                waiting == null ? null : waiting(waiting),
                claim.decision() == null ? null : decision(claim, claim.decision(), staff),
                withdrawal == null ? null : withdrawal.reason(),
                invoice == null ? null : new Invoice(invoice.invoice(), invoice.issued(), invoice.due()),
                claim.repayments().stream()
                        .map(each -> new Repaid(each.amount(), each.day(), each.reference()))
                        .toList(),
                claim.repaidAmount(),
                claim.left(),
                stated(definition.repayment().waiver()),
                stated(definition.repayment().appeal()),
                List.of(
                        "Mottagaren får tre veckor att svara, och alltid minst tio bankdagar: antagande, ingen källa anger tiden.",
                        "En faktura betalas inom 30 dagar: antagande, ingen källa anger tiden."),
                recorded == null ? null : recorded.log(),
                recorded == null ? null : recorded.position());
    }

    private static WaitingDecision waiting(Waiting waiting) {
        ClaimDecided decided = waiting.decision();
        return new WaitingDecision(
                decided.claimed(), decided.waived(), decided.reason(), decided.preparedBy(), waiting.proposal());
    }

    private static Decision decision(Claim claim, ClaimDecided decided, boolean staff) {
        return new Decision(
                decided.caseNumber(),
                decided.claimed(),
                decided.waived(),
                decided.reason(),
                staff ? decided.preparedBy() : null,
                staff ? claim.decidedBy() : null,
                claim.decidedAt());
    }

    private static @Nullable Stated stated(@Nullable SourcedText text) {
        return text == null ? null : new Stated(null, text.text(), text.source());
    }
}
