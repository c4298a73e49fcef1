package se.statsbidrag.requisition.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import se.statsbidrag.local.DemonstrationPeople;
import se.statsbidrag.local.Tokens;
import se.statsbidrag.local.test.TestParts;

/** Calls to the service in the words of its API, by the people of the demonstration. */
final class Calls {
    static final String PROGRAMMES = "/requisition/v1/programmes";
    static final String PROGRAMME = PROGRAMMES + "/korta-vardkoerna-2025";
    static final String REQUISITIONS = PROGRAMME + "/requisitions";
    static final String REPRESENTATIVES = "/requisition/v1/representatives";
    static final String CERTIFIED = "{\"wantsRemainingFunds\": true, \"certified\": true}";
    static final String REASON = "{\"reason\": \"Uppfyller villkoren\"}";
    static final String OFFICER = "officer-1";

    private static final Tokens TOKENS =
            new Tokens(TestParts.shared().identity().issuer());

    private Calls() {}

    /** A request of one of the demonstration's people or machines. */
    static RequestSpecification as(String client) {
        return given().header("Authorization", TOKENS.bearer(client));
    }

    static RequestSpecification asOfficer() {
        return as(OFFICER);
    }

    /** A request of a recipient's representative; of region 01's for what is no region. */
    static RequestSpecification asRecipient(String recipient) {
        return as("representative-" + (recipient.matches("0[13-9]|1[0234789]|2[0-5]") ? recipient : "01"));
    }

    static RequestSpecification json(RequestSpecification request, String body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    /** The opaque id of one of the demonstration's people. */
    static String subject(String client) {
        return DemonstrationPeople.subject(client).toString();
    }

    static ValidatableResponse put(String recipient, String body) {
        return json(asRecipient(recipient), body)
                .put(REQUISITIONS + "/" + recipient)
                .then();
    }

    static ValidatableResponse get(String recipient) {
        return asOfficer().get(REQUISITIONS + "/" + recipient).then();
    }

    static ValidatableResponse delete(String recipient) {
        return asRecipient(recipient).delete(REQUISITIONS + "/" + recipient).then();
    }

    static ValidatableResponse act(String recipient, String act, String body) {
        return json(asOfficer(), body)
                .post(REQUISITIONS + "/" + recipient + "/" + act)
                .then();
    }

    static ValidatableResponse extend(String deadline, String dueDate) {
        return json(asOfficer(), "{\"dueDate\": \"" + dueDate + "\", \"reason\": \"E-tjänsten låg nere\"}")
                .post(PROGRAMME + "/deadlines/" + deadline + "/extension")
                .then();
    }

    /** Sets the business clock, forwards only. */
    static void clock(String now) {
        json(given(), "{\"now\": \"" + now + "\"}").put("/local/clock").then().statusCode(200);
    }

    /** A position as lists take it in {@code after}. */
    static String position(Response answer) {
        return answer.path("log") + ":" + answer.path("position");
    }
}
