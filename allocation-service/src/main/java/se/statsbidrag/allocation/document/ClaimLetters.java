package se.statsbidrag.allocation.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.statsbidrag.allocation.application.ClaimLetter;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.PdfFile;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** The decision of a claim as a document. The same decision gives the same file, byte for byte. */
@ApplicationScoped
public class ClaimLetters {
    private final PlanQueries queries;
    private final DecisionSignatures signatures;

    ClaimLetters(PlanQueries queries, DecisionSignatures signatures) {
        this.queries = queries;
        this.signatures = signatures;
    }

    @CheckedTemplate(basePath = "documents")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance claimLetter(ClaimLetter letter, String font);
    }

    /**
     * The decision as the recipient reads it, by the rules as they were when it was taken.
     *
     * @param inForce any version of the programme's definition
     * @throws ProblemException 404 when the claim is not decided
     */
    public ClaimLetter letter(ProgrammeDefinition inForce, Claim claim) {
        var decided = claim.decision();
        var decidedAt = claim.decidedAt();
        var decidedBy = claim.decidedBy();
        if (decided == null || decidedAt == null || decidedBy == null) {
            throw Problems.notFound("decision of claim " + claim.event().claim());
        }
        ProgrammeDefinition definition = queries.explained(
                        new PlanQueries.Query(inForce.id().value(), List.of(), null, decidedAt.toString()))
                .calculation()
                .definition();
        DecisionSignature signature = signatures.of(decided, decidedBy);
        return ClaimLetter.of(claim, decided, decidedAt, definition, signature.preparedBy, signature.decidedBy);
    }

    public byte[] pdf(ClaimLetter letter) {
        return PdfFile.of(
                Templates.claimLetter(letter, PdfFile.FONT).render(),
                "Beslut " + letter.caseNumber() + ", " + letter.recipient(),
                letter.decidedAt(),
                letter.caseNumber() + "/claim/" + letter.claim());
    }
}
