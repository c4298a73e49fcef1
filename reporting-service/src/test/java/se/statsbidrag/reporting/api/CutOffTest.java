package se.statsbidrag.reporting.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.statsbidrag.reporting.support.OtherServices;
import se.statsbidrag.reporting.support.ReportingParts;
import se.statsbidrag.reporting.support.Service;
import se.statsbidrag.reporting.support.SignedIn;

@QuarkusTest
@WithTestResource(value = ReportingParts.class, scope = TestResourceScope.MATCHING_RESOURCES)
@ExtendWith(SignedIn.class)
class CutOffTest {
    private static boolean prepared;
    private static final OtherServices OTHERS = OtherServices.ofThisApplication();
    private static final String DELIVERY = "/reporting/v1/deliveries/patientregistret/2025-10";

    @BeforeEach
    void theGrantIsInForce() {
        if (prepared) {
            return;
        }
        prepared = true;
        OTHERS.putProgrammeInForce();
        Service.awaitReady();
    }

    private static List<String> marks() {
        return given().get("/internal/log/events?after=0&limit=500")
                .jsonPath()
                .getList("findAll { it.type == 'deadline-passed' && it.payload.contains('delivery-cut-off') }.payload");
    }

    @Test
    void theMarkStandsInThisLogAndWhatComesAfterIsLateUntilTheDayIsMoved() {
        Service.setClock("2025-11-20T23:59:30+01:00");
        Service.putCsv("patientregistret", "2025-10", "01,01,PUBLIC,CATARACT,1\n")
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"));
        assertThat(marks()).isEmpty();

        Service.setClock("2025-11-21T00:01:00+01:00");
        assertThat(marks()).singleElement().satisfies(mark -> assertThat(mark).contains("2025-11-20"));
        Service.putCsv("patientregistret", "2025-10", "01,01,PUBLIC,CATARACT,2\n")
                .statusCode(200)
                .body("status", equalTo("LATE"))
                .body("lateFor", contains(OtherServices.PROGRAMME));
        given().get(DELIVERY)
                .then()
                .body("inForceForStatistics", equalTo(true))
                .body("inForceForMoney", empty())
                .body("status", equalTo("LATE"));
        given().get(DELIVERY + "?revision=1").then().body("inForceForMoney", contains(OtherServices.PROGRAMME));
        Service.putCsv("patientregistret", "2024-10", "01,01,PUBLIC,CATARACT,2\n")
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"));

        OTHERS.extend("delivery-cut-off", LocalDate.parse("2025-11-30"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get(DELIVERY)
                        .then()
                        .body("status", equalTo("ACCEPTED"))
                        .body("inForceForMoney", contains(OtherServices.PROGRAMME)));

        Service.setClock("2025-12-01T00:01:00+01:00");
        assertThat(marks()).hasSize(2);
        assertThat(marks().getLast()).contains("2025-11-30");
    }
}
