package se.statsbidrag.reporting.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.rules.programme.DeadlineDay;

/** A report as a tagged document (PDF/UA) to send: its tables and charts, with a font of its own. */
@ApplicationScoped
class ReportPdf {
    /** The one font of the document, which the library carries; it is embedded, so that every reader shows the same. */
    static final String FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int USUAL_WEIGHT = 400;

    private final File font = fontFile();

    @CheckedTemplate(basePath = "documents")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportView report, String font);
    }

    byte[] of(ReportDocument report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(
                font,
                FONT,
                USUAL_WEIGHT,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
        builder.withHtmlContent(Templates.report(ReportView.of(report), FONT).render(), null);
        try (BatikSVGDrawer charts = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder.useSVGDrawer(charts).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = Objects.requireNonNull(renderer.getPdfDocument());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(report.title() + ", " + report.caseNumber());
            information.setCreationDate(GregorianCalendar.from(report.asOf().atZone(DeadlineDay.SWEDEN)));
            document.setDocumentInformation(information);
            document.setDocumentId(id(report));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing but what the report is, so that the same report has the same. */
    private static long id(ReportDocument report) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((report.programme() + "/" + report.kind() + "/" + report.asOf())
                            .getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** As a file, since charts take fonts from files alone. */
    private static File fontFile() {
        try (InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE), FONT_FILE)) {
            Path file = Files.createTempFile("report", ".ttf");
            file.toFile().deleteOnExit();
            Files.write(file, font.readAllBytes());
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
