package se.statsbidrag.requisition.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.statsbidrag.requisition.read.HistoryView;
import se.statsbidrag.requisition.read.MandateView;
import se.statsbidrag.requisition.read.RequisitionView;

/** The examples of the API's description are what the API says. */
class ExamplesTest {
    private final ObjectMapper strict = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "putRequisition.200",
                "putRequisition.201",
                "putRequisition.202",
                "releaseRequisition.200",
                "dismissRequisition.200",
                "getRequisition.200",
                "withdrawRequisition.200",
                "approveRequisition.200",
                "returnRequisition.200",
                "rejectRequisition.200"
            })
    void requisitions(String name) throws IOException {
        assertReadAndWrittenAlike(name, RequisitionView.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getMandate.200",
                "applyForMandate.200",
                "applyForMandate.201",
                "approveMandate.200",
                "withdrawMandate.200",
                "inviteDeputy.200",
                "removeDeputy.200",
                "inviteDataCoordinator.200",
                "removeDataCoordinator.200"
            })
    void mandates(String name) throws IOException {
        assertReadAndWrittenAlike(name, MandateView.class);
    }

    @ParameterizedTest
    @CsvSource({
        "admitLateArrival.200, se.statsbidrag.requisition.read.LateArrivalView",
        "admitLateArrival.202, se.statsbidrag.requisition.read.LateArrivalView",
        "declineLateArrival.200, se.statsbidrag.requisition.read.LateArrivalView",
        "listWaiting.200, se.statsbidrag.requisition.api.WaitingResource$Page",
        "approveRequisitions.200, se.statsbidrag.requisition.api.BulkApprovalResource$BulkApproved",
        "getConditions.200, se.statsbidrag.requisition.read.ConditionsView",
        "noteCondition.200, se.statsbidrag.requisition.read.ConditionsView",
        "listConditions.200, se.statsbidrag.requisition.api.ConditionsResource$Page",
        "listLateArrivals.200, se.statsbidrag.requisition.api.LateArrivalsResource$Page",
        "listMandates.200, se.statsbidrag.requisition.api.MandatesResource$Page",
        "getMandateHistory.200, se.statsbidrag.requisition.read.MandateHistoryView",
        "listRequisitions.200, se.statsbidrag.requisition.api.RequisitionsResource$Page",
        "getProgramme.200, se.statsbidrag.requisition.api.ProgrammesResource$Whole",
        "listProgrammes.200, se.statsbidrag.requisition.api.ProgrammesResource$ProgrammeList",
        "listDeadlines.200, se.statsbidrag.requisition.api.DeadlinesResource$DeadlineList",
        "extendDeadline.200, se.statsbidrag.requisition.api.DeadlineView",
        "listProgrammeVersions.200, se.statsbidrag.requisition.api.ProgrammeVersionView$Versions",
        "getProgrammeVersion.200, se.statsbidrag.requisition.api.ProgrammeVersionView",
        "proposeProgrammeVersion.202, se.statsbidrag.requisition.api.ProgrammeVersionView",
        "activateProgrammeVersion.200, se.statsbidrag.requisition.api.ProgrammeVersionView",
        "returnProgrammeVersion.200, se.statsbidrag.requisition.api.ProgrammeVersionView",
        "getProgrammeVersionDifferences.200, se.statsbidrag.requisition.api.ProgrammeDifferencesView",
        "listReferenceData.200, se.statsbidrag.requisition.api.ReferenceTableView$Tables",
        "getReferenceTable.200, se.statsbidrag.requisition.api.ReferenceTableView",
        "putReferenceTable.200, se.statsbidrag.requisition.api.ReferenceTableView$Outcome",
        "putReferenceTable.201, se.statsbidrag.requisition.api.ReferenceTableView$Outcome",
        "listShares.200, se.statsbidrag.requisition.api.SharesResource$ShareList",
        "getCalendar.200, se.statsbidrag.requisition.api.CalendarResource$Calendar"
    })
    void theRest(String name, Class<?> type) throws IOException {
        assertReadAndWrittenAlike(name, type);
    }

    @ParameterizedTest
    @ValueSource(strings = "getRequisitionHistory.200")
    void histories(String name) throws IOException {
        assertReadAndWrittenAlike(name, HistoryView.class);
    }

    @ParameterizedTest
    @CsvSource({
        "putRequisition, certified wantsRemainingFunds",
        "approveRequisition, reason",
        "approveRequisitions, reason recipients",
        "noteCondition, date evidence met",
        "admitLateArrival, reason",
        "declineLateArrival, reason",
        "releaseRequisition, held reason",
        "dismissRequisition, held reason",
        "approveMandate, reason",
        "withdrawMandate, representative reason",
        "rejectRequisition, reason",
        "returnRequisition, completeBy reason",
        "activateProgrammeVersion, reason",
        "returnProgrammeVersion, reason",
        "extendDeadline, dueDate reason"
    })
    void requestsHaveFieldsThatAreKnown(String operation, String fields) throws IOException {
        JsonNode request = example(operation + ".request");

        assertThat(request.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder(fields.split(" "));
    }

    private void assertReadAndWrittenAlike(String name, Class<?> type) throws IOException {
        JsonNode example = example(name);

        assertThat(strict.readTree(strict.writeValueAsString(strict.treeToValue(example, type))))
                .isEqualTo(example);
    }

    private JsonNode example(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/openapi-examples/" + name + ".json")) {
            return strict.readTree(Objects.requireNonNull(in, name));
        }
    }
}
