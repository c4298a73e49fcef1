package se.statsbidrag.reporting.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.statsbidrag.events.ActivityCost;
import se.statsbidrag.events.ActivityCostsBooked;
import se.statsbidrag.events.ActivityPlanSet;
import se.statsbidrag.events.AppropriationReceived;
import se.statsbidrag.events.AppropriationRepaid;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpContent;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.OwnCostBooked;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.PlannedActivity;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.reporting.domain.report.ReportFacts.Balance;
import se.statsbidrag.reporting.domain.report.ReportFacts.Plan;
import se.statsbidrag.reporting.domain.report.ReportFacts.Pot;
import se.statsbidrag.reporting.domain.report.ReportFacts.Recorded;
import se.statsbidrag.reporting.domain.report.ReportFacts.Requisition;
import se.statsbidrag.reporting.support.ShippedDefinition;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.GovernmentReport.Kind;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.FollowUpPart;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** What stands in each report, as tables of figures. */
class ComposedReportTest {
    private static final Instant AS_OF = Instant.parse("2025-06-15T10:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2025-05-09T10:00:00Z");
    private static final ReporterId REGISTER = new ReporterId("patientregistret");
    private static final RecipientCode STOCKHOLM = new RecipientCode("01");
    private static final RecipientCode UPPSALA = new RecipientCode("03");
    private static final PotId BLOCK_2 = new PotId("block-2");

    /** Two months this year, one of them also last year; a correction replaces the first revision. */
    private static final List<Delivery> DELIVERIES = List.of(
            delivery("2024-03", 1, cell("01", "01", Provider.PUBLIC, "CATARACT", 80)),
            delivery("2025-02", 1, cell("01", "01", Provider.PUBLIC, "HIP_REPLACEMENT", 2)),
            delivery("2025-03", 1, cell("01", "01", Provider.PUBLIC, "CATARACT", 7)),
            delivery(
                    "2025-03",
                    2,
                    cell("01", "01", Provider.PUBLIC, "CATARACT", 60),
                    cell("01", "03", Provider.PUBLIC, "CATARACT", 5),
                    cell("01", "03", Provider.PRIVATE, "CATARACT", 25)));

    private static Delivery delivery(String month, int revision, OperationCell... cells) {
        return new Delivery(
                REGISTER,
                YearMonth.parse(month),
                revision,
                RECEIVED,
                List.of(cells),
                new EventReference("operations", revision));
    }

    private static OperationCell cell(String home, String in, Provider provider, String procedure, int count) {
        return new OperationCell(
                new RecipientCode(home), new RecipientCode(in), provider, new Procedure(procedure), count);
    }

    private static SortedMap<RecipientCode, SortedMap<PotId, Long>> lines(
            RecipientCode recipient, PotId pot, long amount) {
        return new TreeMap<>(Map.of(recipient, new TreeMap<>(Map.of(pot, amount))));
    }

