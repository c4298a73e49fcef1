package se.statsbidrag.allocation.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import se.statsbidrag.rules.programme.DeadlineDay;

/** Writes documents as PDF: the same document gives the same bytes. */
final class PdfFile {
    /** No character of the fonts that every reader of PDF has: the sign that stands for it is one. */
    private static final String MINUS = "\u2212";

    private static final String DASH = "\u2013";

    private PdfFile() {}

    /**
     * The file.
     *
     * @param title as a reader of PDF shows it
     * @param createdAt when what it says was decided
     * @param id stands in the file in place of a random one
     */
    static byte[] of(TemplateInstance document, String title, Instant createdAt, long id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(document.render().replace(MINUS, DASH), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument written = Objects.requireNonNull(renderer.getPdfDocument());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            information.setCreationDate(GregorianCalendar.from(createdAt.atZone(DeadlineDay.SWEDEN)));
            written.setDocumentInformation(information);
            written.setDocumentId(id);
            written.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
