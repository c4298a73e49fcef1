package se.statsbidrag.allocation.web;

import java.time.Instant;
import java.util.List;

/**
 * What changed a recipient's amount, when and why. Amounts are whole kronor, computed and not decided.
 *
 * @param total what the recipient is due now
 * @param changes those of this page, the newest first
 * @param page from 1
 * @param pages how many there are
 * @param count changes in all
 * @param course the amount after each change, the oldest first
 * @param synthetic titles of the tables with made-up figures
 */
record ChangesPage(
        Subject subject,
        long total,
        List<Change> changes,
        int page,
        int pages,
        long count,
        List<Point> course,
        List<String> synthetic) {

    /** Whether there is more than one page. */
    public boolean isPaged() {
        return pages > 1;
    }

    public int getNewer() {
        return page - 1;
    }

    public int getOlder() {
        return page + 1;
    }

    /**
     * One change.
     *
     * @param id of the event, {@code log:position}
     * @param happened what the event is, in the page's language
     * @param whose whose figures moved the amount, in the page's language
     * @param own whether they are the recipient's own
     * @param text two Swedish sentences
     * @param event the event's page
     * @param then the recipient's page as of just after the event
     */
    record Change(
            String id,
            Instant at,
            String happened,
            String whose,
            boolean own,
            long before,
            long after,
            long difference,
            List<Line> lines,
            String text,
            String event,
            String then) {}

    /** What changed in one pot. */
    record Line(String title, long before, long after, long difference) {}

    /** The amount from a moment on. */
    record Point(String id, Instant at, long amount, String event) {
        /** As a script reads it. */
        public long getMilliseconds() {
            return at.toEpochMilli();
        }
    }
}
