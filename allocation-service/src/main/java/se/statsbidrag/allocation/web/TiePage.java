package se.statsbidrag.allocation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;

/**
 * The ties for the last place of all programmes (I-K4). Amounts are whole kronor.
 *
 * @param open those that wait for an officer's choice
 * @param resolved those that have been decided
 * @param done whether a choice has just been recorded
 * @param officer whether the reader may choose
 */
record TiePage(List<Open> open, List<Resolved> resolved, boolean done, boolean officer) {

    /**
     * A tie that waits.
     *
     * @param id unique on the page
     * @param amount of the pot
     * @param place the first of the places that they tie for, from 1
     * @param places how many of the tied get one
     * @param outcomes what could be chosen; empty where the reader may not simulate, or where there are too many
     * @param consequences what each outcome would be to each recipient that it matters to
     * @param form as it was sent and refused; empty where it was not
     */
    record Open(
            String id,
            String programme,
            String programmeTitle,
            String pot,
            String potTitle,
            long amount,
            int place,
            int places,
            List<Figures> tied,
            List<String> outcomes,
            List<Consequence> consequences,
            Form form) {

        public boolean isOne() {
            return places == 1;
        }
    }

    /**
     * One of the tied.
     *
     * @param count operations in the period
     * @param population inhabitants
     * @param perHundredThousand operations on 100 000 inhabitants, rounded down
     * @param provisional whether the preliminary plan gives it a place
     * @param chosen whether the form has it chosen
     */
    record Figures(
            String code,
            String name,
            long count,
            long population,
            long perHundredThousand,
            boolean provisional,
            boolean chosen) {}

    /** What a recipient is due in all now, and by each outcome. */
    record Consequence(String code, String name, long now, List<Amount> amounts) {}

    /** What a recipient would be due in all, and how much more that is than now. */
    record Amount(long amount, long difference) {}

    /** A tie that has been decided; {@code event} is where. */
    record Resolved(
            String id,
            String programmeTitle,
            String potTitle,
            String tied,
            String chosen,
            @Nullable String event) {}
}
