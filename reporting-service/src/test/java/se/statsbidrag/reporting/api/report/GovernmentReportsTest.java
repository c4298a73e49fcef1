package se.statsbidrag.reporting.api.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.reporting.document.ReportFiles;
import se.statsbidrag.reporting.support.AnsweringServices;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SharesPlan;
import se.statsbidrag.reporting.support.ShippedDefinition;
import se.statsbidrag.reporting.support.SignedIn;
import se.statsbidrag.reporting.support.WrittenBalances;
import se.statsbidrag.reporting.support.WrittenPlan;

/**
 * Reports as of an instant, as another system fetches them. It shares a start of the application with other tests, and sees
 * the clock in March after them.
 */
@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
@ExtendWith(SignedIn.class)
class GovernmentReportsTest {
    private static final OtherServices OTHERS = OtherServices.ofThisApplication();
    private static final String QUEUES = OtherServices.PROGRAMME;
    private static final String CARE = "god-nara-vard-2025";
    private static final Instant LATER = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    private static boolean prepared;

    @BeforeEach
    void theGrantsAreInForceAndAllServicesAnswer() {
        if (prepared) {
            return;
        }
        prepared = true;
        OTHERS.putInForceUnlessItIs(QUEUES);
        OTHERS.putInForceUnlessItIs(CARE);
        Service.awaitReady();
        Service.setClock(LATER.toString());
        AnsweringServices answers = OTHERS.answerAt(LATER.plusSeconds(3_600));
        answers.answer(
                QUEUES,
                BEGINNING,
                new WrittenPlan()
                        .earned("01", 41_000_000)
                        .earned("03", 14_924_388)
                        .on(1),
                new WrittenBalances(ShippedDefinition.definition(QUEUES))
                        .decided("01", 4_761_904, 4_000_000)
                        .text());
        answers.answer(
                CARE,
                BEGINNING,
                new SharesPlan(ShippedDefinition.definition(CARE)).text(),
                new WrittenBalances(ShippedDefinition.definition(CARE)).text());
    }

    private static String path(String programme, String report) {
        return "/reporting/v1/programmes/" + programme + "/government-reports/" + report;
    }

    private static ValidatableResponse report(String programme, String report, String asOf, String type) {
        return given().header("Authorization", SignedIn.bearer("reader-1"))
                .accept(type)
                .queryParam("asOf", asOf)
                .get(path(programme, report))
                .then();
    }

    private static Map<String, byte[]> allFormats(String report, String asOf) {
        Map<String, byte[]> files = new HashMap<>();
        for (String type : new String[] {"application/json", ReportFiles.CSV, ReportFiles.XLSX, ReportFiles.PDF}) {
            files.put(
                    type,
                    report(QUEUES, report, asOf, type)
                            .statusCode(200)
                            .contentType(startsWith(type))
                            .extract()
                            .asByteArray());
        }
        return files;
    }

    private static String now() {
        return given().get("/local/clock").jsonPath().getString("now");
    }

    private static void deliver(String month, int count) {
        Service.putCsv(
                "patientregistret",
                month,
                "01,01,PUBLIC,CATARACT,%d\n01,03,PUBLIC,CATARACT,3\n03,03,PRIVATE,CATARACT,4\n".formatted(count));
    }

    @Test
    void theReportsOfAGrantAreThoseThatItsDefinitionNames() {
        given().get("/reporting/v1/programmes/" + CARE + "/government-reports")
                .then()
                .statusCode(200)
                .body("reports.report", contains("interim", "final", "annual-summary"))
                .body("reports.caseNumber", contains("GN-2025-R1", "GN-2025-R2", "GN-2025-R3"))
                .body("reports[0].due", contains("2025-08-30", "2026-08-30"))
                .body("reports[1].when", containsString("2028"));
        report(CARE, "monthly", now(), "application/json").statusCode(404);
        report(QUEUES, "weekly", now(), "application/json").statusCode(404);
        report("no-such-grant", "final", now(), "application/json").statusCode(404);
    }

