package se.statsbidrag.allocation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.web.ClaimsPage.Choice;
import se.statsbidrag.pages.Form;

/** What is to be done in a grant, and what happened to a recipient's money. Whole kronor. */
final class OutstandingPage {
    private OutstandingPage() {}

    /**
     * A grant.
     *
     * @param query what the rows are filtered by, as typed
     * @param action what is to be done; empty for all
     * @param sums how much there is of each action, those filtered away too
     * @param ground on which what was decided too much can be claimed, with its source; empty where the rules have none
     * @param suspected payments that may have been made twice
     * @param holds those that hold first
     * @param mayAct whether the reader may stop payments and let them go on
     * @param stop what the stop that is being written would come to; null while none is
     */
    record OfGrant(
            String programme,
            String title,
            List<Sum> sums,
            String query,
            String action,
            List<Choice> actions,
            List<DecisionsPage.DueRow> rows,
            String ground,
            List<Suspected> suspected,
            List<Hold> holds,
            boolean mayAct,
            List<Choice> recipients,
            @Nullable Stop stop,
            String done,
            Form form) {

        public Form form(String name) {
            return form.of(name);
        }
    }

    /** How much there is of an action, and for how many. */
    record Sum(String text, long recipients, long amount) {}

    /** What looks as if it was paid twice; {@code events} as {@code log:position}. */
    record Suspected(String what, String code, String name, long amount, String payments, String events) {}

    /**
     * A stop.
     *
     * @param holds whether it stops payments today
     * @param released why it was lifted; null while it was not
     * @param lifted what lifting it comes to; null for one that holds no longer
     * @param form the form that lifts it
     */
    record Hold(
            int number,
            String code,
            String name,
            String type,
            @Nullable LocalDate until,
            String reason,
            boolean holds,
            Instant heldAt,
            String heldBy,
            @Nullable String released,
            @Nullable Stop lifted,
            Form form) {

        public String liftedId() {
            return "lifted-" + number;
        }
    }

    /**
     * What a stop comes to, placed or lifted.
     *
     * @param seen says these figures again, so that no others are confirmed than those shown
     * @param changed what placing it newly keeps, or lifting it lets go on
     * @param goesOn what no stop reaches
     * @param others what bars payment besides it
     * @param covered whether there is money left to pay with
     */
    record Stop(
            String name,
            String seen,
            long changed,
            long stopped,
            long goesOn,
            List<StopLine> lines,
            List<WaitingBatch> batches,
            List<String> others,
            boolean covered) {}

    /** A sum on its way; {@code reference} is empty for what is not decided. */
    record StopLine(String stage, String pot, String reference, long amount, boolean stopped) {}

    /** A batch that waits with the stop, and what it pays to how many others. */
    record WaitingBatch(int batch, int others, long amount) {}

    /**
     * A recipient.
     *
     * @param due what is to be done; null for nothing
     */
    record OfRecipient(
            String programme,
            String title,
            String code,
            String name,
            @Nullable Balance balance,
            DecisionsPage.@Nullable DueRow due,
            List<HistoryLine> history) {}
}
