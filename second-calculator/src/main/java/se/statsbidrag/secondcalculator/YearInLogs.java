package se.statsbidrag.secondcalculator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.QueueArrivals.Answer;
import se.statsbidrag.secondcalculator.QueueArrivals.Cell;
import se.statsbidrag.secondcalculator.QueueArrivals.Delivery;
import se.statsbidrag.secondcalculator.QueueArrivals.Scope;
import se.statsbidrag.secondcalculator.QueueArrivals.Submission;
import se.statsbidrag.secondcalculator.QueueYear.Choice;

/**
 * Reads the year of every grant straight from the logs' texts, each log in its order without gaps, and computes plans from
 * them. Not safe for use by several threads at once.
 */
public final class YearInLogs {
    private final SortedMap<String, Long> positions = new TreeMap<>();
    private final Map<String, OneGrant> grants = new TreeMap<>();
    private final List<Revision> deliveries = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    private String unknown = "";

    /** A delivery and its place among those of its reporter and month. */
    private record Revision(String name, Delivery delivery) {}

    /** What the logs say of one grant. */
    private static final class OneGrant {
        private final DefinitionsInLogs definitions = new DefinitionsInLogs();
        private final Map<String, Map<Long, Submission>> submissions = new TreeMap<>();
        private final Map<String, List<Choice>> choices = new TreeMap<>();
        private final Set<String> admitted = new HashSet<>();
    }

    /** How far each log has been read. */
    public SortedMap<String, Long> positions() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    /**
     * A grant's plan.
     *
     * @param defaultReporter answers for operations where no scope names another
     * @throws CannotCompute when no definition is in force, or something is of a form that the second calculator does not know
     */
    public SecondPlan plan(String programme, String defaultReporter) {
        DefinitionText text = grant(programme).definitions.inForce(programme);
        return text.isQueueGrant()
                ? QueueDefinition.of(text).plan(queueYear(programme, defaultReporter), text)
                : ShareDefinitionText.of(text).plan(shareYear(programme), text);
    }

    /** A queue grant's year, its choices by procedure. */
    public QueueYear queueYear(String programme, String defaultReporter) {
        OneGrant grant = known(programme);
        DefinitionText text = grant.definitions.inForce(programme);
        String requisition = text.requisitionDeadline();
        String cutOff = text.cutOff();
        Map<String, List<Choice>> choices = new TreeMap<>();
        QueueDefinition.of(text).potOf().forEach((procedure, pot) -> {
            if (grant.choices.containsKey(pot)) {
                choices.put(procedure, grant.choices.getOrDefault(pot, List.of()));
            }
        });
        List<Delivery> heeded = new ArrayList<>();
        for (Revision revision : deliveries) {
            Delivery each = revision.delivery();
            boolean admitted = grant.admitted.contains(revision.name());
            heeded.add(new Delivery(each.reporter(), each.month(), each.receivedAt(), each.cells(), admitted));
        }
        return new QueueYear(
                QueueArrivals.requisitions(inOrder(grant), grant.definitions.dueDate(requisition)),
                QueueArrivals.operations(
                        heeded, scopes, defaultReporter, grant.definitions.dueDate(cutOff), text.from(), text.to()),
                grant.definitions.closed(requisition),
                grant.definitions.closed(cutOff),
                choices);
    }

    /** A share grant's year. */
    public ShareYear shareYear(String programme) {
        OneGrant grant = known(programme);
        String requisition = grant.definitions.inForce(programme).requisitionDeadline();
        return ShareYear.of(
                inOrder(grant), grant.definitions.dueDate(requisition), grant.definitions.closed(requisition));
    }

    private OneGrant known(String programme) {
        if (!unknown.isEmpty()) {
            throw new CannotCompute(unknown);
        }
        return grant(programme);
    }

    private OneGrant grant(String programme) {
        return grants.computeIfAbsent(programme, name -> new OneGrant());
    }

