package se.statsbidrag.allocation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.PaymentDetailsResource.Shown;
import se.statsbidrag.pages.Form;

/** The pages of where organisations are paid. */
final class PaymentDetailsPage {
    private PaymentDetailsPage() {}

    /**
     * All organisations.
     *
     * @param without how many have no details yet
     */
    record All(List<Row> rows, long without) {}

    /**
     * An organisation.
     *
     * @param name of the agency or of the recipients that it is
     * @param badge the class of the state's badge
     * @param number what is in force, with its kind; empty for none
     */
    record Row(String organisation, String name, String badge, String stateText, String number) {}

    /**
     * One organisation.
     *
     * @param agency whether it is the agency itself, which pays from there too
     * @param inForce null for none
     * @param proposed what waits for a second person; null for none
     * @param proposal its position
     * @param proposer by name
     * @param own whether the reader proposed it
     * @param kinds of accounts
     */
    record One(
            String organisation,
            String name,
            boolean agency,
            @Nullable Shown inForce,
            @Nullable Shown proposed,
            long proposal,
            String proposer,
            boolean own,
            boolean mayAct,
            List<ClaimsPage.Choice> kinds,
            List<HistoryLine> history,
            String done,
            Form form) {

        public Form form(String name) {
            return form.of(name);
        }
    }
}
