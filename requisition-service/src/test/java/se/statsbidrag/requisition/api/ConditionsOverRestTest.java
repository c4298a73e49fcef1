package se.statsbidrag.requisition.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a region of its own; the clock stands in January 2025. */
@QuarkusTest
@RunningService
class ConditionsOverRestTest {
    private static final String CONDITIONS = Calls.PROGRAMME + "/conditions";
    private static final String MET = "{\"met\": true, \"date\": \"2025-01-01\", \"evidence\": \"4.1-1/2025\"}";

    @Test
    void bothSidesSeeWhatWasNoted() {
        Calls.asRecipient("17")
                .get(CONDITIONS + "/17")
                .then()
                .statusCode(200)
                .body("paymentBlocked", equalTo(false))
                .body("conditions.condition", hasItems("care-guarantee", "monthly-data"))
                .body("conditions[0].met", equalTo(false))
                .body("conditions[0].title", notNullValue())
                .body("conditions[0].source", containsString("S2025/00401"))
                .body("log", nullValue());

        note("17", "monthly-data", MET)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("log", equalTo("requisitions"))
                .body("position", notNullValue());

        Calls.asRecipient("17")
                .get(CONDITIONS + "/17")
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("conditions.find { it.condition == 'monthly-data' }.met", equalTo(true))
                .body("conditions.find { it.condition == 'monthly-data' }.effect", equalTo("FOLLOW_UP"))
                .body("conditions.find { it.condition == 'monthly-data' }.date", equalTo("2025-01-01"))
                .body("conditions.find { it.condition == 'monthly-data' }.notedBy", equalTo(Calls.subject("officer-1")))
                .body("conditions.find { it.condition == 'monthly-data' }.recordedAt", notNullValue());
        Calls.asRecipient("18").get(CONDITIONS + "/17").then().statusCode(403);
    }

    @Test
    void whatIsNotMetBlocksPaymentWhereTheDefinitionSaysSo() {
        String conditions = Calls.PROGRAMMES + "/tillganglighet-2025/conditions/17";
        Calls.asRecipient("17")
                .get(conditions)
                .then()
                .statusCode(200)
                .body("paymentBlocked", equalTo(true))
                .body("conditions.findAll { it.effect == 'BLOCKS_PAYMENT' }.met", everyItem(equalTo(false)));
        List<String> blocking = Calls.asOfficer()
                .get(conditions)
                .path("conditions.findAll { it.effect == 'BLOCKS_PAYMENT' }.condition");

        for (String condition : blocking) {
            Calls.json(Calls.asOfficer(), MET)
                    .put(conditions + "/" + condition)
                    .then()
                    .statusCode(200)
                    .body("paymentBlocked", equalTo(!condition.equals(blocking.getLast())));
        }

        Calls.json(Calls.asOfficer(), MET.replace("true", "false"))
                .put(conditions + "/" + blocking.getFirst())
                .then()
                .statusCode(200)
                .body("paymentBlocked", equalTo(true));
    }

    @Test
    void theSameAgainChangesNothingAndAnotherNoteReplacesIt() {
        note("18", "care-guarantee", MET).statusCode(200);
        note("18", "care-guarantee", MET).statusCode(200).header("ETag", equalTo("\"1\""));
        note("18", "care-guarantee", MET.replace("true", "false"))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("conditions.find { it.condition == 'care-guarantee' }.met", equalTo(false));
        Calls.json(Calls.asOfficer().header("If-Match", "\"1\""), MET)
                .put(CONDITIONS + "/18/care-guarantee")
                .then()
                .statusCode(412);
    }

    @Test
    void theRegisterHoldsEveryRecipient() {
        Calls.asOfficer()
                .queryParam("limit", 2)
                .queryParam("page", 2)
                .get(CONDITIONS)
                .then()
                .statusCode(200)
                .body("total", equalTo(21))
                .body("recipients.recipient", contains("04", "05"));
        Calls.asRecipient("19")
                .get(CONDITIONS)
                .then()
                .statusCode(200)
                .body("recipients", hasSize(1))
                .body("recipients[0].recipient", equalTo("19"));
        Calls.asOfficer()
                .queryParam("page", "0")
                .queryParam("limit", "x")
                .get(CONDITIONS)
                .then()
                .statusCode(422)
                .body("faults.field", hasItems("page", "limit"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource(delimiter = '!', textBlock = """
        20 ! monthly-data ! {}                                                          ! 422 ! date,evidence
        20 ! monthly-data ! {"met": 1, "date": "2025-13-01", "evidence": 5, "by": "me"} ! 422 ! met,date,evidence,by
        20 ! monthly-data ! {"met": true, "date": "2025-01-03", "evidence": " "}        ! 422 ! date,evidence
        """)
    void whatIsWrongIsNamed(String recipient, String condition, String body, int status, String fields) {
        note(recipient, condition, body).statusCode(status).body("faults.field", hasItems((Object[])
                fields.split(",")));
    }

    @Test
    void whatThereIsNotIsNotFound() {
        note("20", "rain", MET).statusCode(404).body("action", containsString("monthly-data"));
        note("99", "monthly-data", MET).statusCode(404);
        note("20", "monthly-data", "met").statusCode(400);
        Calls.asOfficer()
                .get(Calls.PROGRAMMES + "/some-grant/conditions")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse note(String recipient, String condition, String body) {
        return Calls.json(Calls.asOfficer(), body)
                .put(CONDITIONS + "/" + recipient + "/" + condition)
                .then();
    }
}