    private static Map<String, List<Submission>> inOrder(OneGrant grant) {
        Map<String, List<Submission>> inOrder = new TreeMap<>();
        grant.submissions.forEach((recipient, all) -> inOrder.put(recipient, List.copyOf(all.values())));
        return inOrder;
    }

    /**
     * Reads the next event of its log.
     *
     * @throws CannotCompute when it is not the next, or cannot be read
     */
    public void read(LogText event) {
        long expected = positions.getOrDefault(event.log(), 0L) + 1;
        if (event.position() != expected) {
            throw new CannotCompute("log " + event.log() + " goes on with " + event.position() + ", not " + expected);
        }
        heed(event);
        positions.put(event.log(), expected);
    }

    private void heed(LogText event) {
        JsonNode says = Json.read(event.payload());
        OneGrant grant = grant(says.path("programme").asText());
        switch (event.type()) {
            case "requisition-submitted", "requisition-changed" ->
                submissions(grant, says)
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
                submissions(grant, says)
                        .put(event.version(), new Submission(receivedAt(says), Answer.WITHDRAWN, false));
            case "requisition-approved" -> answered(grant, says, Answer.APPROVED);
            case "requisition-returned" -> answered(grant, says, Answer.RETURNED);
            case "requisition-admitted" ->
                submissions(grant, says)
                        .computeIfPresent(
                                says.path("submission").asLong(),
                                (version, submission) -> with(submission, submission.answer(), true));
            case "requisition-rejected" -> answered(grant, says, Answer.REJECTED);
            case "operations-reported" -> deliveries.add(new Revision(revision(says), delivery(event.payload())));
            case "delivery-admitted" -> grant.admitted.add(revision(says));
            case "reporter-scope-set" ->
                scopes.add(new Scope(
                        says.path("reporter").asText(),
                        Set.copyOf(Json.texts(says.path("performedIn"))),
                        YearMonth.parse(says.path("fromMonth").asText()),
                        event.recordedAt()));
            case "programme-version-proposed", "programme-version-activated", "deadline-extended", "deadline-passed" ->
                grant.definitions.read(event, says);
            case "tie-resolved" ->
                grant.choices
                        .computeIfAbsent(says.path("pot").asText(), pot -> new ArrayList<>())
                        .add(new Choice(Json.texts(says.path("tied")), Json.texts(says.path("chosen"))));
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
            case "activity-costs-booked",
                    "activity-money-moved",
                    "activity-plan-set",
                    "activity-policies-set",
                    "follow-up-accepted",
                    "follow-up-draft-saved",
                    "follow-up-returned",
                    "follow-up-submitted",
                    "survey-answered",
                    "appropriation-received",
                    "appropriation-repaid",
                    "appropriation-requisitioned",
                    "bank-entry-set-aside",
                    "bank-entry-settled",
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
                // what was decided, paid, used and claimed back follows from the plan
            }
            default ->
                unknown = "an event of the unknown type %s, at %s:%d"
                        .formatted(event.type(), event.log(), event.position());
        }
    }

    /** What a delivery's event says. @param payload JSON */
    public static Delivery delivery(String payload) {
        JsonNode says = Json.read(payload);
        return new Delivery(
                Json.text(says, "reporter"),
                YearMonth.parse(Json.text(says, "month")),
                receivedAt(says),
                cells(says.path("cells")));
    }

    private static String revision(JsonNode says) {
        return "%s %s %d"
                .formatted(Json.text(says, "reporter"), Json.text(says, "month"), Json.whole(says.path("revision")));
    }

    private static Map<Long, Submission> submissions(OneGrant grant, JsonNode says) {
        return grant.submissions.computeIfAbsent(Json.text(says, "recipient"), recipient -> new LinkedHashMap<>());
    }

    private static void answered(OneGrant grant, JsonNode says, Answer answer) {
        submissions(grant, says)
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
}