    private static ReportFacts queues(Plan plan, List<Recorded> ledger) {
        ProgrammeDefinition definition = ShippedDefinition.definition("korta-vardkoerna-2025");
        Period period = definition.period();
        Facts facts = new Facts(Map.of(), DELIVERIES, List.of(), REGISTER, Map.of(), List.of(), List.of());
        return new ReportFacts(
                definition,
                AS_OF,
                List.of(new EventReference("operations", 5)),
                OperationFigures.of(
                        DELIVERIES,
                        List.of(),
                        REGISTER,
                        new Period(period.from().minusYears(1), period.to(), "")),
                OperationCounts.of(facts, period, Instant.MAX),
                plan,
                List.of(
                        new Balance(STOCKHOLM, 900, 800, 100, 700, 60, 10, 50),
                        new Balance(UPPSALA, 90, 80, 10, 70, 0, 0, 0)),
                ledger,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static ReportFacts other(
            String programme,
            SortedMap<RecipientCode, Requisition> requisitions,
            SortedMap<RecipientCode, FollowUpReport> reports,
            SortedMap<RecipientCode, ActivityPlan> plans,
            SortedMap<RecipientCode, Map<SurveyRespondent, SurveyAnswered>> survey) {
        return new ReportFacts(
                ShippedDefinition.definition(programme),
                AS_OF,
                List.of(),
                OperationFigures.of(
                        List.of(),
                        List.of(),
                        REGISTER,
                        new Period(YearMonth.parse("2025-01"), YearMonth.parse("2025-12"), "")),
                OperationCounts.none(),
                new Plan("FINAL", List.of(), new TreeMap<>()),
                List.of(new Balance(STOCKHOLM, 500, 500, 0, 500, 0, 0, 0)),
                List.of(),
                requisitions,
                reports,
                plans,
                survey);
    }

    private static Plan plan() {
        return new Plan(
                "PRELIMINARY",
                List.of(new Pot(BLOCK_2, "OPEN", 397_000_000, 2_000_000, 395_000_000, 0, 0)),
                lines(STOCKHOLM, BLOCK_2, 1_926_000));
    }

    private static ReportDocument report(Kind kind, ReportFacts facts) {
        return ComposedReport.of(facts.definition().governmentReport(kind).orElseThrow(), facts);
    }

    /** The rows that have a word in one of their cells, cells parted by bars. */
    private static String rows(ReportDocument report, String section, String word) {
        return Objects.requireNonNull(report.section(section).orElseThrow().table()).rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> cell.number() == null
                                ? Objects.requireNonNullElse(cell.words(), "")
                                : cell.number().toString())
                        .collect(Collectors.joining("|")))
                .filter(line -> line.contains(word))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theMonthlyReportHoldsTheLatestMonthAgainstTheSameMonthLastYear() {
        ReportDocument report = report(Kind.MONTHLY, queues(plan(), List.of()));

        assertThat(report.caseNumber()).isEqualTo("KV-2025-R1");
        assertThat(report.section("operations").orElseThrow().title()).endsWith("mars 2025");
        assertThat(rows(report, "operations", "CATARACT").lines().limit(3))
                .containsExactly(
                        "00|Riket|CATARACT|Operation av grå starr|90|80|10|125",
                        "01|Region Stockholm|CATARACT|Operation av grå starr|90|80|10|125",
                        "03|Region Uppsala|CATARACT|Operation av grå starr|0|0|0|");
        assertThat(rows(report, "places", "Stockholm|CATARACT"))
                .isEqualTo("01|Region Stockholm|CATARACT|Operation av grå starr|60|80|5|0|25|0");
        assertThat(rows(report, "months", "2025-02|HIP"))
                .isEqualTo("2025-02|HIP_REPLACEMENT|Operation av höftledsprotes|2|0|2|");
        assertThat(rows(report, "fulfilment-block-2", "01|")).isEqualTo("01|Region Stockholm|1926000|84167924|22");
        assertThat(rows(report, "fulfilment-block-2", "00|Riket")).isEqualTo("00|Riket|1926000|397000000|4");
        assertThat(rows(report, "fulfilment-procedures-block-2", "Stockholm")).isEqualTo("""
                01|Region Stockholm|HIP_REPLACEMENT|Operation av höftledsprotes|2|108000|216000|2
                01|Region Stockholm|PROLAPSE|Operation av framfall|0|39000|0|0
                01|Region Stockholm|CATARACT|Operation av grå starr|90|19000|1710000|20""");
        assertThat(report.notes())
                .containsExactly("Planen är preliminär: belopp kan ändras tills alla potter är stängda.");
    }

    @Test
    void theFinalReportHoldsTheWholePeriodAndWhatBecameOfTheMoney() {
        ProgrammeId programme = new ProgrammeId("korta-vardkoerna-2025");
        LocalDate day = LocalDate.parse("2025-11-28");
        ReportDocument report = report(
                Kind.FINAL,
                queues(
                        plan(),
                        List.of(
                                new Recorded(new AppropriationReceived(programme, 1_000, day, "a"), AS_OF),
                                new Recorded(new OwnCostBooked(programme, 30, day, "b", "lön"), AS_OF),
                                new Recorded(decided(programme), AS_OF),
                                new Recorded(
                                        new AppropriationRepaid(programme, 250, day, "S2025/00401", "c"), AS_OF))));

        assertThat(report.section("operations").orElseThrow().title()).endsWith("februari–oktober 2025");
        assertThat(rows(report, "recipients", "|")).isEqualTo("""
                01|Region Stockholm|900|800|100|700|60|10|50
                03|Region Uppsala|90|80|10|70|0|0|0
                |Summa|990|880|110|770|60|10|50""");
        assertThat(rows(report, "decisions", "KV"))
                .isEqualTo("1|KV-2025-B1|2025-06-15|Block 2: genomförda operationer|1|800");
        assertThat(rows(report, "account", "left")).isEqualTo("left|Kvar hos myndigheten|0");
        assertThat(rows(report, "remaining-funds", "Summa")).isEqualTo("|Summa|||0");
        assertThat(report.sections()).extracting(ReportDocument.Section::id).contains("use", "results", "assessment");
    }

    private static PayoutsDecided decided(ProgrammeId programme) {
        return new PayoutsDecided(
                programme,
                1,
                "KV-2025-B1",
                1,
                "0",
                "0",
                List.of(),
                List.of(BLOCK_2),
                List.of(new PayoutsDecided.Line(STOCKHOLM, BLOCK_2, 900, 800)),
                "officer",
                "Enligt planen");
    }

    @Test
    void theSummaryQuotesAcceptedReportsAndLeavesThePlaceOfTheAssessment() {
        ProgrammeId programme = new ProgrammeId("tillganglighet-2025");
        FollowUpReport accepted = FollowUpReport.NONE
                .evolve(
                        1,
                        new FollowUpSubmitted(
                                programme,
                                STOCKHOLM,
                                "TV-2025-01",
                                RECEIVED,
                                new FollowUpContent(
                                        450L, List.of(new FollowUpContent.Part(FollowUpPart.RESULTS, "Kortare köer"))),
                                500,
                                true,
                                null))
                .evolve(2, new FollowUpAccepted(programme, STOCKHOLM, 1, "fullständig"));
        ActivityPlan plan = ActivityPlan.NONE
                .evolve(new ActivityPlanSet(
                        programme,
                        STOCKHOLM,
                        List.of(new PlannedActivity("1", "Vårdhotell", "SUS", 400, List.of(), false, ""))))
                .evolve(new ActivityCostsBooked(
                        programme,
                        STOCKHOLM,
                        List.of(new ActivityCost("1", "AB", 390, LocalDate.parse("2025-03-01"), "V1", "", 0, 0))));

        ReportDocument report = report(
                Kind.ANNUAL_SUMMARY,
                other(
                        "tillganglighet-2025",
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(STOCKHOLM, accepted)),
                        new TreeMap<>(Map.of(STOCKHOLM, plan)),
                        new TreeMap<>()));

        assertThat(rows(report, "use", "01")).isEqualTo("01|Region Stockholm|500|Godkänd|450|400|390");
        assertThat(rows(report, "activities", "01")).isEqualTo("01|Region Stockholm|1|Vårdhotell|400|390");
        assertThat(rows(report, "results", "01"))
                .startsWith("01|Region Stockholm|RESULTS|")
                .endsWith("|Kortare köer");
        assertThat(report.section("assessment").orElseThrow().paragraphs().getFirst())
                .contains("handläggaren");
    }

