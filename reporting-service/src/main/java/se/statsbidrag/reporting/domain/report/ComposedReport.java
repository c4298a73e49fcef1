package se.statsbidrag.reporting.domain.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.reporting.domain.report.ReportDocument.Section;
import se.statsbidrag.rules.programme.FollowUp;
import se.statsbidrag.rules.programme.GovernmentReport;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/**
 * Composes a report. Which sections a kind has is the same for every programme; what a programme knows nothing of, such as
 * operations or a survey, is left out.
 */
public final class ComposedReport {
    private ComposedReport() {}

    /** The same facts give the same report. */
    public static ReportDocument of(GovernmentReport report, ReportFacts facts) {
        ProgrammeDefinition definition = facts.definition();
        return new ReportDocument(
                definition.id(),
                definition.version(),
                definition.title().swedish(),
                report.kind(),
                report.title(),
                caseNumber(definition, report),
                definition.decision().caseNumber(),
                report.source(),
                facts.asOf(),
                facts.basis(),
                notes(facts),
                sections(report.kind(), facts));
    }

    /** Reports are numbered in the order of the definition. */
    public static String caseNumber(ProgrammeDefinition definition, GovernmentReport report) {
        return definition.caseNumberSeries().prefix()
                + "R"
                + (definition.governmentReports().indexOf(report) + 1);
    }

    private static List<String> notes(ReportFacts facts) {
        List<String> notes = new ArrayList<>();
        List<String> synthetic = facts.definition().syntheticTables();
        if (!synthetic.isEmpty()) {
            notes.add("PÅHITTADE UPPGIFTER. Dessa underlag är påhittade för demonstration: "
                    + String.join(", ", synthetic)
                    + ". Belopp som vilar på dem är inte verkliga.");
        }
        notes.add(
                switch (facts.plan().status()) {
                    case "FINAL" -> "Planen är slutlig: alla potter är stängda.";
                    case "STALE" -> "Planen är inaktuell: den senaste beräkningen gick inte att göra.";
                    default -> "Planen är preliminär: belopp kan ändras tills alla potter är stängda.";
                });
        return notes;
    }

    private static List<Section> sections(GovernmentReport.Kind kind, ReportFacts facts) {
        return switch (kind) {
            case MONTHLY -> monthly(facts);
            case INTERIM -> work(facts);
            case FINAL -> whole(facts);
            case ANNUAL_SUMMARY -> summary(facts);
        };
    }

    private static List<Section> monthly(ReportFacts facts) {
        List<Section> sections = new ArrayList<>();
        YearMonth from = facts.definition().period().from();
        Optional<YearMonth> latest =
                facts.operations().latest(facts.definition().period());
        OperationSections operations = new OperationSections(facts);
        if (latest.isPresent() && countsOperations(facts)) {
            sections.add(operations.counts(latest.get(), latest.get()));
            sections.add(operations.places(latest.get(), latest.get()));
            sections.add(operations.trend(from, latest.get()));
        } else if (countsOperations(facts)) {
            sections.add(new Section(
                    "operations",
                    "Operationer per region och i riket",
                    List.of("Ingen leverans har kommit in för någon av månaderna."),
                    null,
                    List.of()));
        }
        sections.addAll(operations.fulfilment());
        return sections;
    }

    private static List<Section> work(ReportFacts facts) {
        List<Section> sections = new ArrayList<>();
        RecipientSections recipients = new RecipientSections(facts);
        sections.add(recipients.requisitions());
        if (!facts.definition().requisition().purposes().isEmpty()) {
            sections.add(recipients.purposes());
        }
        FollowUp followUp = facts.definition().followUp();
        if (followUp != null && followUp.survey() != null) {
            sections.add(recipients.survey());
            sections.add(recipients.municipalities());
        }
        return sections;
    }

    private static List<Section> whole(ReportFacts facts) {
        List<Section> sections = new ArrayList<>();
        if (countsOperations(facts)) {
            YearMonth from = facts.definition().period().from();
            YearMonth to = facts.definition().period().to();
            OperationSections operations = new OperationSections(facts);
            sections.add(operations.counts(from, to));
            sections.add(operations.places(from, to));
            sections.add(operations.trend(from, to));
            sections.addAll(operations.fulfilment());
        }
        sections.addAll(work(facts));
        sections.addAll(money(facts));
        sections.add(new MoneySections(facts).account());
        sections.addAll(results(facts));
        return sections;
    }

    private static List<Section> summary(ReportFacts facts) {
        List<Section> sections = new ArrayList<>(money(facts));
        if (!facts.definition().requisition().purposes().isEmpty()) {
            sections.add(new RecipientSections(facts).purposes());
        }
        sections.addAll(results(facts));
        return sections;
    }

    private static List<Section> money(ReportFacts facts) {
        MoneySections money = new MoneySections(facts);
        return List.of(money.recipients(), money.pots(), money.remaining(), money.decisions());
    }

    private static List<Section> results(ReportFacts facts) {
        List<Section> sections = new ArrayList<>();
        FollowUp followUp = facts.definition().followUp();
        if (followUp != null) {
            FollowUpSections parts = new FollowUpSections(facts, followUp);
            sections.add(parts.use());
            if (followUp.activityPlans() != null) {
                sections.add(parts.activities());
            }
            sections.add(parts.results());
            sections.add(parts.assessment());
        }
        return sections;
    }

    private static boolean countsOperations(ReportFacts facts) {
        return !facts.definition().procedures().isEmpty();
    }
}
