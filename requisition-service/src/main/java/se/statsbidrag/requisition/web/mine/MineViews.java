package se.statsbidrag.requisition.web.mine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of the e-service show: texts in the reader's language, amounts in whole kronor. */
public final class MineViews {
    private MineViews() {}

    /**
     * The first page.
     *
     * @param ownId the reader's opaque id, to give to who invites
     */
    public record Start(String ownId, List<Organisation> organisations) {}

    /**
     * One of the reader's organisations.
     *
     * @param name the recipients that it stands behind
     */
    public record Organisation(String number, String name, Standing standing, List<CaseRow> cases) {}

    /**
     * How the reader stands in an organisation's mandate.
     *
     * @param kind {@code open}, {@code passed} or {@code ended}: how the badge looks
     * @param since when what is in force came into force; null while nothing is
     */
    public record Standing(
            String badge,
            String kind,
            String explanation,
            @Nullable Instant since) {}

    /**
     * One case.
     *
     * @param address of its page
     * @param caseNumber null until something was received
     * @param next what is next
     * @param by until when; null when nothing is awaited
     * @param asked what the officer wrote; null for nothing
     */
    public record CaseRow(
            String programme,
            String title,
            String recipient,
            String recipientName,
            String address,
            String state,
            String kind,
            @Nullable String caseNumber,
            String next,
            @Nullable LocalDate by,
            @Nullable String asked) {}

    /**
     * What a requisition says.
     *
     * @param amount null where the programme sets it
     * @param wish whether more is wished for; null where a wish has no effect
     * @param purposes none where a requisition names none
     * @param plan null for none
     */
    public record Content(
            boolean setByProgramme,
            @Nullable Long amount,
            @Nullable String wish,
            List<String> purposes,
            @Nullable Plan plan) {}

    /** Who carries out what. */
    public record Plan(String reference, String structure, List<Measure> measures) {}

    /** A measure, with the names of those who carry it out. */
    public record Measure(String purpose, String description, String carriedOutBy) {}

    /**
     * A case in full.
     *
     * @param explanation of the state
     * @param remarks what else there is to know, such as a late change or something held
     * @param content what was received, or else saved; null for nothing
     * @param draftSavedAt null for no draft
     * @param begin what the button to the form says; null where the reader may not
     * @param why why the reader may not; null else
     * @param held what waits for a mandate
     * @param version of the requisition that the reader sees
     */
    public record Case(
            CaseRow row,
            String organisationNumber,
            String explanation,
            List<String> remarks,
            @Nullable Content content,
            @Nullable Instant receivedAt,
            @Nullable Instant draftSavedAt,
            @Nullable String begin,
            @Nullable String why,
            boolean mayWithdraw,
            boolean hasReceipt,
            LocalDate dueDate,
            List<Held> held,
            List<Event> history,
            List<Condition> conditions,
            boolean paymentBlocked,
            long version,
            List<FaultLine> faults,
            String done) {}

    /**
     * What somebody sent without a mandate in force.
     *
     * @param mayDecide whether the reader may let it in or put it aside
     */
    public record Held(long number, Instant receivedAt, String sender, Content content, boolean mayDecide) {}

    /**
     * Something that happened.
     *
     * @param who the reader, a colleague or the agency
     */
    public record Event(
            String title,
            Instant at,
            String who,
            @Nullable String reason,
            @Nullable LocalDate completeBy,
            List<String> changes) {}

    /** A condition and whether it is noted as met. */
    public record Condition(
            String title,
            String effect,
            String source,
            boolean met,
            @Nullable LocalDate date,
            @Nullable String evidence) {}

    /**
     * The receipt.
     *
     * @param kind {@code received}, {@code late} or {@code held}
     * @param notice what is particular about it; empty for nothing
     */
    public record Receipt(
            CaseRow row,
            String caseNumber,
            Instant receivedAt,
            String kind,
            String notice,
            Content content,
            @Nullable String certification) {}

    /** Taking a requisition back. */
    public record Withdrawal(CaseRow row, long version, LocalDate dueDate, String problem) {}

    /** An organisation's mandate. */
    public record Mandate(
            String number,
            String name,
            Standing standing,
            boolean isInForce,
            @Nullable String representative,
            @Nullable String applicant,
            @Nullable Instant appliedAt,
            List<Delegate> deputies,
            List<Delegate> coordinators,
            boolean mayApply,
            boolean mayEnd,
            boolean isApplicant,
            boolean mayInviteDeputy,
            boolean mayInviteCoordinator,
            String ownId,
            List<Event> history,
            List<FaultLine> faults,
            String typedReason,
            String done) {

        /** What is wrong with a field; null for nothing. */
        public @Nullable String fault(String field) {
            return FaultLine.of(faults, field);
        }
    }

    /** Somebody who acts on the mandate. */
    public record Delegate(String id, String name, boolean mayRemove) {}

    /**
     * One thing that is wrong.
     *
     * @param field its name in the form; empty for none
     * @param address of the field, perhaps on another step; empty for none
     */
    public record FaultLine(String field, String text, String address) {

        static @Nullable String of(List<FaultLine> faults, String field) {
            List<String> own = faults.stream()
                    .filter(fault -> fault.field().equals(field) || isElementOf(fault.field(), field))
                    .map(FaultLine::text)
                    .distinct()
                    .toList();
            return own.isEmpty() ? null : String.join(" ", own);
        }

        /** The fault of an element shows at the list: {@code purposes[0]} at {@code purposes}. */
        private static boolean isElementOf(String field, String list) {
            return field.startsWith(list + "[") && field.indexOf('.', list.length()) < 0;
        }
    }

    /** The grant calendar. */
    public record Calendar(List<Day> coming, List<Day> past) {}

    /**
     * A day of it.
     *
     * @param id the same as long as it is the same day's thing
     * @param daysLeft 0 on the day itself
     * @param extendedFrom the day that it was at first; null when it is not moved
     */
    public record Day(
            String id,
            LocalDate date,
            String programme,
            String title,
            String kind,
            String source,
            long daysLeft,
            @Nullable LocalDate extendedFrom) {}
}
