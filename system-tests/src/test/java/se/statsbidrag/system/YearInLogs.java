package se.statsbidrag.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.secondcalculator.QueueArrivals;
import se.statsbidrag.secondcalculator.QueueArrivals.Answer;
import se.statsbidrag.secondcalculator.QueueArrivals.Cell;
import se.statsbidrag.secondcalculator.QueueArrivals.Delivery;
import se.statsbidrag.secondcalculator.QueueArrivals.Scope;
import se.statsbidrag.secondcalculator.QueueArrivals.Submission;
import se.statsbidrag.secondcalculator.QueueYear;
import se.statsbidrag.secondcalculator.QueueYear.Choice;
import se.statsbidrag.secondcalculator.ShareYear;

/** Reads a year of a grant straight from the logs' texts, for the second calculator. */
final class YearInLogs {
    private static final String REQUISITION = "requisition";
    private static final String CUT_OFF = "delivery-cut-off";

    private final Map<String, LocalDate> deadlines = new HashMap<>(Map.of(CUT_OFF, LocalDate.of(2025, 11, 20)));
    private final String programme;
    private final Set<String> passed = new HashSet<>();
    private final Map<String, Map<Long, Submission>> submissions = new TreeMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<String, List<Choice>> choices = new TreeMap<>();

    /** @param requisitionDay the last day for requisitions before extensions */
    private YearInLogs(String programme, LocalDate requisitionDay) {
        this.programme = programme;
        deadlines.put(REQUISITION, requisitionDay);
    }

    /** The queue grant's year. @param logs each log's events in order */
    static QueueYear of(List<List<RecordedEvent>> logs) {
        YearInLogs year = new YearInLogs(WorkedYear.PROGRAMME, LocalDate.of(2025, 6, 2));
        logs.forEach(log -> log.forEach(year::read));
        return new QueueYear(
                QueueArrivals.requisitions(year.inOrder(), year.dueDate(REQUISITION)),
                QueueArrivals.operations(
                        year.deliveries,
                        year.scopes,
                        WorkedYear.PATIENT_REGISTER,
                        year.dueDate(CUT_OFF),
                        YearMonth.of(2025, 2),
                        YearMonth.of(2025, 10)),
                year.closed(REQUISITION),
                year.closed(CUT_OFF),
                year.choices);
    }

    /** A share grant's year. @param logs each log's events in order */
    static ShareYear of(List<List<RecordedEvent>> logs, String programme) {
        YearInLogs year = new YearInLogs(programme, LocalDate.of(2025, 4, 17));
        logs.forEach(log -> log.forEach(year::read));
        return ShareYear.of(year.inOrder(), year.dueDate(REQUISITION), year.closed(REQUISITION));
    }

    private Map<String, List<Submission>> inOrder() {
        Map<String, List<Submission>> inOrder = new TreeMap<>();
        submissions.forEach((recipient, all) -> inOrder.put(recipient, List.copyOf(all.values())));
        return inOrder;
    }

