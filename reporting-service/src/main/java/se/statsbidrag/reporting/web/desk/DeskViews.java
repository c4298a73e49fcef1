package se.statsbidrag.reporting.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;

/** What the officers' pages show. */
final class DeskViews {
    private DeskViews() {}

    /** Deliveries that came after a programme's cut-off, the oldest first. */
    record Late(List<LateRow> rows, String done) {}

    /**
     * One of them.
     *
     * @param waits whether somebody is still to decide on it
     * @param proposed whether somebody has proposed to let it in
     * @param own whether that was the reader
     */
    record LateRow(
            String id,
            String programme,
            String reporter,
            String month,
            int revision,
            int cells,
            Instant receivedAt,
            LocalDate cutOff,
            String standing,
            boolean waits,
            boolean proposed,
            boolean own,
            @Nullable String reason) {}

    /** One of them by itself. */
    record LatePage(LateRow late, boolean mayAct, String done, Form form) {}

    /** Who answers for which regions, and what is proposed. */
    record Scopes(
            List<Scope> inForce,
            List<Proposal> proposed,
            List<Region> regions,
            boolean mayAct,
            String done,
            Form form) {}

    /** A scope in force; without regions it answers for the rest. */
    record Scope(
            String reporter, List<String> regions, @Nullable String fromMonth) {}

    /** A proposed scope; {@code own} when the reader proposed it. */
    record Proposal(
            String reporter, List<String> regions, String fromMonth, String reason, boolean own, long position) {
        /** The name of the form that approves it. */
        public String approval() {
            return "approval-" + reporter;
        }

        /** The name of the form that returns it. */
        public String giveBack() {
            return "return-" + reporter;
        }
    }

    /** A region to choose. */
    record Region(String code, String name, boolean chosen) {}
}
