package se.statsbidrag.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** What recipients plan, use and report of a grant. */
sealed interface FollowUpAct extends Act {

    /** A recipient splits what it gets into activities; 134 kronor are left over. */
    record WriteActivityPlan(LocalDateTime at, String programme, String recipient) implements FollowUpAct {
        @Override
        public String by() {
            return "representative-" + recipient;
        }

        @Override
        public String told() {
            return recipient + " plans activities of " + programme;
        }
    }

    /** It books what its activities cost. */
    record BookCosts(LocalDateTime at, String programme, String recipient, int percent) implements FollowUpAct {
        @Override
        public String by() {
            return "representative-" + recipient;
        }

        @Override
        public String told() {
            return recipient + " books costs of " + programme;
        }
    }

    /** It moves money from its first activity to its second. */
    record MoveMoney(LocalDateTime at, String programme, String recipient, long amount) implements FollowUpAct {
        @Override
        public String by() {
            return "representative-" + recipient;
        }

        @Override
        public String told() {
            return recipient + " moves money between activities of " + programme;
        }
    }

    /**
     * Recipients hand in what they used; those with costs booked, what they booked.
     *
     * @param percent of what they were paid
     */
    record Report(LocalDateTime at, String programme, List<String> recipients, int percent) implements FollowUpAct {
        public Report {
            recipients = List.copyOf(recipients);
        }

        @Override
        public String by() {
            return "representative-" + recipients.getFirst();
        }

        @Override
        public String told() {
            return recipients.size() + " report on " + programme;
        }
    }

    /** Regions answer the survey for themselves, and as RSS for most of their county's municipalities. */
    record AnswerSurvey(LocalDateTime at, String programme, List<String> counties) implements FollowUpAct {
        public AnswerSurvey {
            counties = List.copyOf(counties);
        }

        @Override
        public String by() {
            return "representative-" + counties.getFirst();
        }

        @Override
        public String told() {
            return counties.size() + " counties answer the survey of " + programme;
        }
    }

    /** An officer returns a report to be completed by a day. */
    record ReturnReport(LocalDateTime at, String programme, String recipient, LocalDate completeBy)
            implements FollowUpAct {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer returns the report of " + recipient + " on " + programme;
        }
    }

    /** An officer accepts all reports that wait. */
    record AcceptReports(LocalDateTime at, String programme) implements FollowUpAct {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer accepts reports on " + programme;
        }
    }
}