    private void read(RecordedEvent event) {
        JsonNode says = json(event);
        if (!says.path("programme").asText(programme).equals(programme)) {
            return;
        }
        switch (event.type()) {
            case "requisition-submitted", "requisition-changed" ->
                submissions(says)
                        .put(
                                event.version(),
                                new Submission(
                                        receivedAt(says),
                                        Answer.WAITING,
                                        says.path("completion").asBoolean(),
                                        false,
                                        says.path("content").path("amount").asLong(),
                                        says.path("content")
                                                .path("wantsRemainingFunds")
                                                .asBoolean()));
            case "requisition-withdrawn" ->
                submissions(says).put(event.version(), new Submission(receivedAt(says), Answer.WITHDRAWN, false));
            case "requisition-approved" -> answered(says, Answer.APPROVED);
            case "requisition-returned" -> answered(says, Answer.RETURNED);
            case "requisition-admitted" ->
                submissions(says)
                        .computeIfPresent(
                                says.path("submission").asLong(),
                                (version, submission) -> with(submission, submission.answer(), true));
            case "requisition-rejected" -> answered(says, Answer.REJECTED);
            case "operations-reported" -> deliveries.add(delivery(event));
            case "reporter-scope-set" ->
                scopes.add(new Scope(
                        says.path("reporter").asText(),
                        Set.copyOf(texts(says.path("performedIn"))),
                        YearMonth.parse(says.path("fromMonth").asText()),
                        event.recordedAt()));
            case "deadline-extended" ->
                deadlines.put(
                        says.path("deadline").asText(),
                        LocalDate.parse(says.path("dueDate").asText()));
            case "deadline-passed" ->
                passed.add(says.path("deadline").asText() + says.path("dueDate").asText());
            case "tie-resolved" ->
                choices.computeIfAbsent(procedure(says.path("pot").asText()), pot -> new ArrayList<>())
                        .add(new Choice(texts(says.path("tied")), texts(says.path("chosen"))));
            case "act-proposed",
                    "act-approved",
                    "act-returned",
                    "person-erased",
                    "representative-applied",
                    "representative-approved",
                    "representative-withdrawn",
                    "delegate-invited",
                    "delegate-removed",
                    "requisition-held",
                    "requisition-released",
                    "requisition-dismissed",
                    "requisition-draft-saved",
                    "requisition-admission-declined",
                    "delivery-admission-declined",
                    "condition-recorded",
                    "reference-table-imported" -> {
                // who may act, and what counts for nothing, is no fact
            }
            case "programme-version-proposed", "programme-version-activated" -> {
                // the second calculator has the grant's figures from elsewhere
            }
            case "appropriation-received",
                    "appropriation-repaid",
                    "appropriation-requisitioned",
                    "bank-entry-set-aside",
                    "claim-answered",
                    "claim-decided",
                    "claim-invoiced",
                    "claim-notified",
                    "claim-proposed",
                    "claim-repaid",
                    "claim-withdrawn",
                    "own-cost-booked",
                    "payment-batch-approved",
                    "payment-batch-prepared",
                    "payment-batch-returned",
                    "payment-details-set",
                    "payment-held",
                    "payment-hold-released",
                    "payment-status-reported",
                    "payments-booked",
                    "payouts-decided" -> {
                // what was decided, paid and claimed back follows from the plan
            }
            default -> throw new AssertionError("an event of an unknown type: " + event);
        }
    }

    /** What a delivery's event says. */
    static Delivery delivery(RecordedEvent event) {
        JsonNode says = json(event);
        return new Delivery(
                says.path("reporter").asText(),
                YearMonth.parse(says.path("month").asText()),
                receivedAt(says),
                cells(says.path("cells")));
    }

    private Map<Long, Submission> submissions(JsonNode says) {
        return submissions.computeIfAbsent(says.path("recipient").asText(), region -> new LinkedHashMap<>());
    }

    private void answered(JsonNode says, Answer answer) {
        submissions(says)
                .computeIfPresent(
                        says.path("submission").asLong(),
                        (version, submission) -> with(submission, answer, submission.admitted()));
    }

    private static Submission with(Submission submission, Answer answer, boolean admitted) {
        return new Submission(
                submission.receivedAt(),
                answer,
                submission.completion(),
                admitted,
                submission.amount(),
                submission.wantsRemainingFunds());
    }

    private LocalDate dueDate(String deadline) {
        return deadlines.getOrDefault(deadline, LocalDate.MAX);
    }

    private boolean closed(String deadline) {
        return passed.contains(deadline + dueDate(deadline));
    }

    private static Instant receivedAt(JsonNode says) {
        return Instant.parse(says.path("receivedAt").asText());
    }

    private static List<Cell> cells(JsonNode cells) {
        List<Cell> all = new ArrayList<>();
        cells.forEach(cell -> all.add(new Cell(
                cell.path(0).asText(),
                cell.path(1).asText(),
                cell.path(3).asText(),
                cell.path(4).asLong())));
        return all;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String procedure(String pot) {
        return pot.substring("remaining-".length()).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static JsonNode json(RecordedEvent event) {
        try {
            return Rest.JSON.readTree(event.payload());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + event, e);
        }
    }
}
