package se.statsbidrag.reporting.document;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.statsbidrag.reporting.domain.report.ReportDocument;
import se.statsbidrag.rules.programme.DeadlineDay;

/** What stands first in a report, whatever its format. */
public final class ReportHead {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private ReportHead() {}

    /** A line: what it is, and what it says. Swedish. */
    public record Line(String name, String text) {}

    public static List<Line> lines(ReportDocument report) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Rapport", report.title()));
        lines.add(new Line("Statsbidrag", report.programmeTitle()));
        lines.add(new Line("Diarienummer", report.caseNumber()));
        lines.add(new Line("Regeringens beslut", report.decisionCaseNumber()));
        lines.add(new Line("Lämnas enligt", report.source()));
        lines.add(new Line("Uppgifter till och med", MOMENT.format(report.asOf().atZone(DeadlineDay.SWEDEN))));
        lines.add(new Line(
                "Underlag",
                report.basis().stream()
                                .map(each -> each.log() + ":" + each.position())
                                .collect(Collectors.joining(", "))
                        + "; beräkningsregler version " + report.programmeVersion()));
        report.notes().forEach(note -> lines.add(new Line("Att veta", note)));
        return lines;
    }
}
