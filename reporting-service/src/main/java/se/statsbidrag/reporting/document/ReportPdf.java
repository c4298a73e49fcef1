package se.statsbidrag.reporting.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import se.statsbidrag.pages.PdfFile;
import se.statsbidrag.reporting.domain.report.ReportDocument;

/** A report as a document to send: its tables and charts. */
@ApplicationScoped
class ReportPdf {
    @CheckedTemplate(basePath = "documents")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance report(ReportView report, String font);
    }

    byte[] of(ReportDocument report) {
        return PdfFile.of(
                Templates.report(ReportView.of(report), PdfFile.FONT).render(),
                report.title() + ", " + report.caseNumber(),
                report.asOf(),
                report.programme() + "/" + report.kind() + "/" + report.asOf());
    }
}
