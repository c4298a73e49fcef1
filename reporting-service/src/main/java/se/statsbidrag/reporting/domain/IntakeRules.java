package se.statsbidrag.reporting.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * What a delivery is checked against; all of it is data of the programmes in force.
 *
 * @param regions the regions that there are
 * @param procedures the kinds of operation that some programme in force counts
 * @param cutOffs each programme's delivery cut-off
 * @param defaultReporter who answers for what no scope names
 */
public record IntakeRules(
        SortedSet<RecipientCode> regions,
        SortedSet<Procedure> procedures,
        List<CutOff> cutOffs,
        ReporterId defaultReporter) {
    public IntakeRules {
        regions = new TreeSet<>(regions);
        procedures = new TreeSet<>(procedures);
        cutOffs = List.copyOf(cutOffs);
    }

    /** The programmes whose period holds the month and whose cut-off had passed when the delivery arrived. */
    public List<ProgrammeId> lateFor(YearMonth month, Instant receivedAt) {
        return cutOffs.stream()
                .filter(cutOff -> cutOff.holds(month) && cutOff.passedBy(receivedAt))
                .map(CutOff::programme)
                .distinct()
                .sorted()
                .toList();
    }

    /** The programmes whose money a delivery of the month moves, when it is in time. */
    Set<ProgrammeId> programmesOf(YearMonth month) {
        Set<ProgrammeId> programmes = new TreeSet<>();
        cutOffs.stream().filter(cutOff -> cutOff.holds(month)).forEach(cutOff -> programmes.add(cutOff.programme()));
        return programmes;
    }
}
