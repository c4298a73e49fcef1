package se.statsbidrag.allocation.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import se.statsbidrag.allocation.read.PlanDocument;

/** Reads a programme's plan over REST. */
public final class PlanReader {
    private final String base;

    public PlanReader(String programme) {
        base = "/allocation/v1/programmes/" + programme;
    }

    /** The plan once these positions are included. */
    public PlanDocument plan(List<String> after) {
        return get("/plan", "after", after, "wait", 10)
                .statusCode(200)
                .extract()
                .as(PlanDocument.class);
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
