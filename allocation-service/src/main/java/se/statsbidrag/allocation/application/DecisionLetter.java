package se.statsbidrag.allocation.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.rules.plan.PlanExplanation;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.SourcedText;

/**
 * A decision as one recipient reads it: day, content, who decided and prepared, the reasons with the rules applied (2017:900,
 * 31–32 §§), and the calculation that it rested on. Swedish; amounts are whole kronor.
 *
 * @param programme Swedish title
 * @param government the government's decision that the grant rests on
 * @param organisationNumber empty where the definition states none
 * @param lines by pot; below 0 what is set off
 * @param preparedBy name, or the opaque id where no name is known
 * @param decidedBy as {@code preparedBy}
 * @param rules those applied, each with its source
 * @param appeal what the programme says of appeal; null where its sources say nothing
 * @param calculation in words
 * @param synthetic titles of the tables with made-up figures that it rests on
 */
public record DecisionLetter(
        String programme,
        String government,
        String caseNumber,
        int decision,
        Instant decidedAt,
        String recipient,
        String code,
        String organisationNumber,
        List<Line> lines,
        long total,
        String reason,
        String preparedBy,
        String decidedBy,
        List<String> rules,
        @Nullable SourcedText appeal,
        String calculation,
        List<String> synthetic,
        String digest) {

    /** What is decided from a pot. */
    public record Line(String pot, String rule, long entitled, long amount) {}

    /**
     * The letter to a recipient.
     *
     * @param calculation what the decision rested on
     * @param preparedBy who prepared it, as people read it
     * @param decidedBy who decided it, as people read it
     * @throws IllegalArgumentException when the decision is not about the recipient
     */
    public static DecisionLetter of(
            Decided decided, Calculation calculation, Recipient recipient, String preparedBy, String decidedBy) {
        ProgrammeDefinition definition = calculation.definition();
        List<PayoutsDecided.Line> lines = decided.linesOf(recipient.code());
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "decision " + decided.event().decision() + " gives nothing to " + recipient);
        }
        List<PotDefinition> pots = lines.stream()
                .map(line -> definition.pot(line.pot()).orElseThrow())
                .toList();
        return new DecisionLetter(
                definition.title().swedish(),
                definition.decision().caseNumber() + " ("
                        + definition.decision().source() + ")",
                decided.event().caseNumber(),
                decided.event().decision(),
                decided.decidedAt(),
                recipient.name(),
                recipient.code().value(),
                recipient.organisationNumber() == null
                        ? ""
                        : recipient.organisationNumber().value(),
                lines.stream()
                        .map(line -> new Line(
                                definition.pot(line.pot()).orElseThrow().title(),
                                definition.pot(line.pot()).orElseThrow().rule(),
                                line.entitled(),
                                line.amount()))
                        .toList(),
                decided.amountTo(recipient.code()),
                decided.event().reason(),
                preparedBy,
                decidedBy,
                pots.stream()
                        .map(pot -> pot.rule() + ": " + pot.title() + " (" + pot.source() + ")")
                        .toList(),
                definition.repayment().appeal(),
                PlanExplanation.of(definition, calculation.facts()).text(recipient.code()),
                calculation.plan().syntheticTables(),
                decided.event().digest());
    }
}
