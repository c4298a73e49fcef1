package se.statsbidrag.reporting.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Four regions, one programme of February to October 2025, and a region that reports itself from February on. */
public final class TestRules {
    public static final ReporterId REGISTER = new ReporterId("patientregistret");
    public static final IntakeRules RULES = new IntakeRules(
            new TreeSet<>(
                    Stream.of("01", "14", "23", "24").map(RecipientCode::new).toList()),
            new TreeSet<>(Stream.of("HIP_REPLACEMENT", "PROLAPSE", "CATARACT")
                    .map(Procedure::new)
                    .toList()),
            List.of(new CutOff(
                    new ProgrammeId("a-grant"),
                    new DeadlineId("cut-off"),
                    YearMonth.parse("2025-02"),
                    YearMonth.parse("2025-10"),
                    LocalDate.parse("2025-11-20"))),
            REGISTER);
    public static final ReporterScopes SCOPES = ReporterScopes.none(REGISTER)
            .evolve(new ReporterScopeSet(
                    new ReporterId("region-jh"), List.of(new RecipientCode("23")), YearMonth.parse("2025-02")));

    private TestRules() {}
}
