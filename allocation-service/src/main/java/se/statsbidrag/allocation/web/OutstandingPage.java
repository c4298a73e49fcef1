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
            Form form) {}

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
