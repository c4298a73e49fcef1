package se.statsbidrag.requisition.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;

/** What the desk's lists show. Amounts are whole kronor. */
final class DeskRows {
    private DeskRows() {}

    /** A choice in a filter. */
    record Choice(String value, String title, boolean chosen) {}

    /**
     * A page of what waits.
     *
     * @param previous address of the page before; null for none
     * @param next address of the page after; null for none
     */
    record Waiting(
            List<Choice> programmes,
            List<Choice> kinds,
            List<WaitingRow> rows,
            long total,
            @Nullable String previous,
            @Nullable String next,
            String done) {}

    /** Something that waits. */
    record WaitingRow(
            String key,
            String address,
            String recipient,
            String programme,
            String caseNumber,
            String waitsFor,
            Instant since,
            long days) {}

    /**
     * Many to approve at once in one programme.
     *
     * @param programme empty when no programme is in force
     * @param withRemarks those that are to be looked at by themselves
     * @param sum of what is asked for without remarks
     */
    record Approvals(
            List<Choice> programmes,
            String programme,
            List<ApprovalRow> rows,
            List<ApprovalRow> withRemarks,
            long sum,
            Form form,
            boolean mayAct) {}

    /**
     * A requisition that waits for approval.
     *
     * @param amount what approving it gives, or lets take part
     * @param remark why it is not approved with many others; null when it can be
     */
    record ApprovalRow(
            String recipient,
            String name,
            long amount,
            Instant since,
            @Nullable String remark,
            boolean chosen) {}

    /** Requisitions that came too late. */
    record Late(List<Choice> programmes, List<LateRow> rows, String done) {}

    /** One of them; {@code proposal} is null when nobody proposed to let it in. */
    record LateRow(
            String id,
            String address,
            String recipient,
            String programme,
            Instant receivedAt,
            long days,
            @Nullable Long amount,
            String standing,
            @Nullable String proposal) {}

    /** Organisations where somebody waits for a mandate. */
    record Mandates(List<MandateRow> rows, String done) {}

    /** One of them; {@code replaces} when another has the mandate. */
    record MandateRow(String number, String recipients, Instant appliedAt, boolean replaces) {}

    /**
     * An organisation's mandate.
     *
     * @param applies whether somebody has applied and waits
     * @param version of the mandate that the reader sees
     */
    record MandatePage(
            String number,
            String recipients,
            boolean applies,
            boolean own,
            @Nullable Instant appliedAt,
            boolean inForce,
            int delegates,
            long version,
            List<MandateEvent> history,
            boolean mayAct,
            String done,
            Form form) {}

    /** Something that happened to a mandate. */
    record MandateEvent(
            long position,
            String title,
            Instant recordedAt,
            @Nullable String reason) {}

    /** Last days of all programmes. */
    record Deadlines(List<DeadlineRow> rows, String done) {}

    /** A last day in force. */
    record DeadlineRow(
            String programme,
            String programmeTitle,
            String deadline,
            String title,
            LocalDate dueDate,
            LocalDate defined,
            boolean passed,
            String source) {}

    /**
     * A last day to extend.
     *
     * @param version of the deadline that the reader sees
     * @param proposed the day whose consequences show; empty for none
     * @param late what came too late, with whether it would be in time
     * @param sum of what would be in time
     */
    record DeadlinePage(
            DeadlineRow deadline,
            boolean closesRequisitions,
            boolean closesDeliveries,
            long version,
            String proposed,
            List<DeadlineLate> late,
            long sum,
            boolean mayAct,
            Form form) {}

    /** A late requisition, were the last day another. */
    record DeadlineLate(String recipient, String address, Instant receivedAt, long amount, boolean inTime) {}

    /** Proposals that wait for a second person. */
    record Proposals(List<ProposalRow> rows) {}

    /** One of them; {@code own} when the reader proposed it. */
    record ProposalRow(
            String key,
            String what,
            String address,
            String about,
            boolean own,
            @Nullable String reason) {}
}
