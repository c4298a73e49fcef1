package se.statsbidrag.secondcalculator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.secondcalculator.QueueYear.Requisition;

/** What of all that arrived counts for a grant's money: requisitions in time, and counts in time within scope. */
public final class QueueArrivals {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private QueueArrivals() {}

    /** What became of something that a region sent in. */
    public enum Answer {
        WAITING,
        RETURNED,
        APPROVED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * A requisition as it was submitted, changed or withdrawn.
     *
     * @param completion answers a return within the officer's date, and so counts as what it completes does
     * @param admitted two persons let it in although it was late
     * @param amount kronor; 0 where the programme sets it
     */
    public record Submission(
            Instant receivedAt,
            Answer answer,
            boolean completion,
            boolean admitted,
            long amount,
            boolean wantsRemainingFunds) {

        /** One of a grant that sets the amount and knows no wish. */
        public Submission(Instant receivedAt, Answer answer, boolean completion) {
            this(receivedAt, answer, completion, false, 0, false);
        }
    }

    /** Operations of one kind on one region's inhabitants in one region. */
    public record Cell(String homeRegion, String performedIn, String procedure, long count) {}

    /**
     * One reporter's whole month; a later one in the list replaces an earlier.
     *
     * @param admitted two persons let it in although it was late
     */
    public record Delivery(String reporter, YearMonth month, Instant receivedAt, List<Cell> cells, boolean admitted) {

        /** One that nobody had to let in. */
        public Delivery(String reporter, YearMonth month, Instant receivedAt, List<Cell> cells) {
            this(reporter, month, receivedAt, cells, false);
        }
    }

    /** Where a reporter answers from a month on; a later one in the list replaces the same reporter's earlier. */
    public record Scope(String reporter, Set<String> performedIn, YearMonth fromMonth, Instant inForceAt) {}

    /** A document has arrived in time when it came before the end of the deadline day in Sweden. */
    public static boolean inTime(Instant receivedAt, LocalDate deadline) {
        Instant end = deadline.plusDays(1).atStartOfDay(SWEDEN).toInstant();
        return receivedAt.isBefore(end);
    }

    /** Where each region's requisition stands, given all its submissions in the order they came (I-R5). */
    public static Map<String, Requisition> requisitions(Map<String, List<Submission>> submissions, LocalDate deadline) {
        Map<String, Requisition> standing = new TreeMap<>();
        submissions.forEach((region, all) -> {
            Submission counts = counting(all, deadline);
            if (counts != null) {
                switch (counts.answer()) {
                    case APPROVED -> standing.put(region, Requisition.IN_FORCE);
                    case WAITING, RETURNED -> standing.put(region, Requisition.UNDECIDED);
                    case REJECTED, WITHDRAWN -> {
                        // counts for nothing
                    }
                }
            }
        });
        return standing;
    }

    /** Of one recipient's submissions, in the order they came, the last that is in time or admitted. */
    static @Nullable Submission counting(List<Submission> all, LocalDate deadline) {
        Submission counts = null;
        Boolean returned = null;
        for (Submission submission : all) {
            boolean letIn = inTime(submission.receivedAt(), deadline);
            if (submission.completion() && returned != null) {
                letIn = returned;
            }
            if (submission.admitted()) {
                letIn = true;
            }
            if (submission.answer() == Answer.RETURNED) {
                returned = letIn;
            }
            if (letIn) {
                counts = submission;
            }
        }
        return counts;
    }

    /**
     * Operations that count for money, by home region and procedure: of each reporter and month the last delivery received
     * before the cut-off, and of it the cells in regions that the reporter answers for.
     *
     * @param defaultReporter answers where no scope names another
     */
    public static Map<String, Map<String, Long>> operations(
            List<Delivery> deliveries,
            List<Scope> scopes,
            String defaultReporter,
            LocalDate cutOff,
            YearMonth from,
            YearMonth to) {
        Map<String, Scope> scopeOf = new LinkedHashMap<>();
        for (Scope scope : scopes) {
            if (inTime(scope.inForceAt(), cutOff)) {
                // Where two name the same region, the one that came last answers.
                scopeOf.remove(scope.reporter());
                scopeOf.put(scope.reporter(), scope);
            }
        }
        Map<String, Delivery> inForce = new HashMap<>();
        for (Delivery delivery : deliveries) {
            if (delivery.admitted() || inTime(delivery.receivedAt(), cutOff)) {
                inForce.put(delivery.reporter() + " " + delivery.month(), delivery);
            }
        }
        Map<String, Map<String, Long>> operations = new TreeMap<>();
        for (Delivery delivery : inForce.values()) {
            if (delivery.month().isBefore(from) || delivery.month().isAfter(to)) {
                continue;
            }
            for (Cell cell : delivery.cells()) {
                String answers = defaultReporter;
                for (Scope scope : scopeOf.values()) {
                    if (scope.performedIn().contains(cell.performedIn())
                            && !delivery.month().isBefore(scope.fromMonth())) {
                        answers = scope.reporter();
                    }
                }
                if (answers.equals(delivery.reporter())) {
                    operations
                            .computeIfAbsent(cell.homeRegion(), region -> new TreeMap<>())
                            .merge(cell.procedure(), cell.count(), Long::sum);
                }
            }
        }
        return operations;
    }
}
