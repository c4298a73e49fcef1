package se.statsbidrag.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** One thing that somebody does during the demonstration year, at a Swedish local time. */
sealed interface Act
        permits Act.DeliverHistory,
                Act.NameReporter,
                Act.Deliver,
                Act.Requisition,
                Act.Withdraw,
                Act.Approve,
                Act.ApproveAll,
                Act.Return,
                Act.NoteCondition,
                Act.AdmitRequisition,
                Act.AdmitDelivery,
                Act.Decide,
                Act.ReportToGovernment,
                Act.Pass,
                MoneyAct,
                FollowUpAct {

    /** The officer who acts first, and reads. */
    String OFFICER = "officer-1";

    /** The officer who approves what the first proposed. */
    String SECOND_OFFICER = "officer-2";

    /** Decides what the officer proposed. */
    String DECISION_MAKER = "decision-maker-1";

    /** Moves the clocks. */
    String OPERATOR = "operator-1";

    LocalDateTime at();

    /** Who does it, by client id. */
    String by();

    /** What a person reads while it is played. */
    String told();

    /** The deliveries of a whole year at once. */
    record DeliverHistory(LocalDateTime at, String reporter, Map<YearMonth, List<CountedCell>> months) implements Act {
        @Override
        public String by() {
            return "feed-" + reporter;
        }

        @Override
        public String told() {
            return reporter + " delivers " + months.size() + " months of history";
        }
    }

    /** The agency lets a reporter answer for some regions. */
    record NameReporter(LocalDateTime at, String reporter, List<String> performedIn, YearMonth fromMonth)
            implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return reporter + " answers for " + String.join(", ", performedIn);
        }
    }

    /** A reporter delivers a month, for the first time or again. */
    record Deliver(LocalDateTime at, String reporter, YearMonth month, List<CountedCell> cells) implements Act {
        @Override
        public String by() {
            return "feed-" + reporter;
        }

        @Override
        public String told() {
            return reporter + " delivers " + month;
        }
    }

    /** A recipient requisitions, changes its requisition, or completes it. */
    record Requisition(LocalDateTime at, String programme, String recipient, Map<String, Object> content)
            implements Act {
        @Override
        public String by() {
            return "representative-" + recipient;
        }

        @Override
        public String told() {
            return recipient + " requisitions from " + programme;
        }
    }

    /** A recipient withdraws its requisition. */
    record Withdraw(LocalDateTime at, String programme, String recipient) implements Act {
        @Override
        public String by() {
            return "representative-" + recipient;
        }

        @Override
        public String told() {
            return recipient + " withdraws its requisition from " + programme;
        }
    }

    /** An officer approves a requisition. */
    record Approve(LocalDateTime at, String programme, String recipient) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer approves the requisition of " + recipient + " from " + programme;
        }
    }

    /** An officer approves many requisitions at once. */
    record ApproveAll(LocalDateTime at, String programme, List<String> recipients) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer approves " + recipients.size() + " requisitions from " + programme;
        }
    }

    /** An officer returns a requisition to be completed by a day. */
    record Return(LocalDateTime at, String programme, String recipient, LocalDate completeBy) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer returns the requisition of " + recipient + " from " + programme;
        }
    }

    /** An officer notes that a recipient meets a condition. */
    record NoteCondition(LocalDateTime at, String programme, String recipient, String condition) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer notes that " + recipient + " meets the condition " + condition + " of " + programme;
        }
    }

    /** Two officers let a requisition in that came too late. */
    record AdmitRequisition(LocalDateTime at, String programme, String recipient) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "two officers admit the late requisition of " + recipient + " from " + programme;
        }
    }

    /** Two officers let a delivery move a programme's money that came too late for it. */
    record AdmitDelivery(LocalDateTime at, String programme, String reporter) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "two officers admit the late delivery of " + reporter + " to " + programme;
        }
    }

    /**
     * An officer proposes to pay what is due, and a decision-maker decides it.
     *
     * @param pots from which; none for all from which somebody is due more, once the plan is final
     */
    record Decide(LocalDateTime at, String programme, List<String> pots, String reason) implements Act {
        static final String REQUISITIONED = "Rekvisitionerna är godkända.";
        static final String EARNED = "Operationerna är redovisade och sista dagen för uppgifter har passerat.";
        static final String LEFT_BY_OTHERS =
                "Alla sista dagar har passerat; det som andra lämnat fördelas i ett beslut för sig.";

        public Decide {
            pots = List.copyOf(pots);
        }

        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "payouts of " + programme + " are proposed and decided";
        }
    }

    /**
     * An officer makes a report to the government.
     *
     * @param report {@code monthly}, {@code interim}, {@code final} or {@code annual-summary}
     */
    record ReportToGovernment(LocalDateTime at, String programme, String report) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "the agency makes its report on " + programme + " to the government: " + report;
        }
    }

    /** Nothing but time. */
    record Pass(LocalDateTime at) implements Act {
        @Override
        public String by() {
            return OPERATOR;
        }

        @Override
        public String told() {
            return "time passes";
        }
    }
}
