package se.statsbidrag.allocation.web;

import java.util.List;

/**
 * Whose money a page is about, and where one can go from it.
 *
 * @param title of the programme, in the page's language
 * @param code the recipient's
 * @param recipients the others of the programme that the reader may choose; fewer than two where there is no choice
 * @param grants the same organisation's other grants
 * @param staff whether the reader reads about all recipients
 */
record Subject(
        String programme,
        String title,
        String code,
        String name,
        List<Choice> recipients,
        List<Choice> grants,
        boolean staff) {

    /** Where the recipient's page is. */
    public String getAddress() {
        return "/money/" + programme + "/" + code;
    }

    /** Whether there is another recipient to choose. */
    public boolean isChoice() {
        return recipients.size() > 1;
    }

    /** Something to go to. */
    record Choice(String address, String code, String name, boolean chosen) {}
}
