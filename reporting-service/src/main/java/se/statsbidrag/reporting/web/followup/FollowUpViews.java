package se.statsbidrag.reporting.web.followup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.pages.Form;
import se.statsbidrag.reporting.api.followup.ActivityPlanDocument;
import se.statsbidrag.reporting.api.followup.FollowUpDocument;

/** What the pages of follow-up show. */
final class FollowUpViews {
    private FollowUpViews() {}

    /** The grants that are followed up. */
    record Start(List<Grant> grants) {}

    /**
     * One grant with the reports that the reader may see.
     *
     * @param submitted how many wait for an officer
     * @param late how many are late
     * @param survey whether it has a survey too
     * @param lines none where there are too many to stand here
     */
    record Grant(
            String id,
            String title,
            LocalDate opensOn,
            LocalDate dueDate,
            long reports,
            long submitted,
            long accepted,
            long late,
            boolean survey,
            List<Line> lines) {}

    /**
     * One recipient's report.
     *
     * @param standing in words
     * @param used kronor as shown; empty before it is handed in
     */
    record Line(
            String recipient,
            String name,
            String standing,
            boolean late,
            long daysLate,
            @Nullable Long used) {}

    /** A recipient's report with its form. */
    record Report(
            FollowUpDocument.Report report,
            String title,
            String standing,
            List<Part> parts,
            String used,
            boolean plans,
            boolean mayWrite,
            boolean maySubmit,
            boolean mayDecide,
            String done,
            Form form) {
        /** The address of this page. */
        public String address() {
            return FollowUpPagesResource.ROOT + "/" + report.programme() + "/" + report.recipient();
        }
    }

    /** A part of the report: its field, what it is called, where that is stated, and what stands there. */
    record Part(String field, String label, String source, String text) {}

    /** A recipient's activities with their forms. */
    record Activities(
            ActivityPlanDocument.Plan plan,
            List<ActivityPlanDocument.Cost> costs,
            String title,
            boolean mayWrite,
            boolean mayChoose,
            String done,
            Form form) {
        /** The address of this page. */
        public String address() {
            return FollowUpPagesResource.ROOT + "/" + plan.programme() + "/" + plan.recipient() + "/activities";
        }

        /** The address of the report. */
        public String reportAddress() {
            return FollowUpPagesResource.ROOT + "/" + plan.programme() + "/" + plan.recipient();
        }
    }
}
