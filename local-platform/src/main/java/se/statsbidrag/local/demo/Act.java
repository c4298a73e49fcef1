package se.statsbidrag.local.demo;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** One thing that somebody does during the demonstration year, at a Swedish local time. */
sealed interface Act {

    /** The officer who acts first, and reads. */
    String OFFICER = "officer-1";

    /** The officer who approves what the first proposed. */
    String SECOND_OFFICER = "officer-2";

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

    /** A region requisitions, or changes its requisition. */
    record Requisition(LocalDateTime at, String region, boolean wantsRemainingFunds) implements Act {
        @Override
        public String by() {
            return "representative-" + region;
        }

        @Override
        public String told() {
            return "region " + region + " requisitions";
        }
    }

    /** A region withdraws its requisition. */
    record Withdraw(LocalDateTime at, String region) implements Act {
        @Override
        public String by() {
            return "representative-" + region;
        }

        @Override
        public String told() {
            return "region " + region + " withdraws its requisition";
        }
    }

    /** An officer approves a requisition. */
    record Approve(LocalDateTime at, String region) implements Act {
        @Override
        public String by() {
            return OFFICER;
        }

        @Override
        public String told() {
            return "an officer approves the requisition of region " + region;
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
