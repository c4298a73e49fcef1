package se.statsbidrag.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A grant whose recipients requisition an amount up to their share, as the services tell of it.
 *
 * @param programme its name
 * @param opens the first day for requisitions; five weeks before the last where no source gives one
 * @param lastDay the last day for requisitions
 * @param recipients those with a share, by code
 * @param conditions names of those that block payment
 */
record ShareGrant(
        String programme, LocalDate opens, LocalDate lastDay, List<Recipient> recipients, List<String> conditions) {

    private static final int WEEKS_WITHOUT_OPENING = 5;

    ShareGrant {
        recipients = List.copyOf(recipients);
        conditions = List.copyOf(conditions);
    }

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
        LocalDate lastDay = definition
                .path("deadlines")
                .valueStream()
                .filter(deadline -> deadline.path("kind").asText().equals("REQUISITION"))
                .map(deadline -> LocalDate.parse(deadline.path("dueDate").asText()))
                .findFirst()
                .orElseThrow();
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
                        .toList());
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
