package se.statsbidrag.rules.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.GovernmentReport;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** What the agency reports itself, as a chapter of a programme's rules; nothing where the definition says nothing. */
final class GovernmentReportsChapter {
    private final ProgrammeDefinition definition;

    GovernmentReportsChapter(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    void write(Markdown text) {
        if (definition.governmentReports().isEmpty()) {
            return;
        }
        text.heading(2, "Rapporter till regeringen");
        text.table(
                List.of("Rapport", "När", "Källa"),
                3,
                definition.governmentReports().stream()
                        .map(report -> List.of(report.title(), when(report), report.source()))
                        .toList());
    }

    private String when(GovernmentReport report) {
        return report.deadlines().isEmpty()
                ? Objects.requireNonNullElse(report.when(), "")
                : report.deadlines().stream()
                        .map(each -> Swedish.date(
                                definition.deadline(each).orElseThrow().dueDate()))
                        .collect(Collectors.joining(", "));
    }
}
