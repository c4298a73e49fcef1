package se.statsbidrag.allocation.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.AppropriationDocument;
import se.statsbidrag.allocation.web.MoneyConsequences.Change;
import se.statsbidrag.pages.Form;

/**
 * The agency's own account of a grant as a page shows it. Whole kronor.
 *
 * @param terms what adds up to what is left, in the order of the sum
 * @param days by when what is to be done
 * @param mayAct whether the reader may book
 * @param acts what can be booked, each with a form
 * @param today as a field proposes it
 * @param done what was just done, to be said; empty for nothing
 */
record AccountPage(
        String programme,
        String title,
        AppropriationDocument facts,
        List<Term> terms,
        List<Day> days,
        List<Booked> booked,
        boolean mayAct,
        List<Act> acts,
        String today,
        String done,
        Form form) {

    /** A term of the sum; {@code sign} is how it counts. */
    record Term(String sign, String text, long amount) {}

    /**
     * A day by which something is to be done.
     *
     * @param did when it was done, or how much; empty before
     * @param late whether the day has passed and it is not done
     */
    record Day(String text, LocalDate day, String did, boolean late) {}

    /** What was booked; {@code text} is Swedish as recorded, or empty. */
    record Booked(String what, LocalDate day, long amount, String reference, String text) {}

    /**
     * What can be booked.
     *
     * @param name of its form, and the end of its address
     * @param room what there is room for, whole kronor
     * @param proposed the amount that the field proposes; empty for none
     * @param dated whether it has a day and a reference
     * @param texted whether it says what it is
     * @param changes what it would change with what stands in the form; null before that was asked
     */
    record Act(
            String name,
            String title,
            String hint,
            long room,
            String proposed,
            boolean dated,
            boolean texted,
            String button,
            Form form,
            @Nullable List<Change> changes) {

        /** The id of the table of what it would change. */
        public String getTableId() {
            return "changes-" + name;
        }
    }
}
