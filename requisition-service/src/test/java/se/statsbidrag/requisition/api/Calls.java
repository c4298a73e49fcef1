package se.statsbidrag.requisition.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls to the service in the words of its API. */
final class Calls {
    static final String PROGRAMMES = "/requisition/v1/programmes";
    static final String PROGRAMME = PROGRAMMES + "/korta-vardkoerna-2025";
    static final String REQUISITIONS = PROGRAMME + "/requisitions";
    static final String CERTIFIED = "{\"wantsRemainingFunds\": true, \"certified\": true}";
    static final String REASON = "{\"reason\": \"Uppfyller villkoren\"}";

    private Calls() {}

    static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    static ValidatableResponse put(String recipient, String body) {
        return json(body).put(REQUISITIONS + "/" + recipient).then();
    }

    static ValidatableResponse get(String recipient) {
        return given().get(REQUISITIONS + "/" + recipient).then();
    }

    static ValidatableResponse delete(String recipient) {
        return given().delete(REQUISITIONS + "/" + recipient).then();
    }

    static ValidatableResponse act(String recipient, String act, String body) {
        return json(body).post(REQUISITIONS + "/" + recipient + "/" + act).then();
    }

    static ValidatableResponse extend(String deadline, String dueDate) {
        return json("{\"dueDate\": \"" + dueDate + "\", \"reason\": \"E-tjänsten låg nere\"}")
                .post(PROGRAMME + "/deadlines/" + deadline + "/extension")
                .then();
    }

    /** Sets the business clock, forwards only. */
    static void clock(String now) {
        json("{\"now\": \"" + now + "\"}").put("/local/clock").then().statusCode(200);
    }

    /** A position as lists take it in {@code after}. */
    static String position(Response answer) {
        return answer.path("log") + ":" + answer.path("position");
    }
}
