package se.statsbidrag.pages;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Documents to send, as tagged PDF (PDF/UA) with a font of their own: every reader shows the same, also aloud, and the same
 * document gives the same bytes. A service that writes them brings the library.
 */
public final class PdfFile {
    /** The one font of a document, in one weight, which the library carries. */
    public static final String FONT = "Liberation Sans";

    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int USUAL_WEIGHT = 400;
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private PdfFile() {}

    private static final class Font {
        static final File FILE = fontFile();
    }

    /**
     * The file.
     *
     * @param html well-formed, with a language, a title and its subject as {@code meta}, all in {@link #FONT}
     * @param title as a reader of PDF shows it
     * @param createdAt stands in the file as when it was made
     * @param identity what the document is: the same document has the same, another document another
     */
    public static byte[] of(String html, String title, Instant createdAt, String identity) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(
                Font.FILE,
                FONT,
                USUAL_WEIGHT,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
        builder.withHtmlContent(html, null);
        try (BatikSVGDrawer charts = new BatikSVGDrawer();
                PdfBoxRenderer renderer = builder.useSVGDrawer(charts).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = Objects.requireNonNull(renderer.getPdfDocument());
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            information.setCreationDate(GregorianCalendar.from(createdAt.atZone(SWEDEN)));
            document.setDocumentInformation(information);
            document.setDocumentId(id(identity));
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long id(String identity) {
        try {
            return ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** As a file, since charts take fonts from files alone. */
    private static File fontFile() {
        try (InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE), FONT_FILE)) {
            Path file = Files.createTempFile("document", ".ttf");
            file.toFile().deleteOnExit();
            Files.write(file, font.readAllBytes());
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
