package se.statsbidrag.allocation.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.DecisionLetter;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;

/** A recipient's decision as a document. The same decision gives the same file, byte for byte. */
@ApplicationScoped
public class DecisionLetters {
    /** No character of the fonts that every reader of PDF has: the sign that stands for it is one. */
    private static final String MINUS = "\u2212";

    private static final String DASH = "\u2013";
    private static final long TIMES_TEN_THOUSAND = 10_000;

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

        static native TemplateInstance letter(DecisionLetter letter);
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(Templates.letter(letter).render().replace(MINUS, DASH), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = Objects.requireNonNull(renderer.getPdfDocument());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle("Beslut " + letter.caseNumber() + ", " + letter.recipient());
            information.setCreationDate(
                    GregorianCalendar.from(letter.decidedAt().atZone(DeadlineDay.SWEDEN)));
            document.setDocumentInformation(information);
            document.setDocumentId(letter.decision() * TIMES_TEN_THOUSAND + Long.parseLong(letter.code()));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
