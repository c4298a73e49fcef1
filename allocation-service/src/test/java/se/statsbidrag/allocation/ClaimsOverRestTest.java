package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PaidGrant;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.events.log.EventLog;

/** Money is claimed back on the programme's own grounds, and the agency's own account closes. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsOverRestTest {
    private static final int BLOCK_1 = PaidGrant.BLOCK_1;
    private static final String TODAY = PaidGrant.PAID_ON;

    @Inject
    Sources sources;

    @Inject
    EventLog log;

    private int programmes;
    private String programme = "";
    private GrantYear year;
    private PaidGrant grant;
    private PlanReader reader;

    /** Block 1 is decided for and paid to a region, of a grant whose rules know waiver and overpayment. */
    @BeforeEach
    void aProgramme() {
        programmes++;
        programme = "claimed-" + programmes;
        year = new GrantYear(sources, programme, 2047);
        grant = PaidGrant.of(log, programme, year);
        reader = new PlanReader(programme);
    }

    private static final String BECAUSE = "{\"reason\": \"underlaget är klart\"}";

    @Test
    void aClaimIsToldAnsweredDecidedByTwoInvoicedAndRepaid() {
        propose("unused", 40_000)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("claim", equalTo(1));
        as("representative-23", "/claims/1/answer", "{\"answer\": \"Vi vet inget\"}")
                .statusCode(404);
        seenBy("representative-23").body("claims", hasSize(0));

        as("officer-1", "/claims/1/notice", BECAUSE).statusCode(200).body("answerBy", notNullValue());
        seenBy("representative-23")
                .body("claims.state", contains("NOTIFIED"))
                .body("claims[0].ground.text", equalTo("Bidraget har helt eller delvis inte använts"))
                .body("claims[0].proposedBy", nullValue());
        seenBy("representative-24").body("claims", hasSize(0));
        as("representative-24", "/claims/1/answer", "{\"answer\": \"x\"}").statusCode(404);
        decide(1, 40_000, 0).statusCode(409).body("faults.fault", hasItem(containsString("may answer until")));
        as("representative-23", "/claims/1/answer", "{\"answer\": \"Det stämmer\"}")
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));

        long proposal = decide(1, 30_000, 10_000)
                .statusCode(202)
                .body("waiting.waived", equalTo(10_000))
                .extract()
                .jsonPath()
                .getLong("position");
        seenBy("representative-23").body("claims[0].waiting", nullValue());
        as("officer-1", "/claims/1/decision/approval", "{\"reason\": \"ja\"}").statusCode(403);
        as("decision-maker-1", "/claims/1/decision/approval", "{\"reason\": \"ja\", \"proposal\": " + proposal + "}")
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("decision.caseNumber", containsString("K1"))
                .body("decision.waived", equalTo(10_000));
        as("officer-1", "/claims/1/withdrawal", "{\"reason\": \"fel\"}").statusCode(409);

        byte[] letter = given().header("Authorization", SignedIn.bearer("representative-23"))
                .get("/allocation/v1/programmes/" + programme + "/claims/1/decision/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(letter, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        as("economist-1", "/claims/1/invoice", BECAUSE)
                .statusCode(409)
                .body("detail", containsString("agency is paid"));
        grant.agencyIsPaidByBankgiro();
        as("economist-1", "/claims/1/invoice", BECAUSE).statusCode(201).body("state", equalTo("INVOICED"));
        as("economist-1", "/claims/1/invoice", BECAUSE).statusCode(409);
        String invoice = given().header("Authorization", SignedIn.bearer("representative-23"))
                .get("/allocation/v1/programmes/" + programme + "/claims/1/invoice")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
        assertThat(invoice).contains(">30000<", "SE:BANKGIRO", ">2321000214<");

        String back =
                "{\"amount\": 30000, \"day\": \"" + TODAY + "\", \"reference\": \"BG-1\", \"reason\": \"inbetalt\"}";
        as("economist-1", "/claims/1/repayments", back).statusCode(201).body("state", equalTo("REPAID"));
        as("economist-1", "/claims/1/repayments", back).statusCode(201).body("repaid", equalTo(30_000));
        reader.get("/balances/23")
                .body("claimed", equalTo(30_000))
                .body("waived", equalTo(10_000))
                .body("repaid", equalTo(30_000))
                .body("outstanding", equalTo(0));
    }

    @Test
    void whatThePlanNoLongerGivesIsSuggestedClaimedAndSettled() {
        reader.get("/claims/proposals").statusCode(200).body("proposals", hasSize(0));
        year.withdrawn("23");
        reader.plan(year.after());

        reader.get("/claims/proposals")
                .statusCode(200)
                .body("proposals.recipient", contains("23"))
                .body("proposals[0].amount", equalTo(BLOCK_1))
                .body("proposals[0].cause", equalTo("OWN_FACTS"))
                .body("proposals[0].suggested", equalTo(true))
                .body("proposals[0].ground", equalTo("wrong-or-too-much"));
        propose("wrong-or-too-much", BLOCK_1 + 1)
                .statusCode(409)
                .body("faults.fault", hasItem(containsString("more than the plan gives")));
        propose("wrong-or-too-much", BLOCK_1)
                .statusCode(201)
                .body("overpayment", equalTo(true))
                .body("lines.pot", contains("block-1"));
        reader.get("/claims/proposals").body("proposals", hasSize(0));
        as("officer-1", "/claims/1/notice", BECAUSE).statusCode(200);
        as("representative-23", "/claims/1/answer", "{\"answer\": \"Ja\"}").statusCode(200);
        decide(1, BLOCK_1, 0).statusCode(202);
        as("decision-maker-1", "/claims/1/decision/return", "{\"reason\": \"bilaga\"}")
                .statusCode(200);
        decide(1, BLOCK_1, 0).statusCode(202);
        as("decision-maker-1", "/claims/1/decision/approval", "{\"reason\": \"ja\"}")
                .statusCode(200);

        reader.get("/balances/23")
                .body("entitled", equalTo(0))
                .body("decided", equalTo(BLOCK_1))
                .body("claimed", equalTo(BLOCK_1))
                .body("outstanding", equalTo(0));
    }

    @Test
    void whatTheAcceptedReportSaysWasNotUsedIsSuggestedUntilItIsClaimed() {
        year.reported("23", BLOCK_1, BLOCK_1 - 500);
        reader.plan(year.after());

        reader.get("/claims/proposals")
                .statusCode(200)
                .body("proposals.recipient", contains("23"))
                .body("proposals[0].amount", equalTo(500))
                .body("proposals[0].cause", equalTo("UNUSED"))
                .body("proposals[0].ground", equalTo("unused"))
                .body("proposals[0].suggested", equalTo(true));
        propose("unused", 500).statusCode(201);
        reader.get("/claims/proposals").body("proposals", hasSize(0));
    }

    /** I-A1. */
    @Test
    void whatAnothersFactsTookAwayAfterTheDecisionIsNotSuggestedToBeClaimed() {
        year.delivers(3, Map.of("23", List.of(40, 0, 0), "24", List.of(60, 0, 0)))
                .bothDeadlinesPassed();
        reader.plan(year.after());
        as("officer-1", "/decisions", "{\"pots\": [\"remaining-hip-replacement\"], \"reason\": \"a\"}")
                .statusCode(201);
        as("decision-maker-1", "/decisions/2/approval", "{\"reason\": \"ja\"}").statusCode(200);
        reader.get("/claims/proposals").body("proposals", hasSize(0));

        year.approved("24");
        reader.plan(year.after());

        reader.get("/claims/proposals")
                .statusCode(200)
                .body("proposals.recipient", contains("23"))
                .body("proposals[0].cause", equalTo("OTHERS_FACTS"))
                .body("proposals[0].suggested", equalTo(false))
                .body("proposals[0].decisions", contains(2))
                .body("proposals[0].reason", containsString("I-A1"));
    }

    @Test
    void whatIsWrongIsNamedAllAtOnceAndNothingIsRecorded() {
        as("officer-1", "/claims", """
                        {"recipient": "99", "ground": "greed", "amount": 0, "reason": "skäl"}""").statusCode(422).body("faults.field", contains("ground", "amount", "recipient"));
        as("officer-1", "/claims", """
                        {"recipient": "23", "ground": "unused", "amount": 1, "reason": " "}""").statusCode(422);
        propose("unused", BLOCK_1 + 1).statusCode(409);
        as("representative-23", "/claims", "{}").statusCode(403);
        propose("unused", 10).statusCode(201);
        as("officer-1", "/claims/1/notice", "{\"answerBy\": \"i morgon\", \"reason\": \" \"}")
                .statusCode(422)
                .body("faults.field", contains("answerBy", "reason"));
        as("officer-1", "/claims/1/notice", "{}").statusCode(422);
        as("economist-1", "/claims/1/invoice", "{\"due\": \"x\", \"reason\": \"\"}")
                .statusCode(422)
                .body("faults.field", contains("due", "reason"));
        as("officer-1", "/claims/1/notice", "{\"answerBy\": \"2020-01-01\", \"reason\": \"mer tid\"}")
                .statusCode(422)
                .body("faults.action", hasItem(containsString("or a later day")));
        as("economist-1", "/claims/1/repayments", """
                        {"amount": 1, "day": "x", "reference": " ", "reason": ""}""")
                .statusCode(422)
                .body("faults.field", contains("day", "reference", "reason"));
        as("officer-1", "/claims/7/notice", BECAUSE).statusCode(404);
        reader.get("/claims/1").statusCode(200).body("state", equalTo("PROPOSED"));
        reader.get("/claims/1/invoice").statusCode(404);
        reader.get("/claims").body("claims", hasSize(1));
    }

    @Test
    void theAgencysAccountIsRequisitionedOnceAndClosesWithWhatIsLeft() {
        reader.get("/appropriation")
                .statusCode(200)
                .body("decisionNumber", equalTo("S2025/00401"))
                .body("requisitionBy", equalTo("2047-12-01"))
                .body("ownCostAtMost", equalTo(3_000_000))
                .body("paid", equalTo(BLOCK_1))
                .body("closed", equalTo(false));
        String before = RestAssured.get("/local/clock").jsonPath().getString("now");
        account("/requisition", "{\"amount\": 500000001}").statusCode(409);
        account("/requisition", "{\"amount\": 5000000}")
                .statusCode(201)
                .body("requisitioned.decisionNumber", equalTo("S2025/00401"));
        account("/requisition", "{\"amount\": 1}").statusCode(409);
        account("/receipts", entry(5_000_000, "KK-1")).statusCode(201);
        account("/own-costs", """
                        {"amount": 300000, "day": "2024-12-30", "reference": "V-1", "text": "lön"}""").statusCode(409).body("faults.fault", hasItem(containsString("room for 238096")));
        account("/own-costs", """
                        {"amount": 38096, "day": "2024-12-30", "reference": "V-1", "text": "lön"}""").statusCode(201);
        account("/repayments", entry(1, "KK-2"))
                .statusCode(409)
                .body("faults.fault", hasItem(containsString("200000")));
        account("/repayments", entry(200_000, "KK-2"))
                .statusCode(201)
                .body("left", equalTo(0))
                .body("closed", equalTo(true));
        account("/repayments", entry(200_000, "KK-2")).statusCode(201).body("returned", equalTo(200_000));
        as("officer-1", "/appropriation/repayments", entry(1, "KK-3")).statusCode(403);
        reader.get("/appropriation?asOf=" + OffsetDateTime.parse(before).toInstant())
                .statusCode(200)
                .body("requisitioned", nullValue())
                .body("received", equalTo(0))
                .body("paid", equalTo(BLOCK_1));
        reader.get("/appropriation?asOf=snart").statusCode(422).body("faults.field", contains("asOf"));
    }

    private ValidatableResponse propose(String ground, long amount) {
        return as(
                "officer-1",
                "/claims",
                "{\"recipient\": \"23\", \"ground\": \"" + ground + "\", \"amount\": " + amount
                        + ", \"reason\": \"skäl\"}");
    }

    private ValidatableResponse decide(int claim, long claimed, long waived) {
        return as(
                "economist-1",
                "/claims/" + claim + "/decision",
                "{\"claimed\": " + claimed + ", \"waived\": " + waived + ", \"reason\": \"skäl\"}");
    }

    private ValidatableResponse account(String path, String body) {
        return as("economist-1", "/appropriation" + path, body);
    }

    private static String entry(long amount, String reference) {
        return "{\"amount\": " + amount + ", \"day\": \"" + TODAY + "\", \"reference\": \"" + reference + "\"}";
    }

    private ValidatableResponse seenBy(String client) {
        return given().header("Authorization", SignedIn.bearer(client))
                .get("/allocation/v1/programmes/" + programme + "/claims")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse as(String client, String path, String body) {
        return grant.as(client, path, body);
    }
}
