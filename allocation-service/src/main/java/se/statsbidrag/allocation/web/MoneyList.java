package se.statsbidrag.allocation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several recipients are due. Amounts are whole kronor, computed and not decided.
 *
 * @param programme the programme that all rows are of; empty where they are of several
 * @param title of the programme, in the page's language
 * @param query what the rows were filtered by
 * @param staff whether the reader reads about all recipients
 * @param standing null without a programme, or without a plan
 * @param second what the second calculator says of the plan; null where there is no standing, or for who acts for organisations
 * @param total of all rows
 */
record MoneyList(
        String programme,
        String title,
        String query,
        boolean staff,
        @Nullable Standing standing,
        @Nullable Confirmation second,
        List<Row> rows,
        long total) {

    /**
     * What the second calculator says.
     *
     * @param confirmed whether it gets the same plan
     * @param text one sentence, in the page's language
     * @param differences the first of them, each as one line
     */
    record Confirmation(boolean confirmed, String text, List<String> differences) {}

    /**
     * One recipient's money of one grant.
     *
     * @param id unique on the page
     * @param total null without a plan
     * @param status of the plan, in the page's language; empty without one
     */
    record Row(
            String id,
            String programme,
            String title,
            String code,
            String name,
            @Nullable Long total,
            String status,
            String statusCode) {

        public String getAddress() {
            return "/money/" + programme + "/" + code;
        }
    }
}
