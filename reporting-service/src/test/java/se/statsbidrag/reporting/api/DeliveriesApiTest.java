package se.statsbidrag.reporting.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SignedIn;

@QuarkusTest
@QuarkusTestResource(value = ReportingParts.class, restrictToAnnotatedClass = true)
@ExtendWith(SignedIn.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class DeliveriesApiTest {
    private static final Logger LOGGER = Logger.getLogger(DeliveriesApiTest.class);
    private static boolean prepared;
    private static final String BASE = "/reporting/v1";
    private static final List<String> REGIONS = List.of(
            "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
            "23", "24", "25");

    @BeforeEach
    void theGrantIsInForceAndItIsMay() {
        if (prepared) {
            return;
        }
        prepared = true;
        new OtherServices().putProgrammeInForce();
        Service.awaitReady();
        Service.setClock("2025-05-10T10:00:00+02:00");
    }

    private static String cell(String home, String in, int count) {
        return "%s,%s,PUBLIC,CATARACT,%d\n".formatted(home, in, count);
    }

    private static ValidatableResponse refusedWithoutTrace(ValidatableResponse response, int status, long before) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body(not(containsString("Exception")))
                .body(not(containsString("se.statsbidrag")));
        assertThat(Service.recorded()).isEqualTo(before);
        return response;
    }

    @Test
    void aDeliveryIsRecordedReplacedAndReadAgain() {
        Service.putCsv("patientregistret", "2025-02", cell("01", "01", 5) + cell("03", "01", 6))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("reporter", equalTo("patientregistret"))
                .body("month", equalTo("2025-02"))
                .body("revision", equalTo(1))
                .body("status", equalTo("ACCEPTED"))
                .body("lateFor", empty())
                .body("cells", equalTo(2))
                .body("added", equalTo(2))
                .body("receivedAt", containsString("2025-05-10T"))
                .body("log", equalTo("operations"))
                .body("position", greaterThan(0));

        Service.putCsv("patientregistret", "2025-02", cell("03", "01", 6) + cell("01", "01", 5) + cell("04", "01", 0))
                .statusCode(200)
                .body("status", equalTo("UNCHANGED"))
                .body("revision", equalTo(1))
                .body("added", equalTo(0));

        given().contentType("application/json")
                .body("{\"cells\": [{\"homeRegion\": \"01\", \"performedIn\": \"01\", \"provider\": \"PUBLIC\","
                        + " \"procedure\": \"CATARACT\", \"count\": 7}]}")
                .put(BASE + "/deliveries/patientregistret/2025-02")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("changed", equalTo(1))
                .body("removed", equalTo(1));

        given().get(BASE + "/deliveries/patientregistret/2025-02")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("revision", equalTo(2))
                .body("cells.count", contains(7))
                .body("inForceForStatistics", equalTo(true))
                .body("inForceForMoney", contains(OtherServices.PROGRAMME));
        given().get(BASE + "/deliveries/patientregistret/2025-02?revision=1")
                .then()
                .statusCode(200)
                .body("cells.count", contains(5, 6))
                .body("inForceForStatistics", equalTo(false))
                .body("inForceForMoney", empty());
        given().get(BASE + "/deliveries/patientregistret/2025-02?revision=3")
                .then()
                .statusCode(404);
        given().get(BASE + "/deliveries/nobody/2025-02").then().statusCode(404);
    }

    @Test
    void aStaleIfMatchIsRefused() {
        Service.putCsv("patientregistret", "2024-05", cell("01", "01", 1)).statusCode(201);
        long before = Service.recorded();
        refusedWithoutTrace(
                given().contentType("text/csv")
                        .header("If-Match", "\"7\"")
                        .body("homeRegion,performedIn,provider,procedure,count\n" + cell("01", "01", 2))
                        .put(BASE + "/deliveries/patientregistret/2024-05")
                        .then(),
                412,
                before);
    }

    @Test
    void validationAnswersAsTheDeliveryWouldAndRecordsNothing() {
        long before = Service.recorded();
        String cells = "homeRegion,performedIn,provider,procedure,count\n" + cell("01", "01", 5);
        given().contentType("text/csv")
                .body(cells)
                .post(BASE + "/deliveries/patientregistret/2024-03/validation")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("revision", equalTo(1))
                .body("added", equalTo(1))
                .body("position", nullValue());
        refusedWithoutTrace(
                given().contentType("application/json")
                        .body("{\"cells\": [{\"homeRegion\": \"99\"}]}")
                        .post(BASE + "/deliveries/patientregistret/2024-03/validation")
                        .then(),
                422,
                before);
        assertThat(Service.recorded()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        patientregistret | 2025-03 | 99,01,PUBLIC,CATARACT,1      | homeRegion  | 99     | no such region
        patientregistret | 2025-03 | 01,99,PUBLIC,CATARACT,1      | performedIn | 99     | no such region
        patientregistret | 2025-03 | 01,01,PUBLIC,KNEE,1          | procedure   | KNEE   | no programme in force counts
        patientregistret | 2025-03 | 01,01,Privat,CATARACT,1      | provider    | Privat | no such provider
        patientregistret | 2025-03 | 01,01,PUBLIC,CATARACT,-1     | count       | -1     | below 0
        patientregistret | 2025-03 | 01,01,PUBLIC,CATARACT,100001 | count       | 100001 | above 100000
        patientregistret | 2025-03 | 01,01,PUBLIC,CATARACT,1.5    | count       | 1.5    | not a whole number
        patientregistret | 2025-05 | 01,01,PUBLIC,CATARACT,1      | month       | 2025-05 | the month has not ended
        patientregistret | 2025-3  | 01,01,PUBLIC,CATARACT,1      | month       | 2025-3 | not a month
        norra            | 2025-03 | 01,01,PUBLIC,CATARACT,1      | reporter    | norra  | no such reporter
        """)
    void whatIsReadableButWrongIsNamed(
            String reporter, String month, String row, String field, String value, String fault) {
        long before = Service.recorded();
        refusedWithoutTrace(Service.putCsv(reporter, month, row + "\n"), 422, before)
                .body("faults", hasSize(1))
                .body("faults[0].field", equalTo(field))
                .body("faults[0].value", equalTo(value))
                .body("faults[0].fault", containsString(fault))
                .body("faults[0].action", notNullValue());
    }

    @Test
    void allFaultsComeAtOnceTheFirstHundredNamedAndTheRestCounted() {
        long before = Service.recorded();
        refusedWithoutTrace(
                        Service.putCsv("patientregistret", "2025-03", "99,01,PUBLIC,CATARACT,1\n".repeat(130)),
                        422,
                        before)
                .body("faults", hasSize(100))
                .body("faults[0].row", equalTo(2))
                .body("further", equalTo(30))
                .body("detail", containsString("130 faults"));
    }

    @Test
    void aSecondRowForACellIsRefusedInCsvAndJson() {
        long before = Service.recorded();
        refusedWithoutTrace(
                        Service.putCsv("patientregistret", "2025-03", cell("01", "01", 1) + cell("01", "01", 1)),
                        422,
                        before)
                .body("faults[0].row", equalTo(3));
        String json = "{\"homeRegion\": \"01\", \"performedIn\": \"01\", \"provider\": \"PUBLIC\","
                + " \"procedure\": \"CATARACT\", \"count\": 1}";
        refusedWithoutTrace(
                        given().contentType("application/json")
                                .body("{\"cells\": [" + json + "," + json + "]}")
                                .put(BASE + "/deliveries/patientregistret/2025-03")
                                .then(),
                        422,
                        before)
                .body("faults[0].row", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/json | {"cells": [
        application/json | not json
        application/json | ''
        text/csv         | ''
        text/csv         | 'homeRegion,"performed"In'
        """)
    void whatCannotBeReadIs400(String mediaType, String body) {
        long before = Service.recorded();
        refusedWithoutTrace(
                given().contentType(mediaType)
                        .body(body)
                        .put(BASE + "/deliveries/patientregistret/2025-03")
                        .then(),
                400,
                before);
        refusedWithoutTrace(
                given().contentType(mediaType)
                        .body(body)
                        .post(BASE + "/deliveries")
                        .then(),
                400,
                before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
    void anotherMediaTypeIs415(String mediaType) {
        long before = Service.recorded();
        refusedWithoutTrace(
                given().contentType(mediaType)
                        .body("x".getBytes(UTF_8))
                        .put(BASE + "/deliveries/patientregistret/2025-03")
                        .then(),
                415,
                before);
    }

    @Test
    void aBodyWithoutMediaTypeIs415() throws IOException, InterruptedException {
        long before = Service.recorded();
        assertThat(post("x".getBytes(UTF_8), null).statusCode()).isEqualTo(415);
        assertThat(Service.recorded()).isEqualTo(before);
    }

    private static HttpResponse<String> post(byte[] body, @Nullable String mediaType)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + BASE + "/deliveries"))
                .header("Authorization", SignedIn.bearer("feed-patientregistret"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aBodyOf50MegabytesIs413() throws IOException, InterruptedException {
        long before = Service.recorded();
        HttpResponse<String> answer = post(new byte[50 * 1024 * 1024], "text/csv");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("20 MB").doesNotContain("Exception");
        assertThat(Service.recorded()).isEqualTo(before);
    }

    @Test
    void tooManyRowsAre413() {
        long before = Service.recorded();
        refusedWithoutTrace(
                Service.postCsv("patientregistret,2025-03,01,01,PUBLIC,CATARACT,1\n".repeat(200_001)), 413, before);
    }

    @Test
    void aSemicolonSeparatedFileGetsAHelpfulFault() {
        long before = Service.recorded();
        refusedWithoutTrace(
                        given().contentType("text/csv")
                                .body("homeRegion;performedIn;provider;procedure;count\n01;01;PUBLIC;CATARACT;1\n")
                                .put(BASE + "/deliveries/patientregistret/2025-03")
                                .then(),
                        422,
                        before)
                .body("faults[0].fault", containsString("semicolons"));
    }

    @Test
    void manyDeliveriesAreRecordedOrNone() {
        long before = Service.recorded();
        String good = "patientregistret,2024-06,01,01,PUBLIC,CATARACT,1\n";
        refusedWithoutTrace(Service.postCsv(good + "patientregistret,2024-07,01,01,PUBLIC,CATARACT,x\n"), 422, before)
                .body("faults[0].row", equalTo(3));

        Service.postCsv(good + "patientregistret,2024-07,01,01,PUBLIC,CATARACT,2\n")
                .statusCode(200)
                .body("$", hasSize(2))
                .body("month", contains("2024-06", "2024-07"))
                .body("status", contains("ACCEPTED", "ACCEPTED"));
        assertThat(Service.recorded()).isEqualTo(before + 2);

        Service.postCsv(good + "patientregistret,2024-07,01,01,PUBLIC,CATARACT,3\n")
                .statusCode(200)
                .body("status", contains("UNCHANGED", "ACCEPTED"));
        assertThat(Service.recorded()).isEqualTo(before + 3);
    }

    @Test
    void aFeedDeliversAndReadsForItsOwnReporterAlone() {
        String own = "patientregistret,2023-06,01,01,PUBLIC,CATARACT,1\n";
        Service.postCsv(own).statusCode(200);
        long before = Service.recorded();
        refusedWithoutTrace(
                Service.postCsv(own.replace(",1", ",2") + "region-14,2023-06,14,14,PUBLIC,CATARACT,1\n"), 403, before);
        String cells = "homeRegion,performedIn,provider,procedure,count\n" + cell("01", "01", 3);
        for (String stranger : List.of("feed-region-14", "officer-1", "representative-01", "reader-1")) {
            refusedWithoutTrace(
                    calledBy(stranger)
                            .body(cells)
                            .put(BASE + "/deliveries/patientregistret/2023-06")
                            .then(),
                    403,
                    before);
            refusedWithoutTrace(
                    calledBy(stranger)
                            .body(cells)
                            .post(BASE + "/deliveries/patientregistret/2023-06/validation")
                            .then(),
                    403,
                    before);
        }
        for (String reader : List.of("feed-patientregistret", "officer-1", "economist-1", "reader-1", "auditor-1")) {
            calledBy(reader)
                    .get(BASE + "/deliveries/patientregistret/2023-06")
                    .then()
                    .statusCode(200);
        }
        for (String stranger : List.of("feed-region-14", "representative-01", "operator-1")) {
            calledBy(stranger)
                    .get(BASE + "/deliveries/patientregistret/2023-06")
                    .then()
                    .statusCode(403);
        }
    }

    private static RequestSpecification calledBy(String clientId) {
        return given().header("Authorization", SignedIn.bearer(clientId)).contentType("text/csv");
    }

    @Test
    void sixtyThousandRowsAreAcceptedWhole() {
        StringBuilder rows = new StringBuilder();
        int count = 0;
        for (int month = 0; month < 24; month++) {
            String name = "%d-%02d".formatted(2022 + month / 12, month % 12 + 1);
            for (String home : REGIONS) {
                for (String in : REGIONS) {
                    for (String procedure : List.of("HIP_REPLACEMENT", "PROLAPSE", "CATARACT")) {
                        for (String provider : List.of("PUBLIC", "PRIVATE")) {
                            rows.append("patientregistret,%s,%s,%s,%s,%s,%d\n"
                                    .formatted(name, home, in, provider, procedure, 1 + count++ % 90));
                        }
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(60_000);
        Instant start = Instant.now();
        int position = Service.postCsv(rows.toString())
                .statusCode(200)
                .body("$", hasSize(24))
                .extract()
                .path("[23].position");
        LOGGER.infof("%d rows were accepted in %s", count, Duration.between(start, Instant.now()));

        given().get(BASE + "/operations?from=2023-12&to=2023-12&homeRegion=23&procedure=CATARACT&place=HOME_REGION"
                        + "&after=operations:" + position + "&wait=10")
                .then()
                .statusCode(200)
                .body("operations", hasSize(1))
                .body("operations[0].count", greaterThan(0))
                .body("operations[0].countLastYear", greaterThan(0));

        long before = Service.recorded();
        refusedWithoutTrace(Service.postCsv(rows + "patientregistret,2023-12,01,01,PUBLIC,CATARACT,5\n"), 422, before);
    }

    @Test
    void twoReportersCannotAnswerForTheSameRegion() {
        inForce("region-a", "[\"10\", \"12\"]", "2025-03").statusCode(201).body("performedIn", contains("10", "12"));
        scope("region-a", "[\"12\", \"10\"]", "2025-03").statusCode(200).body("state", equalTo("IN_FORCE"));
        long before = Service.recorded();
        refusedWithoutTrace(scope("region-b", "[\"13\", \"12\"]", "2026-01"), 409, before)
                .body("detail", containsString("region-a answers for 12"));
        refusedWithoutTrace(scope("region-b", "[\"99\", \"13\", \"13\"]", "2026"), 422, before)
                .body("faults.field", contains("fromMonth", "performedIn[0]", "performedIn[2]"));
        refusedWithoutTrace(scope("Region B", "[\"13\"]", "2025-03"), 422, before);
        refusedWithoutTrace(scope("patientregistret", "[\"13\"]", "2025-03"), 422, before);

        given().get(BASE + "/reporters")
                .then()
                .statusCode(200)
                .body("reporters.find { it.reporter == 'region-a' }.performedIn", contains("10", "12"))
                .body("reporters[0].answersForTheRest", equalTo(true));

        refusedWithoutTrace(Service.putCsv("patientregistret", "2025-03", cell("01", "12", 1)), 422, before)
                .body("faults[0].fault", containsString("region-a answers"));
        Service.putCsv("region-a", "2025-03", cell("01", "12", 1)).statusCode(201);
        Service.putCsv("patientregistret", "2025-02", cell("01", "12", 1)).statusCode(200);
    }

    /** Proposed by one officer, put in force by another. */
    private static ValidatableResponse inForce(String reporter, String regions, String fromMonth) {
        scope(reporter, regions, fromMonth).statusCode(202).body("state", equalTo("PROPOSED"));
        return settled(reporter, "approval", "officer-2");
    }

    private static ValidatableResponse settled(String reporter, String act, String officer) {
        return given().header("Authorization", SignedIn.bearer(officer))
                .contentType("application/json")
                .body("{\"reason\": \"As agreed\"}")
                .post(BASE + "/reporters/" + reporter + "/" + act)
                .then();
    }

    @Test
    void aScopeTakesTwoOfficers() {
        long proposed = scope("region-24", "[\"24\"]", "2025-01")
                .statusCode(202)
                .extract()
                .jsonPath()
                .getLong("position");
        scope("region-24", "[\"24\"]", "2025-01").statusCode(202).body("position", equalTo((int) proposed));
        given().queryParam("after", "operations:" + proposed)
                .queryParam("wait", 10)
                .get(BASE + "/proposals")
                .then()
                .statusCode(200)
                .body("proposals.find { it.subject == 'region-24' }.content.performedIn", contains("24"));
        Service.putCsv("region-24", "2025-03", cell("01", "24", 1)).statusCode(422);

        long before = Service.recorded();
        refusedWithoutTrace(settled("region-24", "approval", "officer-1"), 409, before)
                .body("type", equalTo("/problems/second-person"));
        refusedWithoutTrace(settled("region-23", "approval", "officer-2"), 404, before);
        await().untilAsserted(() -> given().header("Authorization", SignedIn.bearer("auditor-1"))
                .queryParam("log", "refusals")
                .get(BASE + "/trail")
                .then()
                .body("acts[0].type", equalTo("act-refused"))
                .body("acts[0].name", equalTo("Åsa Påhittström")));

        settled("region-24", "return", "officer-2").statusCode(200).body("state", equalTo("RETURNED"));
        settled("region-24", "approval", "officer-2").statusCode(404);
        inForce("region-24", "[\"24\"]", "2025-01").statusCode(201);
        Service.putCsv("region-24", "2025-03", cell("01", "24", 1)).statusCode(201);
    }

    private static ValidatableResponse scope(String reporter, String regions, String fromMonth) {
        return given().contentType("application/json")
                .body("{\"performedIn\": " + regions + ", \"fromMonth\": \"" + fromMonth + "\"}")
                .put(BASE + "/reporters/" + reporter)
                .then();
    }

    @Test
    void operationsStandBesideLastYearsAndFollowScopes() {
        Service.postCsv("""
            patientregistret,2024-04,21,21,PUBLIC,PROLAPSE,10
            patientregistret,2024-04,21,22,PUBLIC,PROLAPSE,3
            patientregistret,2025-04,21,21,PUBLIC,PROLAPSE,12
            patientregistret,2025-04,21,21,PRIVATE,PROLAPSE,4
            patientregistret,2025-04,21,22,PRIVATE,PROLAPSE,5
            """).statusCode(200);
        operations("from=2025-04&to=2025-04&homeRegion=21&procedure=PROLAPSE")
                .body("total", equalTo(3))
                .body("operations.place", contains("HOME_REGION", "OTHER_REGION", "PRIVATE_PROVIDER"))
                .body("operations.count", contains(12, 0, 9))
                .body("operations.countLastYear", contains(10, 3, 0))
                .body("operations.difference", contains(2, -3, 9));

        inForce("region-22", "[\"22\"]", "2025-01").statusCode(201);
        operations("from=2025-04&to=2025-04&homeRegion=21&place=PRIVATE_PROVIDER")
                .body("operations.count", contains(4));
        Service.putCsv("region-22", "2025-04", "21,22,PRIVATE,PROLAPSE,6\n").statusCode(201);
        operations("from=2025-04&to=2025-04&homeRegion=21&place=PRIVATE_PROVIDER")
                .body("operations.count", contains(10));
        given().get(BASE + "/deliveries/patientregistret/2025-04").then().body("cells", hasSize(3));

        given().get(BASE + "/operations?homeRegion=99&place=HOME&from=2025&limit=0&page=x")
                .then()
                .statusCode(422)
                .body("faults.field", contains("homeRegion", "place", "from", "page", "limit"));
        given().get(BASE + "/operations?after=nothing:1").then().statusCode(422);
        given().get(BASE + "/operations?after=operations:999999&wait=0").then().statusCode(504);
    }

    private static ValidatableResponse operations(String filter) {
        return given().get(BASE + "/operations?" + filter + "&after=operations:" + Service.recorded() + "&wait=10")
                .then()
                .statusCode(200);
    }

    @Test
    void deliveriesAreListedInPages() {
        Service.postCsv(Stream.of("2021-01", "2021-02", "2021-03")
                        .map(month -> "patientregistret," + month + ",01,01,PUBLIC,CATARACT,1\n")
                        .collect(Collectors.joining()))
                .statusCode(200);
        given().get(BASE + "/deliveries?limit=2&after=operations:" + Service.recorded() + "&wait=10")
                .then()
                .statusCode(200)
                .body("deliveries.month", contains("2021-03", "2021-02"))
                .body("limit", equalTo(2))
                .body("total", greaterThan(2));
        given().get(BASE + "/deliveries?month=2021-01").then().body("deliveries", hasSize(1));
    }

    @Test
    void theApiSaysWhatItIs() {
        given().get(BASE + "/api-info").then().statusCode(200).body("apiStatus", equalTo("active"));
        given().get(BASE + "/nothing").then().statusCode(404).contentType("application/problem+json");
    }
}
