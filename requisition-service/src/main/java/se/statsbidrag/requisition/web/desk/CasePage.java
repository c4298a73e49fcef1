package se.statsbidrag.requisition.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;
import se.statsbidrag.requisition.read.HistoryView;

/**
 * One recipient's case in one programme, as the desk shows it. Amounts are whole kronor.
 *
 * @param version of the requisition that the reader sees; goes back with each act
 * @param standing where it stands, in words
 * @param content what is asked for; null when nothing was received
 * @param remarks what to look at before deciding
 * @param pots the recipient's shares
 * @param total of the shares
 * @param acts what the reader may do, with what comes of it
 * @param refusal why there is nothing to decide; null when there is
 * @param next where the case that has waited longest is; null for none
 * @param mayAct whether the reader is an officer
 * @param done what was just done, in words; empty for nothing
 */
record CasePage(
        String programme,
        String programmeTitle,
        String recipient,
        String recipientName,
        String organisationNumber,
        String caseNumber,
        long version,
        String standing,
        @Nullable String reason,
        @Nullable LocalDate completeBy,
        LocalDate dueDate,
        @Nullable Content content,
        List<String> remarks,
        List<Share> pots,
        long total,
        List<String> synthetic,
        List<Act> acts,
        @Nullable String refusal,
        List<Late> late,
        List<Held> held,
        List<Noted> conditions,
        List<HistoryView.Entry> history,
        @Nullable String next,
        boolean mayAct,
        String done,
        String today,
        Form form) {

    /**
     * What a recipient asks for.
     *
     * @param amount null where the programme sets it
     * @param plan who carries out what, a line each
     */
    record Content(
            @Nullable Long amount,
            boolean wantsRemainingFunds,
            boolean certified,
            List<Purpose> purposes,
            List<String> plan,
            @Nullable Instant receivedAt) {}

    /** What the money is for. */
    record Purpose(int number, String text) {}

    /**
     * What the recipient has of a pot.
     *
     * @param most whether it is the most that it can earn, not a share
     */
    record Share(String title, long amount, boolean most) {}

    /**
     * Something to do.
     *
     * @param id the last part of its address
     * @param consequences what comes of it, a sentence each
     * @param asksForDay whether it takes a last day for completing
     * @param refusal why this reader cannot do it; null when he can
     */
    record Act(
            String id,
            String title,
            List<String> consequences,
            boolean asksForDay,
            boolean dangerous,
            @Nullable String refusal) {}

    /**
     * What came too late.
     *
     * @param proposal who proposed to let it in, in words; null when nobody has
     */
    record Late(
            String id,
            Content content,
            LocalDate dueDate,
            long days,
            String standing,
            @Nullable String proposal,
            @Nullable String reason,
            List<Act> acts) {}

    /**
     * What came from one whose mandate had lapsed.
     *
     * @param why it is held, in words
     */
    record Held(long held, Content content, String why, List<Act> acts) {}

    /** How the recipient stands to a condition. */
    record Noted(
            String id,
            String title,
            String source,
            boolean blocks,
            boolean noted,
            boolean met,
            @Nullable LocalDate date,
            @Nullable String evidence,
            @Nullable Instant recordedAt,
            boolean byReader) {}
}