    @Test
    void theInterimReportSaysWhoAskedForWhatPurposesAndWhatEachCountyAnswers() {
        ProgrammeId programme = new ProgrammeId("god-nara-vard-2025");
        RecipientCode municipality = new RecipientCode("0114");
        Submission submission = new Submission(
                RECEIVED,
                100L,
                false,
                Submission.Outcome.APPROVED,
                new EventReference("requisitions", 1),
                null,
                false,
                null);
        Map<SurveyRespondent, SurveyAnswered> answers = new EnumMap<>(SurveyRespondent.class);
        answers.put(
                SurveyRespondent.RSS,
                new SurveyAnswered(
                        programme,
                        STOCKHOLM,
                        SurveyRespondent.RSS,
                        RECEIVED,
                        "Länet",
                        List.of(new SurveyAnswered.Reported(municipality, "Fler team"))));
        ReportDocument report = report(
                Kind.INTERIM,
                other(
                        "god-nara-vard-2025",
                        new TreeMap<>(Map.of(
                                STOCKHOLM,
                                new Requisition(
                                        new RequisitionStanding.InForce(submission),
                                        new RequisitionContent(100L, false, true, List.of(1, 3), null),
                                        LocalDate.parse("2025-04-02")))),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(STOCKHOLM, answers))));

        assertThat(rows(report, "requisitions", "01|Region"))
                .isEqualTo("01|Region Stockholm|Godkänd|2025-04-02|100|1, 3|");
        assertThat(report.section("requisitions").orElseThrow().paragraphs())
                .containsExactly("1 av 311 mottagare har en godkänd rekvisition.");
        assertThat(rows(report, "purposes", "").lines().limit(3))
                .extracting(line -> line.replaceAll("^([0-9]).*?\\|([0-9])\\|([0-9])\\|.*", "$1 $2 $3"))
                .containsExactly("1 1 0", "2 0 0", "3 1 0");
        assertThat(rows(report, "survey", "01|")).isEqualTo("""
                01|Region Stockholm|Regionen||Inget svar
                01|Region Stockholm|RSS för kommunerna|2025-05-09|Länet""");
        assertThat(rows(report, "survey-municipalities", "0114")).endsWith("|Fler team");
        assertThat(report.notes().getFirst()).startsWith("PÅHITTADE UPPGIFTER");
    }
}
