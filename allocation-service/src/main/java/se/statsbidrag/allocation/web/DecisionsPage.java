package se.statsbidrag.allocation.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;

/** The pages of decisions to pay. Amounts are whole kronor; what is computed and what is decided never share a column. */
final class DecisionsPage {
    private DecisionsPage() {}

    /** How each grant stands. */
    record Grants(List<Grant> grants, boolean mayReadPaymentDetails) {}

    /**
     * A grant's money.
     *
     * @param waiting how many proposals wait for a second person
     * @param toPay how many recipients a decision can be proposed for
     * @param barred how many are due money that something bars
     */
    record Grant(
            String programme,
            String title,
            long entitled,
            long decided,
            long outstanding,
            long waiting,
            long toPay,
            long barred) {}

    /**
     * One grant's decisions and what is left to decide.
     *
     * @param pots those that a decision can be proposed over
     * @param mayPropose whether the reader may
     */
    record OfGrant(Grant grant, List<Pot> pots, List<DueRow> due, List<Row> decisions, boolean mayPropose, Form form) {}

    /** A pot that can be chosen; {@code why} says why it cannot be decided over yet, empty where it can. */
    record Pot(String pot, String title, boolean chosen, String why) {}

    /** What is to be done about a recipient's outstanding amount. */
    record DueRow(
            String code,
            String name,
            String action,
            String actionText,
            long amount,
            List<String> pots,
            List<String> reasons) {}

    /** A decision in a list. */
    record Row(
            int decision,
            String caseNumber,
            String state,
            String stateText,
            String pots,
            long recipients,
            long total,
            Instant at) {}

    /**
     * One decision.
     *
     * @param mayDecide whether the reader may decide it
     * @param mayReturn whether the reader may return it
     * @param own whether the reader proposed it, and so cannot decide it
     */
    record One(
            String programme,
            String title,
            Row row,
            List<LineRow> lines,
            String reason,
            String preparedBy,
            String settledBy,
            @Nullable Instant settledAt,
            String settledReason,
            String digest,
            long position,
            boolean mayDecide,
            boolean mayReturn,
            boolean own,
            String done,
            Form form) {}

    /** What a decision gives a recipient; {@code letter} is where it reads it, empty before it is decided. */
    record LineRow(String code, String name, List<Part> parts, long total, String letter) {}

    /** What a decision gives from a pot. */
    record Part(String pot, long entitled, long amount) {}
}
