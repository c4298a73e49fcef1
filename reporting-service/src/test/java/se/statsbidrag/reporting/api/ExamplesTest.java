package se.statsbidrag.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.reporting.application.DeliveryRows;
import se.statsbidrag.reporting.domain.Faults;
import se.statsbidrag.reporting.domain.Intake;
import se.statsbidrag.reporting.domain.TestRules;

/** The examples of the API's description are what the API says and takes. */
class ExamplesTest {
    private final ObjectMapper strict = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest
    @CsvSource({
        "getActivityPlan.200, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Plan",
        "setActivityPlan.request, se.statsbidrag.reporting.api.followup.ActivityPlansResource$SetPlan",
        "setActivityPlan.200, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Plan",
        "moveActivityMoney.request, se.statsbidrag.reporting.api.followup.ActivityPlansResource$MoveMoney",
        "moveActivityMoney.200, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Plan",
        "setActivityPolicies.request, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Policies",
        "setActivityPolicies.200, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Plan",
        "listActivityCosts.200, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Costs",
        "bookActivityCosts.request, se.statsbidrag.reporting.api.followup.CostRows$Sent",
        "bookActivityCosts.200, se.statsbidrag.reporting.api.followup.ActivityPlanDocument$Plan",
        "listFollowUps.200, se.statsbidrag.reporting.api.followup.FollowUpDocument$FollowUps",
        "getFollowUp.200, se.statsbidrag.reporting.api.followup.FollowUpDocument$Report",
        "saveFollowUp.request, se.statsbidrag.reporting.api.followup.FollowUpsResource$Save",
        "saveFollowUp.200, se.statsbidrag.reporting.api.followup.FollowUpDocument$Report",
        "submitFollowUp.request, se.statsbidrag.reporting.api.followup.FollowUpsResource$Submission",
        "submitFollowUp.200, se.statsbidrag.reporting.api.followup.FollowUpDocument$Report",
        "returnFollowUp.request, se.statsbidrag.reporting.api.followup.FollowUpsResource$GiveBack",
        "returnFollowUp.200, se.statsbidrag.reporting.api.followup.FollowUpDocument$Report",
        "acceptFollowUp.request, se.statsbidrag.reporting.api.followup.FollowUpsResource$Accept",
        "acceptFollowUp.200, se.statsbidrag.reporting.api.followup.FollowUpDocument$Report",
        "listGovernmentReports.200, se.statsbidrag.reporting.api.report.GovernmentReportDocument$Reports",
        "getGovernmentReport.200, se.statsbidrag.reporting.api.report.GovernmentReportDocument$Report",
        "getSurvey.200, se.statsbidrag.reporting.api.followup.SurveyDocument$Answers",
        "answerSurvey.request, se.statsbidrag.reporting.api.followup.SurveyResource$AnswerSurvey",
        "answerSurvey.200, se.statsbidrag.reporting.api.followup.SurveyDocument$Recorded",
        "deliver.200, se.statsbidrag.reporting.api.DeliveryDocument$Outcome",
        "deliver.201, se.statsbidrag.reporting.api.DeliveryDocument$Outcome",
        "deliverMany.200, '[Lse.statsbidrag.reporting.api.DeliveryDocument$Outcome;'",
        "validateDelivery.200, se.statsbidrag.reporting.api.DeliveryDocument$Outcome",
        "readDelivery.200, se.statsbidrag.reporting.api.DeliveryDocument$Whole",
        "listDeliveries.200, se.statsbidrag.reporting.api.DeliveryDocument$Deliveries",
        "setReporter.request, se.statsbidrag.reporting.api.ReportersResource$ScopeRequest",
        "setReporter.200, se.statsbidrag.reporting.api.ReportersResource$Scope",
        "setReporter.202, se.statsbidrag.reporting.api.ReportersResource$Scope",
        "approveReporter.request, se.statsbidrag.reporting.api.ReportersResource$SecondOfficer",
        "approveReporter.200, se.statsbidrag.reporting.api.ReportersResource$Scope",
        "approveReporter.201, se.statsbidrag.reporting.api.ReportersResource$Scope",
        "returnReporter.request, se.statsbidrag.reporting.api.ReportersResource$SecondOfficer",
        "returnReporter.200, se.statsbidrag.reporting.api.ReportersResource$Scope",
        "admitLateArrival.request, se.statsbidrag.reporting.api.LateArrivalsResource$Act",
        "admitLateArrival.200, se.statsbidrag.reporting.api.LateDeliveryDocument$Late",
        "admitLateArrival.202, se.statsbidrag.reporting.api.LateDeliveryDocument$Late",
        "declineLateArrival.request, se.statsbidrag.reporting.api.LateArrivalsResource$Act",
        "declineLateArrival.200, se.statsbidrag.reporting.api.LateDeliveryDocument$Late",
        "listLateArrivals.200, se.statsbidrag.reporting.api.LateDeliveryDocument$LateArrivals",
        "listReporters.200, se.statsbidrag.reporting.api.ReportersResource$Reporters",
        "listOperations.200, se.statsbidrag.reporting.api.OperationsResource$Operations"
    })
    void isReadAndWrittenAlike(String name, String type) throws IOException, ClassNotFoundException {
        JsonNode example = strict.readTree(file(name + ".json"));

        Object read = strict.treeToValue(example, Class.forName(type));

        assertThat(strict.readTree(strict.writeValueAsString(read))).isEqualTo(example);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliver", "validateDelivery", "deliverMany"})
    void deliveriesAreTakenWithoutFault(String operation) throws IOException {
        @Nullable DeliveryAddress march =
                operation.equals("deliverMany") ? null : new DeliveryAddress("patientregistret", "2025-03");

        assertTaken(new JsonDeliveryRows(() -> new ByteArrayInputStream(file(operation + ".request.json")), march));
        assertTaken(new CsvDeliveryRows(() -> new ByteArrayInputStream(file(operation + ".request.csv")), march));
    }

    private static void assertTaken(DeliveryRows rows) {
        Intake intake =
                new Intake(TestRules.RULES, TestRules.SCOPES, Instant.parse("2025-04-10T10:00:00Z"), new Faults());

        rows.readInto(intake);

        assertThat(intake.faults().first()).isEmpty();
        assertThat(intake.deliveries()).hasSize(1);
    }

    private byte[] file(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/openapi-examples/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
