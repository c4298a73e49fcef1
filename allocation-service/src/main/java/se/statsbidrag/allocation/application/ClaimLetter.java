package se.statsbidrag.allocation.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.programme.SourcedText;

/**
 * The decision of a claim as the recipient reads it: day, content, who decided and prepared, the reasons with the rules
 * applied (2017:900, 31–32 §§). Swedish; amounts are whole kronor.
 *
 * @param programme Swedish title
 * @param government the government's decision that the grant rests on
 * @param organisationNumber empty where the definition states none
 * @param amount what was proposed to be claimed: {@code claimed} and {@code waived} together
 * @param lines what was paid too much, by pot; none for other claims
 * @param proposed why it was proposed, as the recipient was told
 * @param answerBy the last day that the recipient had to answer; null where it was not told
 * @param answer what the recipient wrote; null when it wrote nothing
 * @param reason why it was decided so; the special reasons where something is waived
 * @param preparedBy name, or the opaque id where no name is known
 * @param decidedBy as {@code preparedBy}
 * @param ground the rule that makes it to be repaid; null where the definition does not state it any more
 * @param waiver what the programme says of waiver; null where its sources say nothing
 * @param appeal what the programme says of appeal; null where its sources say nothing
 */
public record ClaimLetter(
        String programme,
        String government,
        String caseNumber,
        int claim,
        Instant decidedAt,
        String recipient,
        String code,
        String organisationNumber,
        long amount,
        long claimed,
        long waived,
        List<Line> lines,
        String proposed,
        @Nullable LocalDate answerBy,
        @Nullable String answer,
        String reason,
        String preparedBy,
        String decidedBy,
        Repayment.@Nullable Ground ground,
        @Nullable SourcedText waiver,
        @Nullable SourcedText appeal) {

    /** What a pot gave too much. */
    public record Line(String pot, long amount) {}

    /**
     * The letter about a decided claim.
     *
     * @param definition as it was when it was decided
     * @param preparedBy who prepared it, as people read it
     * @param decidedBy who decided it, as people read it
     */
    public static ClaimLetter of(
            Claim claim,
            ClaimDecided decided,
            Instant decidedAt,
            ProgrammeDefinition definition,
            String preparedBy,
            String decidedBy) {
        Recipient recipient = definition.recipient(claim.event().recipient()).orElseThrow();
        var notice = claim.notice();
        var answer = claim.answer();
        List<Line> lines = new ArrayList<>();
        claim.event()
                .lines()
                .forEach(line -> lines.add(new Line(
                        definition
                                .pot(line.pot())
                                .map(PotDefinition::title)
                                .orElse(line.pot().value()),
                        line.amount())));
        return new ClaimLetter(
                definition.title().swedish(),
                definition.decision().caseNumber() + " ("
                        + definition.decision().source() + ")",
                decided.caseNumber(),
                decided.claim(),
                decidedAt,
                recipient.name(),
                recipient.code().value(),
                recipient.organisationNumber() == null
                        ? ""
                        : recipient.organisationNumber().value(),
                claim.event().amount(),
                decided.claimed(),
                decided.waived(),
                lines,
                claim.event().reason(),
                notice == null ? null : notice.answerBy(),
                answer == null ? null : answer.answer(),
                decided.reason(),
                preparedBy,
                decidedBy,
                ClaimActs.ground(definition, claim.event().ground()).orElse(null),
                definition.repayment().waiver(),
                definition.repayment().appeal());
    }
}
