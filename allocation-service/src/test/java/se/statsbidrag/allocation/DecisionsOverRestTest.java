package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.SignedIn;
import se.statsbidrag.allocation.support.Sources;
import se.statsbidrag.local.DemonstrationPeople;

/** Money is decided by two persons over pots of the plan, once, and never edited. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsOverRestTest {
    private static final long BLOCK_1 = 4_761_904;

    @Inject
    Sources sources;

    private int programmes;
    private String programme = "";
    private GrantYear year;
    private PlanReader reader;

    /** Two regions with approved requisitions; deliveries of this class count for all of its programmes. */
    @BeforeEach
    void aProgramme() {
        programmes++;
        programme = "decided-" + programmes;
        year = new GrantYear(sources, programme, 2043)
                .definitionInForce()
                .approved("23")
                .approved("24");
        reader = new PlanReader(programme);
        reader.plan(year.after());
    }

    @Test
    void oneProposesAnotherDecidesAndTheBalanceFollows() {
        var proposed = propose("{\"pots\": [\"block-1\"], \"reason\": \"Rekvisitionerna är godkända\"}")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("decision", equalTo(1))
                .body("total", equalTo((int) (2 * BLOCK_1)))
                .body("lines.recipient", contains("23", "24"))
                .body("lines.amount", contains((int) BLOCK_1, (int) BLOCK_1))
                .body("leftOut", hasSize(0))
                .extract()
                .jsonPath();
        balance("23").body("decided", equalTo(0)).body("outstanding", equalTo((int) BLOCK_1));
        String beforeTheDecision = RestAssured.get("/local/clock").jsonPath().getString("now");

        as("officer-1", "/decisions/1/approval", "{\"reason\": \"ja\"}").statusCode(403);
        as(
                        "decision-maker-1",
                        "/decisions/1/approval",
                        "{\"reason\": \"Stämmer\", \"proposal\": " + proposed.getLong("position") + "}")
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("digest", equalTo(proposed.getString("digest")))
                .body("basis", equalTo(proposed.getList("basis")))
                .body("settledReason", equalTo("Stämmer"));

        balance("23").body("decided", equalTo((int) BLOCK_1)).body("outstanding", equalTo(0));
        reader.get("/balances")
                .statusCode(200)
                .body("sum.decided", equalTo((int) (2 * BLOCK_1)))
                .body("recipients", hasSize(21));
        reader.get("/balances?asOf=" + OffsetDateTime.parse(beforeTheDecision).toInstant())
                .statusCode(200)
                .body("sum.decided", equalTo(0))
                .body("sum.outstanding", equalTo((int) (2 * BLOCK_1)));
        as("decision-maker-1", "/decisions/1/approval", "{\"reason\": \"en gång till\"}")
                .statusCode(404);
        propose("{\"pots\": [\"block-1\"], \"reason\": \"samma igen\"}")
                .statusCode(409)
                .body("faults.fault", hasItem(containsString("Nobody is due more")));
        reader.get("/decisions").statusCode(200).body("decisions.decision", contains(1));
        reader.get("/decisions/1").statusCode(200).body("caseNumber", containsString("B1"));
    }

    @Test
    void whatWasDecidedStaysWhenFactsChangeAndTheDifferenceIsDecidedNext() {
        decided("block-1");

        year.approved("01");
        reader.plan(year.after());
        reader.get("/decisions/1").body("lines.recipient", contains("23", "24"));
        reader.get("/outstanding")
                .statusCode(200)
                .body("recipients.recipient", contains("01"))
                .body("recipients[0].action", equalTo("PAY"));
        propose("{\"pots\": [\"block-1\"], \"reason\": \"En till\"}")
                .statusCode(201)
                .body("decision", equalTo(2))
                .body("lines.recipient", contains("01"));
    }

    @Test
    void aDecisionKeepsItsNamesThoughAPersonIsErasedBeforeAnybodyReadsIt() throws IOException {
        as("officer-2", "/decisions", "{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(201);
        as("decision-maker-1", "/decisions/1/approval", "{\"reason\": \"ja\"}").statusCode(200);

        reader.plan(
                year.erased(DemonstrationPeople.subject("officer-2").toString()).after());

        byte[] letter = given().header("Authorization", SignedIn.bearer("representative-23"))
                .get("/allocation/v1/programmes/" + programme + "/decisions/1/documents/23")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(letter)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Ärling Påhittström");
        }
    }

    @Test
    void aPlanThatMovedMeanwhileIsNotDecidedOver() {
        propose("{\"pots\": [\"block-1\"], \"recipients\": [\"23\"], \"reason\": \"a\"}")
                .statusCode(201);
        propose("{\"pots\": [\"block-1\"], \"reason\": \"b\"}").statusCode(201).body("decision", equalTo(2));
        as("decision-maker-1", "/decisions/2/approval", "{\"reason\": \"ja\"}").statusCode(200);

        as("decision-maker-1", "/decisions/1/approval", "{\"reason\": \"ja\"}")
                .statusCode(409)
                .body("faults.fault", hasItem(containsString("Nobody is due more")));
        as("decision-maker-1", "/decisions/1/return", "{\"reason\": \"redan beslutat\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        balance("23").body("decided", equalTo((int) BLOCK_1));
        propose("{\"pots\": [\"block-1\"], \"reason\": \"c\"}").statusCode(409);
    }

    @Test
    void aPlanThatTheSecondCalculatorDoesNotConfirmIsNotDecidedOver() {
        programme = "unconfirmed";
        GrantYear unusual = new GrantYear(sources, programme, 2043);
        unusual.definitionInForce(ShippedDefinition.withOtherPlacesInOnePot(unusual.definition()))
                .approved("23");
        reader = new PlanReader(programme);
        reader.planAfter(unusual.after()).statusCode(200);

        reader.get("/plan/second-opinion")
                .statusCode(200)
                .body("outcome", equalTo("NOT_COMPUTED"))
                .body("reason", containsString("places"));
        propose("{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(409)
                .body("detail", containsString("does not confirm the plan"));
        reader.get("/decisions").body("decisions", hasSize(0));
    }

    @Test
    void theSecondPersonIsAnother() {
        as("economist-1", "/decisions", "{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(201);
        as("economist-1", "/decisions/1/approval", "{\"reason\": \"ja\"}").statusCode(403);
        as("reader-1", "/decisions", "{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(403);
        as("representative-23", "/decisions", "{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(403);
    }

    @Test
    void aHoldLeavesTheRecipientOutUntilItIsReleased() {
        reader.get("/holds/consequences?recipient=24")
                .statusCode(200)
                .body("changed", equalTo((int) BLOCK_1))
                .body("goesOn", equalTo(0))
                .body("lines[0].stage", equalTo("UNDECIDED"))
                .body("lines[0].pot", equalTo("block-1"))
                .body("otherReasons", hasSize(0));
        reader.get("/holds/consequences?recipient=99&until=x")
                .statusCode(422)
                .body("faults.field", contains("recipient", "until"));
        reader.get("/holds").body("holds", hasSize(0));
        as("economist-1", "/holds", """
                        {"recipient": "24", "type": "under-inquiry", "reason": "Utreds"}""")
                .statusCode(201)
                .body("hold", equalTo(1))
                .body("holds", equalTo(true));

        propose("{\"pots\": [\"block-1\"], \"reason\": \"a\"}")
                .statusCode(201)
                .body("lines.recipient", contains("23"))
                .body("leftOut.recipient", contains("24"))
                .body("leftOut[0].reasons[0].text", containsString("Utreds"));
        propose("{\"pots\": [\"block-1\"], \"recipients\": [\"24\"], \"reason\": \"a\"}")
                .statusCode(409)
                .body("faults.value", contains("24"));
        reader.get("/outstanding").body("recipients.find { it.recipient == '24' }.action", equalTo("BLOCKED"));
        reader.get("/holds/consequences?recipient=24")
                .body("changed", equalTo(0))
                .body("stopped", equalTo((int) BLOCK_1))
                .body("otherReasons.id", contains("1"));
        reader.get("/holds/1/release/consequences")
                .statusCode(200)
                .body("changed", equalTo((int) BLOCK_1))
                .body("otherReasons", hasSize(0));
        as("economist-1", "/holds/1/release", "{\"reason\": \"Utrett\"}")
                .statusCode(200)
                .body("holds", equalTo(false));
        as("economist-1", "/holds/1/release", "{\"reason\": \"Utrett\"}").statusCode(409);
        reader.get("/holds/1/release/consequences").statusCode(409);
        reader.get("/holds/2/release/consequences").statusCode(404);
        propose("{\"pots\": [\"block-1\"], \"recipients\": [\"24\"], \"reason\": \"a\"}")
                .statusCode(201);
        reader.get("/holds").body("holds.released", contains("Utrett"));
    }

    @Test
    void whatIsWrongIsNamedAllAtOnceAndNothingIsRecorded() {
        propose("{\"pots\": [\"block-1\", \"block-9\"], \"reason\": \"a\"}")
                .statusCode(422)
                .body("faults.field", contains("pots[1]"));
        propose("{\"pots\": [], \"reason\": \"a\"}").statusCode(422);
        propose("{\"pots\": [\"block-1\"], \"recipients\": [\"23\", \"99\"], \"reason\": \"a\"}")
                .statusCode(422)
                .body("faults.field", contains("recipients[1]"));
        propose("{\"pots\": [\"block-1\"], \"reason\": \" \"}").statusCode(422);
        propose("{\"pots\": \"block-1\", \"reason\": \"a\"}").statusCode(422);
        propose("{\"pots\": [\"block-2\", \"remaining-cataract\"], \"reason\": \"a\"}")
                .statusCode(409)
                .body("faults.value", hasItems("block-2", "remaining-cataract"));
        as(
                        "economist-1",
                        "/holds",
                        "{\"recipient\": \"99\", \"type\": \"Fel!\", \"until\": \"i går\", \"reason\": \"\"}")
                .statusCode(422)
                .body("faults.field", hasItems("recipient", "type", "until", "reason"));
        as("decision-maker-1", "/decisions/7/approval", "{\"reason\": \"ja\"}").statusCode(404);
        reader.get("/decisions/x").statusCode(404);
        new PlanReader("no-such-grant").get("/decisions").statusCode(404);
        reader.get("/decisions").body("decisions", hasSize(0));
        reader.get("/holds").body("holds", hasSize(0));
    }

    @Test
    void decisionsAtOnceDecideEachKronaOnce() {
        for (int number = 0; number < 4; number++) {
            propose("{\"pots\": [\"block-1\"], \"reason\": \"a\"}").statusCode(201);
        }
        List<Integer> answers = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(number -> as("decision-maker-1", "/decisions/" + number + "/approval", "{\"reason\": \"ja\"}")
                        .extract()
                        .statusCode())
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 409, 409, 409);
        balance("23").body("decided", equalTo((int) BLOCK_1));
    }

    private void decided(String pot) {
        int number = propose("{\"pots\": [\"" + pot + "\"], \"reason\": \"a\"}")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getInt("decision");
        as("decision-maker-1", "/decisions/" + number + "/approval", "{\"reason\": \"ja\"}")
                .statusCode(200);
    }

    private ValidatableResponse propose(String body) {
        return as("officer-1", "/decisions", body);
    }

    private ValidatableResponse balance(String recipient) {
        return reader.get("/balances/" + recipient).statusCode(200);
    }

    private ValidatableResponse as(String client, String path, String body) {
        return given().headers(Map.of("Authorization", SignedIn.bearer(client)))
                .contentType("application/json")
                .body(body)
                .post("/allocation/v1/programmes/" + programme + path)
                .then();
    }
}
