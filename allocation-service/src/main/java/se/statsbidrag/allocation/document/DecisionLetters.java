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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.DecisionLetter;
import se.statsbidrag.allocation.application.Ledgers;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.log.Transactions;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.ProgrammeId;

/** A recipient's decision as a document. The same decision gives the same file, byte for byte, once its names are kept. */
@ApplicationScoped
public class DecisionLetters {
    /** No character of the fonts that every reader of PDF has: the sign that stands for it is one. */
    private static final String MINUS = "\u2212";

    private static final String DASH = "\u2013";
    private static final long TIMES_TEN_THOUSAND = 10_000;

    private final Ledgers ledgers;
    private final PlanQueries queries;
    private final People people;
    private final Transactions transactions;

    DecisionLetters(Ledgers ledgers, PlanQueries queries, People people, Transactions transactions) {
        this.ledgers = ledgers;
        this.queries = queries;
        this.people = people;
        this.transactions = transactions;
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
        DecisionSignature signature = signed(programme, decided);
        return DecisionLetter.of(decided, calculation, reader, signature.preparedBy, signature.decidedBy);
    }

    /** Keeps the names as they are known when it is issued; an opaque id where none is. */
    public DecisionSignature signed(ProgrammeId programme, Decided decided) {
        return transactions.inTransaction(() -> {
            DecisionSignature.Key key =
                    new DecisionSignature.Key(programme.value(), decided.event().decision());
            @Nullable DecisionSignature kept = DecisionSignature.findById(key);
            if (kept != null) {
                return kept;
            }
            String preparer = decided.event().preparedBy();
            Map<String, String> names = people.names(List.of(preparer, decided.decidedBy()));
            DecisionSignature signature = new DecisionSignature();
            signature.id = key;
            signature.preparedBy = names.getOrDefault(preparer, preparer);
            signature.decidedBy = names.getOrDefault(decided.decidedBy(), decided.decidedBy());
            if (names.size() == 2) {
                signature.persist();
            }
            return signature;
        });
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
