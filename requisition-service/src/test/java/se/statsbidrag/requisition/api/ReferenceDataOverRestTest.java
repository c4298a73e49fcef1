package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.log.EventLog;

@QuarkusTest
@RunningService
class ReferenceDataOverRestTest {
    private static final String TABLES = "/requisition/v1/reference-data";

    @Inject
    EventLog log;

    private static RequestSpecification file(String body) {
        return Calls.asOfficer().contentType("text/csv; charset=UTF-8").body(body);
    }

    private static ValidatableResponse put(String table, String body) {
        return put(table, body, "SCB, folkmängd");
    }

    private static ValidatableResponse put(String table, String body, String source) {
        return file(body)
                .queryParam("source", source)
                .queryParam("date", "2024-11-01")
                .queryParam("status", "OFFICIAL")
                .put(TABLES + "/" + table)
                .then();
    }

    private static String shipped(String table) {
        String name = "/reference-data/" + table + ".csv";
        try (InputStream in = ReferenceDataOverRestTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aTableComesInAsVersionsAndEachStaysReadable() {
        Response first = put("region-population", shipped("region-population"), "SCB, första gången")
                .body("rows", equalTo(21))
                .body("status", equalTo("OFFICIAL"))
                .body("date", equalTo("2024-11-01"))
                .extract()
                .response();
        int version = first.path("version");

        put("region-population", shipped("region-population"), "SCB, första gången")
                .statusCode(200)
                .body("version", equalTo(version))
                .body("added", equalTo(0))
                .body("position", equalTo((Object) first.path("position")));
        Response second = put(
                        "region-population",
                        shipped("region-population").replace("01,2471773", "01,2471774"),
                        "SCB, andra gången")
                .statusCode(200)
                .body("version", equalTo(version + 1))
                .body("changed", equalTo(1))
                .body("removed", equalTo(0))
                .extract()
                .response();

        Calls.asOfficer()
                .get(TABLES + "/region-population")
                .then()
                .statusCode(200)
                .body("version", equalTo(version + 1))
                .body("rows.find { it.recipient == '01' }.value", equalTo(2471774))
                .body("rows.find { it.recipient == '01' }.name", equalTo("Region Stockholm"))
                .body("importedBy", equalTo(Calls.subject(Calls.OFFICER)));
        Calls.asOfficer()
                .queryParam("version", version)
                .get(TABLES + "/region-population")
                .then()
                .body("newest", equalTo(version + 1))
                .body("source", equalTo("SCB, första gången"))
                .body("rows.find { it.recipient == '01' }.value", equalTo(2471773));
        Calls.asOfficer()
                .queryParam("after", Calls.position(second))
                .queryParam("wait", 10)
                .get(TABLES)
                .then()
                .statusCode(200)
                .body("tables.find { it.table == 'region-population' }.version", equalTo(version + 1));
    }

    @Test
    void programmesGoOnWithTheVersionThatTheyAreBoundTo() {
        String bound = "tables.find { it.table == 'municipality-population' }";
        Response before = Calls.asOfficer().get(TABLES).then().extract().response();
        assertThat(before.<Integer>path(bound + ".boundBy[0].tableVersion")).isEqualTo(1);
        String programme = before.path(bound + ".boundBy[0].programme");
        String hash = Calls.asOfficer().get(Calls.PROGRAMMES + "/" + programme).path("definitionHash");

        put("municipality-population", shipped("municipality-population"), "SCB, ny leverans")
                .statusCode(200);

        Calls.asOfficer()
                .get(TABLES)
                .then()
                .body(bound + ".version", greaterThan(1))
                .body(bound + ".boundBy[0].tableVersion", equalTo(1));
        Calls.asOfficer().get(Calls.PROGRAMMES + "/" + programme).then().body("definitionHash", equalTo(hash));
    }

    @Test
    void aTableOfNamesAndAFileThatCanBeSentBack() {
        String position = Calls.position(put("purpose-8-named", "recipient\r\n\"2584\"\r\n0114\r\n")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("added", equalTo(2))
                .extract()
                .response());
        String written = Calls.as("auditor-1")
                .accept("text/csv")
                .get(TABLES + "/purpose-8-named")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(written.lines()).containsExactly("recipient", "0114", "2584");
        assertThat(Calls.position(put("purpose-8-named", "\uFEFF" + written)
                        .statusCode(200)
                        .extract()
                        .response()))
                .isEqualTo(position);
        Calls.asOfficer()
                .contentType("text/csv")
                .header("If-Match", "\"7\"")
                .body(written)
                .queryParam("source", "x")
                .queryParam("date", "2025-01-01")
                .queryParam("status", "OFFICIAL")
                .put(TABLES + "/purpose-8-named")
                .then()
                .statusCode(412);
    }

    @Test
    void theRuralClassesAndTheAmountsAreCounted() {
        put("rural-class", shipped("rural-class").replaceFirst("SPARSE", "NEAR_URBAN"))
                .statusCode(422)
                .body("faults.value", hasItem("SPARSE"));
        put("rural-class", shipped("rural-class")).body("rows", equalTo(130));
        Calls.asOfficer()
                .get(TABLES + "/rural-class")
                .then()
                .body("rows.count { it.class == 'VERY_SPARSE' }", equalTo(15));
        put("access-amounts", shipped("access-amounts").replace("984031803", "984031804"))
                .statusCode(422)
                .body("faults[0].fault", containsString("5886500000"));
    }

    @Test
    void allFaultsOfParametersAndRowsComeAtOnceAndNothingIsRecorded() {
        long before = log.head().position();

        file("recipient,value\n01,x\n1,5\n")
                .queryParam("date", "2024-13-01")
                .put(TABLES + "/region-population")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("faults[0].field", equalTo("source"))
                .body("faults[1].field", equalTo("date"))
                .body("faults[2].field", equalTo("status"))
                .body("faults[3].row", equalTo(2))
                .body("faults[3].field", equalTo("value"))
                .body("faults[3].value", equalTo("x"))
                .body("faults[4].row", equalTo(3))
                .body("faults.field", hasItem("recipient"));
        assertThat(log.head().position()).isEqualTo(before);
    }

    @Test
    void theFirstHundredFaultsAreNamedAndHowManyMore() {
        put("municipality-population", "recipient,value\n0114,1\n")
                .statusCode(422)
                .body("faults", hasSize(100))
                .body("further", equalTo(189));
    }

    @ParameterizedTest(name = "{0} {2}: {3}")
    @CsvSource(delimiter = '!', textBlock = """
        no-such-table     ! text/csv         ! recipient,value       ! 404 ! region-population
        region-population ! application/json ! {}                    ! 415 ! ''
        region-population ! text/csv         ! ''                    ! 422 ! the file is empty
        region-population ! text/csv         ! '"01"x,5'             ! 400 ! CSV
        """)
    void whatCannotBeReadIsRefused(String table, String type, String body, int status, String told) {
        Calls.asOfficer()
                .contentType(type)
                .body(body)
                .queryParam("source", "SCB")
                .queryParam("date", "2024-11-01")
                .queryParam("status", "OFFICIAL")
                .put(TABLES + "/" + table)
                .then()
                .statusCode(status)
                .body(containsString(told));
    }

    @Test
    void aFileThatIsNotUtf8IsUnreadable() {
        Calls.asOfficer()
                .contentType("text/csv")
                .body("recipient,value\nå,1\n".getBytes(StandardCharsets.ISO_8859_1))
                .queryParam("source", "SCB")
                .queryParam("date", "2024-11-01")
                .queryParam("status", "OFFICIAL")
                .put(TABLES + "/region-population")
                .then()
                .statusCode(400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void versionsAndTablesThatAreNotThereAreNotFound() {
        Calls.asOfficer().get(TABLES + "/no-such-table").then().statusCode(404);
        Calls.asOfficer()
                .queryParam("version", 999)
                .get(TABLES + "/municipal-health-care")
                .then()
                .statusCode(404);
        Calls.asOfficer()
                .queryParam("version", "one")
                .get(TABLES + "/municipal-health-care")
                .then()
                .statusCode(422);
    }

    @Test
    void onlyOfficersImport() {
        Calls.as("reader-1")
                .contentType("text/csv")
                .body("recipient\n0114\n")
                .put(TABLES + "/purpose-8-named")
                .then()
                .statusCode(403);
    }

    @Test
    void everyTableThatComesWithTheSoftwareIsInOrder() {
        assertThat(java.util.List.of(
                                "access-amounts",
                                "municipal-health-care",
                                "municipality-population",
                                "rural-class",
                                "standard-cost")
                        .stream()
                        .map(table -> put(table, shipped(table)).extract().statusCode())
                        .collect(Collectors.toSet()))
                .isSubsetOf(200, 201);
    }
}
