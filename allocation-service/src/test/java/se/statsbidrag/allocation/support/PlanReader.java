package se.statsbidrag.allocation.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import se.statsbidrag.allocation.read.PlanDocument;

/** Reads a programme's plan over REST. */
public final class PlanReader {
    private static final int MOST_TRIES = 6;
    private static final int NOT_YET = 504;

    private final String base;

    public PlanReader(String programme) {
        base = "/allocation/v1/programmes/" + programme;
    }

    /** The plan once these positions are included, which the second calculator confirms unless it is stale. */
    public PlanDocument plan(List<String> after) {
        PlanDocument plan = planAfter(after).statusCode(200).extract().as(PlanDocument.class);
        if (!plan.status().equals("STALE")) {
            get("/plan/second-opinion")
                    .statusCode(200)
                    .body("differences", empty())
                    .body("outcome", equalTo("CONFIRMED"));
        }
        return plan;
    }

    /** The answer about the plan once these positions are included; a busy machine gets a minute. */
    public ValidatableResponse planAfter(List<String> after) {
        return Stream.generate(() -> get("/plan", "after", after, "wait", 10))
                .limit(MOST_TRIES)
                .filter(answer -> answer.extract().statusCode() != NOT_YET)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not included in a minute: " + after));
    }

    public PlanDocument asOf(String instant) {
        return get("/plan", "asOf", instant).statusCode(200).extract().as(PlanDocument.class);
    }

    /** A GET below the programme. */
    public ValidatableResponse get(String path, Object... query) {
        var request = given();
        for (int index = 0; index < query.length; index += 2) {
            request = query[index + 1] instanceof List<?> many
                    ? request.queryParam((String) query[index], many)
                    : request.queryParam((String) query[index], query[index + 1]);
        }
        return request.get(base + path).then();
    }
}
