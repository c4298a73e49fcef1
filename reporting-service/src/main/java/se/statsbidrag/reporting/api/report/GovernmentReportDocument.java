package se.statsbidrag.reporting.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.reporting.read.report.GovernmentReports;

/** Reports to the government as the API gives them. */
public final class GovernmentReportDocument {
    private GovernmentReportDocument() {}

    /** The reports of a programme. */
    public record Reports(String programme, List<Made> reports) {}

    /**
     * A report that a programme makes.
     *
     * @param report its name in addresses
     * @param title Swedish
     * @param due the days when it is due, the first one first; none where no source names one
     * @param when in words when it is due, Swedish; left out where the days say it
     * @param source what asks for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Made(
            String report,
            String title,
            String caseNumber,
            List<LocalDate> due,
            @Nullable String when,
            String source) {
        static Made of(GovernmentReports.Made made) {
            return new Made(
                    made.report().kind().pathName(),
                    made.report().title(),
                    made.caseNumber(),
                    made.due(),
                    made.report().when(),
                    made.report().source());
        }
    }

    /**
     * A report as of an instant. Texts are Swedish, amounts whole kronor, shares tenths of a percent rounded towards zero.
     *
     * @param decisionCaseNumber of the government's decision that the grant rests on
     * @param basis how far each log had come
     */
    public record Report(
            String programme,
            int programmeVersion,
            String programmeTitle,
            String report,
            String title,
            String caseNumber,
            String decisionCaseNumber,
            String source,
            Instant asOf,
            List<Position> basis,
            List<String> notes,
            List<Section> sections) {
        static Report of(ReportDocument document) {
            return new Report(
                    document.programme().value(),
                    document.programmeVersion(),
                    document.programmeTitle(),
                    document.kind().pathName(),
                    document.title(),
                    document.caseNumber(),
                    document.decisionCaseNumber(),
                    document.source(),
                    document.asOf(),
                    document.basis().stream()
                            .map(each -> new Position(each.log(), each.position()))
                            .toList(),
                    document.notes(),
                    document.sections().stream().map(Section::of).toList());
        }
    }

    /** How far one log had come. */
    public record Position(String log, long position) {}

    /**
     * A part of a report.
     *
     * @param columns those of the rows; none where there is no table
     * @param rows each with a field for each column; null where there is nothing to say
     * @param sums rows of the same form that sum others
     */
    public record Section(
            String id,
            String title,
            List<String> paragraphs,
            List<Column> columns,

            @Schema(description = "Each with a field for each column", additionalProperties = Schema.True.class)
            List<Map<String, @Nullable Object>> rows,

            @Schema(description = "Rows of the same form that sum others", additionalProperties = Schema.True.class)
            List<Map<String, @Nullable Object>> sums) {
        static Section of(ReportDocument.Section section) {
            ReportDocument.Table table = section.table();
            return new Section(
                    section.id(),
                    section.title(),
                    section.paragraphs(),
                    table == null
                            ? List.of()
                            : table.columns().stream()
                                    .map(each -> new Column(
                                            each.name(),
                                            each.title(),
                                            each.form().name()))
                                    .toList(),
                    rows(table, false),
                    rows(table, true));
        }

        private static List<Map<String, @Nullable Object>> rows(ReportDocument.@Nullable Table table, boolean sums) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            if (table == null) {
                return rows;
            }
            for (ReportDocument.Row row : table.rows()) {
                if (row.sum() == sums) {
                    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                    for (int column = 0; column < table.columns().size(); column++) {
                        ReportDocument.Cell cell = row.cells().get(column);
                        fields.put(
                                table.columns().get(column).name(),
                                cell.number() == null ? cell.words() : cell.number());
                    }
                    rows.add(fields);
                }
            }
            return rows;
        }
    }

    /**
     * A column.
     *
     * @param name the field of the rows
     * @param title Swedish
     * @param form TEXT, CODE, COUNT, KRONOR or TENTHS_OF_PERCENT
     */
    public record Column(String name, String title, String form) {}
}
