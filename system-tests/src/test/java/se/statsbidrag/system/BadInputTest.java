package se.statsbidrag.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is refused with a problem document that names the fault, and leaves no trace in any log. */
@Tag(RunningSystem.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String MARCH = "/reporting/v1/deliveries/patientregistret/2025-03";
    private static final String MANY = "/reporting/v1/deliveries";
    private static final String REQUISITION = "/requisition/v1/programmes/" + WorkedYear.PROGRAMME + "/requisitions/23";
    private static final String HEADER = "reporter,month,homeRegion,performedIn,provider,procedure,count\n";
    private static final String GOOD_ROW = "patientregistret,2025-03,23,23,PUBLIC,CATARACT,41\n";

    private RunningSystem system;
    private Map<String, Long> heads;

    @BeforeAll
    void start() {
        system = RunningSystem.shared();
        system.moveClocksTo("2025-05-05T09:00:00+02:00");
        heads = system.heads();
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                delivery("a body that is no JSON", "{\"cells\": [", 400, ""),
                delivery("no body", "", 400, ""),
                delivery("no cells", "{}", 422, "cells"),
                delivery("an unknown field", "{\"cells\": [], \"sum\": 1}", 422, "sum"),
                delivery("an unknown region", cell("99", "23", "PUBLIC", "CATARACT", "41"), 422, "99"),
                delivery("an unknown provider", cell("23", "23", "STATE", "CATARACT", "41"), 422, "STATE"),
                delivery("an unknown procedure", cell("23", "23", "PUBLIC", "TONSILS", "41"), 422, "TONSILS"),
                delivery("a negative count", cell("23", "23", "PUBLIC", "CATARACT", "-1"), 422, "-1"),
                delivery("a huge count", cell("23", "23", "PUBLIC", "CATARACT", "100001"), 422, "100001"),
                delivery("a fractional count", cell("23", "23", "PUBLIC", "CATARACT", "5.0"), 422, "count"),
                delivery("a count as text", cell("23", "23", "PUBLIC", "CATARACT", "\"5\""), 422, "count"),
                delivery("no count", cell("23", "23", "PUBLIC", "CATARACT", "null"), 422, "count"),
                delivery(
                        "a region as a number",
                        cell("23", "23", "PUBLIC", "CATARACT", "4").replace("\"23\"", "23"),
                        422,
                        "homeRegion"),
                call("two rows for one cell", "POST", MANY, Rest.TEXT_CSV, HEADER + GOOD_ROW + GOOD_ROW, 422, "row"),
                call(
                        "one bad row among good ones",
                        "POST",
                        MANY,
                        Rest.TEXT_CSV,
                        HEADER + GOOD_ROW + GOOD_ROW.replace("CATARACT", "TONSILS"),
                        422,
                        "TONSILS"),
                call("a file with another header", "POST", MANY, Rest.TEXT_CSV, "a,b,c\n1,2,3\n", 422, ""),
                call(
                        "a month that has not ended",
                        "PUT",
                        MARCH.replace("03", "05"),
                        Rest.APPLICATION_JSON,
                        "{\"cells\": []}",
                        422,
                        "2025-05"),
                call(
                        "an unknown reporter's month",
                        "PUT",
                        MARCH.replace("patientregistret", "norra"),
                        Rest.APPLICATION_JSON,
                        cell("23", "23", "PUBLIC", "CATARACT", "1"),
                        422,
                        ""),
                call("another media type", "PUT", MARCH, "application/xml", "<cells/>", 415, ""),
                call("a body of 50 MB", "POST", MANY, Rest.TEXT_CSV, HEADER + GOOD_ROW.repeat(1_000_000), 413, ""),
                call(
                        "an unknown programme",
                        "PUT",
                        REQUISITION.replace("2025", "1925"),
                        Rest.APPLICATION_JSON,
                        "{\"certified\": true, \"wantsRemainingFunds\": false}",
                        404,
                        ""),
                call(
                        "an unknown recipient",
                        "PUT",
                        REQUISITION.replace("/23", "/99"),
                        Rest.APPLICATION_JSON,
                        "{\"certified\": true, \"wantsRemainingFunds\": false}",
                        404,
                        ""),
                call("a requisition that is no JSON", "PUT", REQUISITION, Rest.APPLICATION_JSON, "certified", 400, ""),
                call(
                        "a requisition without certification",
                        "PUT",
                        REQUISITION,
                        Rest.APPLICATION_JSON,
                        "{\"certified\": false, \"wantsRemainingFunds\": false}",
                        422,
                        "certified"),
                call(
                        "an amount where the programme sets it",
                        "PUT",
                        REQUISITION,
                        Rest.APPLICATION_JSON,
                        "{\"certified\": true, \"wantsRemainingFunds\": false, \"amount\": 5}",
                        422,
                        "amount"),
                call(
                        "an approval of nothing",
                        "POST",
                        REQUISITION + "/approval",
                        Rest.APPLICATION_JSON,
                        "{\"reason\": \"x\"}",
                        404,
                        ""));
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("badInput")
    void whatIsWrongIsRefusedAndLeavesNoTrace(
            String method, String path, String mediaType, String body, int status, String named) {
        Rest service = path.startsWith("/reporting")
                ? system.reporting()
                : system.requisition().as(path.endsWith("/approval") ? "officer-1" : "representative-23");

        Rest.Answer answer = service.send(method, path, mediaType, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asText()).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text()).contains(named).doesNotContain("Exception", "\tat ", "se.statsbidrag");
        assertThat(system.heads()).isEqualTo(heads);
    }

    private static Arguments delivery(String what, String body, int status, String named) {
        return call(what, "PUT", MARCH, Rest.APPLICATION_JSON, body, status, named);
    }

    private static Arguments call(
            String what, String method, String path, String mediaType, String body, int status, String named) {
        return argumentSet(what, method, path, mediaType, body, status, named);
    }

    private static String cell(String home, String performedIn, String provider, String procedure, String count) {
        return """
            {"cells": [{"homeRegion": "%s", "performedIn": "%s", "provider": "%s", "procedure": "%s", "count": %s}]}
            """.formatted(home, performedIn, provider, procedure, count);
    }
}
