package se.statsbidrag.system;

import static se.statsbidrag.secondcalculator.WorkedExample.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.statsbidrag.secondcalculator.WorkedExample;

/** Plays the worked example's year on a running system, as regions, reporters and officers would. */
final class WorkedYearOverRest {
    private static final String REQUISITIONS = "/requisition/v1/programmes/" + WorkedYear.PROGRAMME + "/requisitions/";

    private final RunningSystem system;

    WorkedYearOverRest(RunningSystem system) {
        this.system = system;
    }

    /** All but one region requisition, and an officer approves. */
    void requisitionsAndApprovals() {
        for (Map<String, String> row : WorkedExample.rows()) {
            if (text(row, "requisition").equals("yes")) {
                String region = text(row, "county_code");
                requisition(region);
                approve(region);
            }
        }
    }

    void requisition(String region) {
        system.requisition()
                .put(REQUISITIONS + region, Map.of("wantsRemainingFunds", true, "certified", true))
                .orFail();
    }

    void approve(String region) {
        system.requisition()
                .post(REQUISITIONS + region + "/approval", Map.of("reason", "Villkoren är uppfyllda."))
                .orFail();
    }

    void withdraw(String region) {
        system.requisition().delete(REQUISITIONS + region).orFail();
    }

    void scopes() {
        scope(WorkedYear.OWN_REPORTER, WorkedYear.OWN_REGIONS, WorkedYear.OWN_FROM.toString());
        scope(WorkedYear.INTERMEDIARY, WorkedYear.INTERMEDIARY_REGIONS, WorkedYear.INTERMEDIARY_FROM.toString());
    }

    private void scope(String reporter, List<String> performedIn, String fromMonth) {
        system.reporting()
                .put("/reporting/v1/reporters/" + reporter, Map.of("performedIn", performedIn, "fromMonth", fromMonth))
                .orFail();
        system.reporting()
                .post("/reporting/v1/reporters/" + reporter + "/approval", Map.of("reason", "As agreed"))
                .orFail();
    }

    String deliver(WorkedYear.Delivery delivery) {
        return system.reporting()
                .put(delivery.path(), delivery.body())
                .orFail()
                .path("status")
                .asText();
    }

    /** Many deliveries as one CSV file of each reporter. */
    void deliverAtOnce(List<WorkedYear.Delivery> deliveries) {
        deliveries.stream()
                .collect(Collectors.groupingBy(WorkedYear.Delivery::reporter))
                .forEach(this::deliverAtOnce);
    }

    private void deliverAtOnce(String reporter, List<WorkedYear.Delivery> deliveries) {
        StringBuilder csv = new StringBuilder("reporter,month,homeRegion,performedIn,provider,procedure,count\n");
        deliveries.forEach(delivery -> delivery.cells()
                .forEach(cell -> csv.append(String.join(
                                ",",
                                delivery.reporter(),
                                delivery.month().toString(),
                                cell.homeRegion(),
                                cell.performedIn(),
                                cell.provider(),
                                cell.procedure(),
                                Long.toString(cell.count())))
                        .append('\n')));
        system.reporting()
                .as("feed-" + reporter)
                .send("POST", "/reporting/v1/deliveries", Rest.TEXT_CSV, csv.toString())
                .orFail();
    }
}
