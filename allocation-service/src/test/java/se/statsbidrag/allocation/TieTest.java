package se.statsbidrag.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.allocation.support.AllocationService;
import se.statsbidrag.allocation.support.GrantYear;
import se.statsbidrag.allocation.support.PlanReader;
import se.statsbidrag.allocation.support.ShippedDefinition;
import se.statsbidrag.allocation.support.Sources;

/** Two regions tie exactly for the fifth place (I-K4): the plan says so, and an officer chooses. */
@QuarkusTest
@AllocationService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TieTest {
    private static final String POT = "remaining-hip-replacement";
    private static final List<Integer> HIPS = List.of(50, 40, 30, 20, 10, 10, 5);
    private static final List<String> REGIONS = List.of("01", "03", "04", "05", "06", "07", "08");

    @Inject
    Sources sources;

    private int programmes;

    /** A new programme with its tie; the operations of the year count for each. */
    private GrantYear tied() {
        programmes++;
        GrantYear year = new GrantYear(sources, "tied-" + programmes, 2030);
        year.definitionInForce(ShippedDefinition.withEqualPopulations(year.definition()));
        REGIONS.forEach(year::approved);
        return year.bothDeadlinesPassed();
    }

    @BeforeAll
    void operations() {
        Map<String, List<Integer>> counts = new TreeMap<>();
        for (int index = 0; index < REGIONS.size(); index++) {
            counts.put(REGIONS.get(index), List.of(HIPS.get(index), 0, 0));
        }
        new GrantYear(sources, "operations-only", 2030).delivers(4, counts);
    }

    @Test
    void anOpenTieIsShownWithWhatThePreliminaryPlanUses() {
        PlanReader reader = reader(tied());

        PlanDocument plan = reader.plan(List.of());
        assertThat(plan.status()).isEqualTo("PRELIMINARY");
        assertThat(plan.ties())
                .containsExactly(
                        new PlanDocument.OpenOrResolvedTie(POT, 5, 1, List.of("06", "07"), List.of("06"), true, null));
        reader.get("/ties")
                .statusCode(200)
                .body("ties", hasSize(1))
                .body("ties[0].provisional", equalTo(true))
                .body("ties[0].tied", equalTo(List.of("06", "07")));
    }

    @Test
    void theOfficersChoiceSettlesThePlan() {
        PlanReader reader = reader(tied());
        PlanDocument before = reader.plan(List.of());

        var answer = resolve(POT, "{\"chosen\": [\"07\"], \"reason\": \"Lottning den 3 december\"}")
                .statusCode(200)
                .body("log", equalTo("allocations"))
                .body("chosen", equalTo(List.of("07")))
                .extract()
                .jsonPath();

        PlanDocument after = reader.plan(List.of("allocations:" + answer.getLong("position")));
        assertThat(after.status()).isEqualTo("FINAL");
        assertThat(after.ties().getFirst().provisional()).isFalse();
        assertThat(after.ties().getFirst().resolvedBy())
                .isEqualTo(new PlanDocument.Position("allocations", answer.getLong("position")));
        assertThat(line(before, "06")).isPositive();
        assertThat(line(before, "07")).isZero();
        assertThat(line(after, "06")).isZero();
        assertThat(line(after, "07")).isPositive();
        resolve(POT, "{\"chosen\": [\"06\"], \"reason\": \"En gång till\"}")
                .statusCode(409)
                .body("detail", containsString("No tie is open"));
    }

    @Test
    void whatIsNoChoiceAmongTheTiedIsRefusedAndNothingIsRecorded() {
        PlanReader reader = reader(tied());
        String digest = reader.plan(List.of()).digest();

        resolve(POT, "{\"chosen\": [\"06\", \"07\"], \"reason\": \"båda\"}").statusCode(409);
        resolve(POT, "{\"chosen\": [], \"reason\": \"ingen\"}").statusCode(409);
        resolve(POT, "{\"chosen\": [\"01\"], \"reason\": \"en annan\"}").statusCode(409);
        resolve("remaining-prolapse", "{\"chosen\": [\"06\"], \"reason\": \"ingen tävlan här\"}")
                .statusCode(409);
        resolve("no-such-pot", "{\"chosen\": [\"06\"], \"reason\": \"fel\"}").statusCode(404);
        resolve(POT, "{\"chosen\": [\"six\"], \"reason\": \" \"}")
                .statusCode(422)
                .body("faults.field", hasItems("chosen[0]", "reason"));
        resolve(POT, "{\"chosen\": [\"06\"]}").statusCode(422);
        resolve(POT, "{\"chosen\": ").statusCode(400);
        assertThat(reader.plan(List.of()).digest()).isEqualTo(digest);
    }

    private PlanReader reader(GrantYear year) {
        PlanReader reader = new PlanReader("tied-" + programmes);
        reader.plan(year.after());
        return reader;
    }

    private ValidatableResponse resolve(String pot, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/allocation/v1/programmes/tied-" + programmes + "/ties/" + pot + "/resolution")
                .then();
    }

    private static long line(PlanDocument plan, String recipient) {
        return plan.findRecipient(recipient).orElseThrow().lines().stream()
                .filter(line -> line.pot().equals(POT))
                .mapToLong(PlanDocument.Line::amount)
                .sum();
    }
}
