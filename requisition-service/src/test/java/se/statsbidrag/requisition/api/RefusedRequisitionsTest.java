package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.statsbidrag.events.log.EventLog;

/** What is wrong is refused, named, and leaves nothing. Each test has a region of its own; the clock stands in January 2025. */
@QuarkusTest
@RunningService
class RefusedRequisitionsTest {
    @Inject
    EventLog log;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        no JSON                  ! {"certified": tru                       ! 400 !
        an empty body            ! ``                                      ! 400 !
        a field twice            ! {"certified": true, "certified": true}  ! 400 !
        two documents            ! {"certified": true} {}                  ! 400 !
        a list                   ! [1]                                     ! 422 !
        null                     ! null                                    ! 422 !
        nothing certified        ! {}                                      ! 422 ! certified
        certified is false       ! {"certified": false}                    ! 422 ! certified
        certified is text        ! {"certified": "true"}                   ! 422 ! certified
        certified is null        ! {"certified": null}                     ! 422 ! certified
        certified is a number    ! {"certified": 1}                        ! 422 ! certified
        the programme's amount   ! {"certified": true, "amount": 4761905}  ! 422 ! amount
        an amount as text        ! {"certified": true, "amount": "5"}      ! 422 ! amount
        an amount with decimals  ! {"certified": true, "amount": 5.0}      ! 422 ! amount
        an amount beyond reason  ! {"certified": true, "amount": 99999999999999999999} ! 422 ! amount
        the wish as text         ! {"certified": true, "wantsRemainingFunds": "no"} ! 422 ! wantsRemainingFunds
        purposes as a number     ! {"certified": true, "purposes": 1}      ! 422 ! purposes
        a purpose as text        ! {"certified": true, "purposes": ["1"]}  ! 422 ! purposes[0]
        no such purpose          ! {"certified": true, "purposes": [1]}    ! 422 ! purposes[0]
        an unknown field         ! {"certified": true, "colour": "red"}    ! 422 ! colour
        a null character         ! {"certified": true, "draft": true, "plan": {"reference": "a\\u0000"}} ! 422 !
        a draft as text          ! {"certified": true, "draft": "yes"}     ! 422 ! draft
        """)
    void badContentIsRefusedAndLeavesNothing(String shows, String body, int status, String field) {
        long before = log.head().position();

        ValidatableResponse refused = Calls.put("10", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", startsWith("/problems/"))
                .body(not(containsString("Exception")));

        if (field != null) {
            refused.body("faults.field", contains(field))
                    .body("faults[0].fault", not(nullValue()))
                    .body("faults[0].action", not(nullValue()));
        }
        assertThat(log.head().position()).isEqualTo(before);
        Calls.get("10").statusCode(404);
    }

    @Test
    void allFaultsComeAtOnce() {
        Calls.put(
                        "12",
                        "{\"amount\": \"5\", \"wantsRemainingFunds\": 1, \"certified\": false, \"purposes\": [7], \"x\": 1}")
                .statusCode(422)
                .body("faults.field", hasItems("amount", "wantsRemainingFunds", "certified", "purposes[0]", "x"))
                .body("faults", hasSize(5));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '!', textBlock = """
        return    ! {}                                                 ! reason,completeBy
        return    ! {"reason": " ", "completeBy": "2025-02-30"}        ! completeBy,reason
        return    ! {"reason": "x", "completeBy": "2024-12-31"}        ! completeBy
        return    ! {"reason": "x", "completeBy": 20250301}            ! completeBy
        approval  ! {}                                                 ! reason
        approval  ! {"reason": "x", "why": "y"}                        ! why
        rejection ! {"reason": 5}                                      ! reason
        """)
    void anOfficersActSaysWhy(String act, String body, String fields) {
        Calls.put("13", Calls.CERTIFIED);

        Calls.act("13", act, body).statusCode(422).body("faults.field", contains((Object[]) fields.split(",")));
        Calls.get("13").body("state", equalTo("SUBMITTED"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Calls.asRecipient("14")
                .contentType(ContentType.TEXT)
                .body("certified: true")
                .put(Calls.REQUISITIONS + "/14")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatDoesIsNamed() {
        Calls.json(Calls.asRecipient("14"), Calls.CERTIFIED)
                .put(Calls.PROGRAMMES + "/no-such-grant/requisitions/14")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("action", containsString("korta-vardkoerna-2025"));
        Calls.put("02", Calls.CERTIFIED).statusCode(404).body("action", containsString("01, 03, 04"));
        Calls.put("3", Calls.CERTIFIED).statusCode(404).body("detail", containsString("'3'"));
        Calls.put("0114", Calls.CERTIFIED).statusCode(404);
        Calls.get("14").statusCode(404).body("detail", containsString("requisition of 14"));
        Calls.delete("14").statusCode(404);
        Calls.act("14", "approval", Calls.REASON).statusCode(404);
        Calls.asOfficer().get(Calls.REQUISITIONS + "/14/history").then().statusCode(404);
        Calls.asOfficer().get(Calls.PROGRAMMES + "/x").then().statusCode(404);
    }
}
