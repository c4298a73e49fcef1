package se.statsbidrag.allocation.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.DecisionLetter;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.PdfFile;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;

/** A recipient's decision as a document. The same decision gives the same file, byte for byte. */
@ApplicationScoped
public class DecisionLetters {
    private final Ledgers ledgers;
    private final PlanQueries queries;
    private final DecisionSignatures signatures;

    DecisionLetters(Ledgers ledgers, PlanQueries queries, DecisionSignatures signatures) {
        this.ledgers = ledgers;
        this.queries = queries;
        this.signatures = signatures;
    }

    @CheckedTemplate(basePath = "documents")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letter(DecisionLetter letter, String font);
    }

    /**
     * The decision as a recipient reads it.
     *
     * @throws ProblemException 404 when there is no such decision, or it gives the recipient nothing
     */
    public DecisionLetter letter(ProgrammeId programme, int decision, String recipient) {
        Decided decided = ledgers.load(programme)
                .ledger()
                .decisions()
                .find(decision)
                .orElseThrow(() -> Problems.notFound("decision " + decision + " of programme '" + programme + "'"));
        Calculation calculation = queries.at(programme, decided.event().basis());
        Recipient reader = calculation.definition().recipients().stream()
                .filter(each -> each.code().value().equals(recipient)
                        && !decided.linesOf(each.code()).isEmpty())
                .findFirst()
                .orElseThrow(() -> Problems.notFound("recipient '" + recipient + "' in decision " + decision));
        DecisionSignature signature = signatures.of(decided);
        return DecisionLetter.of(decided, calculation, reader, signature.preparedBy, signature.decidedBy);
    }

    public byte[] pdf(DecisionLetter letter) {
        return PdfFile.of(
                Templates.letter(letter, PdfFile.FONT).render(),
                "Beslut " + letter.caseNumber() + ", " + letter.recipient(),
                letter.decidedAt(),
                letter.caseNumber() + "/decision/" + letter.decision() + "/" + letter.code());
    }
}
