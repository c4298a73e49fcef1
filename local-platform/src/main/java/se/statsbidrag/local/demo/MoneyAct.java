package se.statsbidrag.local.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** What happens to a programme's money: ordered, paid, claimed back, and accounted for. */
sealed interface MoneyAct extends Act {

    /** Orders payments, and keeps the agency's account. */
    String ECONOMIST = "economist-1";

    /** Approves what the first ordered. */
    String SECOND_ECONOMIST = "economist-2";

    @Override
    default String by() {
        return ECONOMIST;
    }

    /** It is set by two persons where the agency and a programme's recipients are paid, unless it is already. */
    record SetPaymentDetails(LocalDateTime at, String programme) implements MoneyAct {
        @Override
        public String told() {
            return "two economists set where the recipients of " + programme + " are paid";
        }
    }

    /** A recipient has another account, and two persons see to it. */
    record ChangePaymentDetails(LocalDateTime at, String programme, String recipient) implements MoneyAct {
        @Override
        public String told() {
            return "two economists change where " + recipient + " is paid";
        }
    }

    /** One person orders all that is decided to be paid the same day, another approves it against the file. */
    record OrderPayments(LocalDateTime at, String programme) implements MoneyAct {
        @Override
        public String told() {
            return "payments of " + programme + " are ordered and approved";
        }
    }

    /**
     * The bank answers a programme's files that lie in its folder, and an economist hands its answers in.
     *
     * @param rejected recipients that the bank does not pay
     */
    record BankAnswers(LocalDateTime at, String programme, Set<String> rejected) implements MoneyAct {
        @Override
        public String told() {
            return "the bank pays what was ordered of " + programme
                    + (rejected.isEmpty() ? "" : ", but for " + String.join(", ", List.copyOf(rejected)));
        }
    }

    /** The agency requisitions the programme's frame, and it comes in. */
    record DrawFrame(LocalDateTime at, String programme) implements MoneyAct {
        @Override
        public String told() {
            return "the agency requisitions the money of " + programme;
        }
    }

    /**
     * The agency books a cost of its own.
     *
     * @param amount kronor, below 0 to correct an earlier one
     */
    record BookOwnCost(LocalDateTime at, String programme, long amount, String reference, String text)
            implements MoneyAct {
        @Override
        public String told() {
            return "the agency books a cost of its own for " + programme;
        }
    }

    /** The agency gives back all that is left. */
    record GiveBack(LocalDateTime at, String programme, String reference) implements MoneyAct {
        @Override
        public String told() {
            return "the agency accounts for the money of " + programme + " and repays what is left";
        }
    }

    /**
     * What the system suggests is proposed as claims, and their recipients are told.
     *
     * @param recipients just these
     */
    record ProposeClaims(LocalDateTime at, String programme, Set<String> recipients) implements MoneyAct {
        @Override
        public String told() {
            return recipients.size() + " claims of " + programme + " are proposed and told";
        }
    }

    /** Those who were told of a claim answer it. */
    record AnswerClaims(LocalDateTime at, String programme) implements MoneyAct {
        @Override
        public String told() {
            return "recipients answer claims of " + programme;
        }
    }

    /**
     * Claims that were answered are decided by two persons, and invoiced.
     *
     * @param waived recipients with special reasons: a quarter of theirs is waived
     */
    record DecideClaims(LocalDateTime at, String programme, Set<String> waived) implements MoneyAct {
        @Override
        public String told() {
            return "claims of " + programme + " are decided and invoiced";
        }
    }

    /**
     * Recipients pay their invoices.
     *
     * @param notYet those who do not
     */
    record PayInvoices(LocalDateTime at, String programme, Set<String> notYet) implements MoneyAct {
        @Override
        public String told() {
            return "recipients pay invoices of " + programme;
        }
    }
}
