package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A grant whose recipients requisition an amount up to their share, as the services tell of it.
 *
 * @param programme its name
 * @param opens the first day for requisitions; five weeks before the last where no source gives one
 * @param lastDay the last day for requisitions
 * @param recipients those with a share, by code
 * @param conditions names of those that block payment
 * @param pots those that are not handed out of what others leave
 * @param reportsFrom the first day for follow-up reports
 * @param reportsBy the last day for follow-up reports
 * @param planner who plans activities; empty for nobody
 * @param waiver whether a claim may be waived for special reasons
 * @param surveyBy the last day for answers to the survey; null for none
 * @param reports interim reports and yearly summaries to the government, by day
 */
record ShareGrant(
        String programme,
        LocalDate opens,
        LocalDate lastDay,
        List<Recipient> recipients,
        List<String> conditions,
        List<String> pots,
        LocalDate reportsFrom,
        LocalDate reportsBy,
        String planner,
        boolean waiver,
        @Nullable LocalDate surveyBy,
        List<GovernmentReport> reports) {

    private static final int WEEKS_WITHOUT_OPENING = 5;
    private static final Set<String> REPORTED = Set.of("INTERIM", "ANNUAL_SUMMARY");

    ShareGrant {
        recipients = List.copyOf(recipients);
        conditions = List.copyOf(conditions);
        pots = List.copyOf(pots);
        reports = List.copyOf(reports);
    }

    /**
     * A report to the government.
     *
     * @param report its name in an address, such as {@code annual-summary}
     * @param by the day on which it is due
     */
    record GovernmentReport(String report, LocalDate by) {}

    /**
     * Somebody that may requisition.
     *
     * @param share the most that it may ask for, kronor
     * @param purposes those that it may choose
     * @param plan whether the requisition says who carries out what
     * @param statesMeasures whether it says so itself, rather than by a plan of the county's
     */
    record Recipient(String code, long share, List<Integer> purposes, boolean plan, boolean statesMeasures) {}

    /** Whether this is such a grant: the recipient sets the amount. */
    static boolean isOne(JsonNode definition) {
        return definition.path("requisition").path("amountSetBy").asText().equals("RECIPIENT");
    }

    /**
     * @param definition as {@code GET /programmes/{programme}} gives it
     * @param shares as {@code GET /programmes/{programme}/shares} does
     */
    static ShareGrant of(JsonNode definition, JsonNode shares) {
        JsonNode requisition = definition.path("requisition");
        LocalDate lastDay = lastDay(definition, "REQUISITION");
        JsonNode opensOn = requisition.path("opensOn").path("date");
        List<Recipient> recipients = new ArrayList<>();
        shares.path("recipients").forEach(recipient -> {
            if (recipient.path("total").asLong() > 0) {
                recipients.add(recipient(requisition, recipient));
            }
        });
        return new ShareGrant(
                definition.path("id").asText(),
                opensOn.isMissingNode() ? lastDay.minusWeeks(WEEKS_WITHOUT_OPENING) : LocalDate.parse(opensOn.asText()),
                lastDay,
                recipients,
                definition
                        .path("conditions")
                        .valueStream()
                        .filter(condition -> condition.path("effect").asText().equals("BLOCKS_PAYMENT"))
                        .map(condition -> condition.path("id").asText())
                        .toList(),
                definition
                        .path("pots")
                        .valueStream()
                        .filter(pot -> !pot.hasNonNull("derivedFrom"))
                        .map(pot -> pot.path("id").asText())
                        .toList(),
                LocalDate.parse(
                        definition.path("followUp").path("opensOn").path("date").asText()),
                lastDay(definition, "FOLLOW_UP"),
                definition
                        .path("followUp")
                        .path("activityPlans")
                        .path("objectCodes")
                        .path(0)
                        .path("recipient")
                        .asText(),
                definition.path("repayment").hasNonNull("waiver"),
                definition.path("followUp").hasNonNull("survey") ? lastDay(definition, "SURVEY") : null,
                reports(definition));
    }

    private static List<GovernmentReport> reports(JsonNode definition) {
        List<GovernmentReport> reports = new ArrayList<>();
        for (JsonNode report : definition.path("governmentReports")) {
            String kind = report.path("report").asText();
            if (REPORTED.contains(kind)) {
                String name = kind.toLowerCase(Locale.ROOT).replace('_', '-');
                report.path("deadlines")
                        .forEach(id -> definition
                                .path("deadlines")
                                .valueStream()
                                .filter(day -> day.path("id").equals(id))
                                .forEach(day -> reports.add(new GovernmentReport(
                                        name,
                                        LocalDate.parse(day.path("dueDate").asText())))));
            }
        }
        return reports;
    }

    private static LocalDate lastDay(JsonNode definition, String kind) {
        return definition
                .path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("kind").asText().equals(kind))
                .map(deadline -> LocalDate.parse(deadline.path("dueDate").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static Recipient recipient(JsonNode requisition, JsonNode recipient) {
        String code = recipient.path("recipient").asText();
        Set<String> pots = new HashSet<>();
        recipient.path("pots").forEach(pot -> pots.add(pot.path("pot").asText()));
        List<Integer> purposes = requisition
                .path("purposes")
                .valueStream()
                .filter(purpose -> !purpose.has("onlyFor")
                        || purpose.path("onlyFor")
                                .path("pots")
                                .valueStream()
                                .anyMatch(pot -> pots.contains(pot.asText())))
                .map(purpose -> purpose.path("number").asInt())
                .toList();
        JsonNode plan = requisition.path("jointPlan");
        return new Recipient(
                code,
                recipient.path("total").asLong(),
                purposes,
                !plan.isMissingNode(),
                plan.path("statedInRequisitionBy")
                        .valueStream()
                        .anyMatch(each -> each.asText().equals(code)));
    }

    /** The recipients by county, each county's together. */
    SortedMap<String, List<Recipient>> byCounty() {
        return recipients.stream()
                .collect(Collectors.groupingBy(
                        recipient -> recipient.code().substring(0, 2), TreeMap::new, Collectors.toList()));
    }
}