    @Test
    void theSameInstantGivesTheSameBytesAndALaterCorrectionMovesLaterReportsAlone() throws IOException {
        deliver("2024-10", 50);
        deliver("2025-10", 60);
        String before = now();
        Map<String, byte[]> first = allFormats("monthly", before);

        deliver("2025-10", 75);
        Map<String, byte[]> again = allFormats("monthly", before);
        first.forEach((type, bytes) -> assertThat(again.get(type)).as(type).isEqualTo(bytes));

        JsonPath then = new JsonPath(new String(first.get("application/json"), StandardCharsets.UTF_8));
        String cataract = "sections.find { it.id == 'operations' }.rows.find { it.region == '01' && it.procedure =="
                + " 'CATARACT' }.";
        assertThat(then.getInt(cataract + "count")).isEqualTo(63);
        assertThat(then.getInt(cataract + "countLastYear")).isEqualTo(53);
        assertThat(then.getInt(cataract + "change")).isEqualTo(188);
        report(QUEUES, "monthly", now(), "application/json").body(cataract + "count", equalTo(78));

        Path pdf = Path.of("target/government-report.pdf");
        Files.write(pdf, first.get(ReportFiles.PDF));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Månadsrapport om antalet operationer", "KV-2025-R1", "Riket", "Sida 1 av");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
        }
        assertThat(new String(first.get(ReportFiles.CSV), StandardCharsets.UTF_8))
                .contains("Diarienummer;KV-2025-R1", "03;Region Uppsala;CATARACT");
    }

    @Test
    void figuresAreThoseOfThePlanAndTheBalances() {
        String fulfilment = "sections.find { it.id == 'fulfilment-block-2' }.";
        String recipients = "sections.find { it.id == 'recipients' }.";
        report(QUEUES, "final", now(), "application/json")
                .statusCode(200)
                .body("caseNumber", equalTo("KV-2025-R2"))
                .body("decisionCaseNumber", containsString("S2025/00401"))
                .body(fulfilment + "rows.find { it.region == '01' }.earned", equalTo(41_000_000))
                .body(fulfilment + "rows.find { it.region == '01' }.cap", equalTo(84_167_924))
                .body(fulfilment + "rows.find { it.region == '01' }.fulfilment", equalTo(487))
                .body(fulfilment + "rows.find { it.region == '03' }.fulfilment", equalTo(1000))
                .body(fulfilment + "sums[0].earned", equalTo(55_924_388))
                .body(recipients + "rows.find { it.recipient == '01' }.decided", equalTo(4_761_904))
                .body(recipients + "sums[0].paid", equalTo(4_000_000))
                .body("sections.id", hasItem("assessment"));
    }

    @Test
    void madeUpFiguresAreSaidToBe() {
        report(CARE, "annual-summary", now(), "application/json")
                .statusCode(200)
                .body("notes[0]", startsWith("PÅHITTADE UPPGIFTER"));
        report(CARE, "interim", now(), "application/json")
                .statusCode(200)
                .body("sections.id", contains("requisitions", "purposes", "survey", "survey-municipalities"));
    }

    @Test
    void anInstantThatIsNoneOrHasNotComeIsRefused() {
        report(QUEUES, "monthly", "yesterday", "application/json")
                .statusCode(422)
                .body("faults.field", contains("asOf"));
        report(QUEUES, "monthly", "2031-01-01T00:00:00Z", "application/json")
                .statusCode(422)
                .body("faults.field", contains("asOf"));
        report(QUEUES, "monthly", now(), "text/html").statusCode(406);
    }

    @Test
    void withoutAnInstantItIsAsOfNow() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().header("Authorization", SignedIn.bearer("auditor-1"))
                        .get(path(QUEUES, "monthly"))
                        .then()
                        .statusCode(200)
                        .header("Content-Location", containsString("asOf=2026-03-")));
    }
}
