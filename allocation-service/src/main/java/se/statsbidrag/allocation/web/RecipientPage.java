package se.statsbidrag.allocation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient gets, from which pots, step by step. Amounts are whole kronor, computed and not decided.
 *
 * @param standing null until a plan has been computed
 * @param total null without a plan
 * @param ties what waits for an officer's choice and concerns the recipient, a sentence each
 * @param asOf what was asked about another day
 * @param calculation the steps as they were then, or as they are now; empty without a plan
 * @param letter the same in Swedish words; empty without a plan
 * @param money what was decided and paid; null without a plan
 */
record RecipientPage(
        Subject subject,
        @Nullable Standing standing,
        @Nullable Long total,
        List<Pot> pots,
        List<String> ties,
        AsOfView asOf,
        List<Node> calculation,
        String letter,
        @Nullable Money money) {

    /**
     * What was decided, paid and claimed back, whole kronor. Never in a column with what is computed.
     *
     * @param stops why payments are stopped, Swedish; none where they are not
     */
    record Money(
            long decided,
            long outstanding,
            long paid,
            long claimed,
            long waived,
            long repaid,
            List<Decision> decisions,
            List<Payment> payments,
            List<Claim> claims,
            List<String> stops) {}

    /** A payment that was ordered; {@code day} is when it was paid, or is to be. */
    record Payment(String id, String stateText, LocalDate day, long amount) {}

    /**
     * A claim that the recipient was told of.
     *
     * @param badge the class of the state's badge
     * @param answerBy null unless an answer is waited for
     * @param amount what is to be repaid; before it is decided, what is proposed
     */
    record Claim(
            String address,
            int claim,
            String badge,
            String stateText,
            @Nullable LocalDate answerBy,
            long amount,
            long left) {}

    /** A decision that gives the recipient money; {@code address} is where it reads it. */
    record Decision(String caseNumber, Instant decidedAt, String pots, long amount, String address) {}

    /**
     * A pot that is for the recipient.
     *
     * @param step where the calculation of it begins
     * @param cap the most that the recipient can get; null where there is no cap
     * @param share of the cap in tenths of a percent; null without a cap
     * @param then what it was as of the day asked about; null without one
     */
    record Pot(
            String pot,
            String title,
            String rule,
            String step,
            boolean closed,
            long amount,
            @Nullable Long cap,
            @Nullable Long share,
            @Nullable Long then) {

        /** Now less then. */
        public long getDifference() {
            return amount - (then == null ? amount : then);
        }
    }

    /**
     * Another day, as it was typed and as it is understood.
     *
     * @param day as it stands in the field
     * @param time as it stands in the field
     * @param fault what is wrong; empty when nothing is
     * @param instant null where none is asked about, or where something is wrong
     * @param total what the recipient was due then; null without an instant
     * @param status of the plan then, in the page's language
     * @param today the last day that can be asked about, as the field wants it
     */
    record AsOfView(
            String day,
            String time,
            String fault,
            @Nullable Instant instant,
            @Nullable Long total,
            String status,
            String today) {}

    /** Whether another day is shown. */
    public boolean isThen() {
        return asOf.instant() != null;
    }

    /** Now less then. */
    public long getDifference() {
        Long then = asOf.total();
        return total == null || then == null ? 0 : total - then;
    }

    /** Whether any of the pots has a cap. */
    public boolean isCapped() {
        return pots.stream().anyMatch(pot -> pot.cap() != null);
    }

    /**
     * A line of the unfolding tree, in the order of the page: {@code STEP} opens a step whose inputs follow until its
     * {@code END}; the others are leaves.
     *
     * @param kind STEP, SAME (a step that stands elsewhere), EVENT, PARAMETER or END
     * @param id of the step, also what {@code SAME} leads to
     * @param name what the number is, in Swedish
     * @param value the number, as the page's language writes it
     * @param title what is computed, in Swedish, where the name does not say it
     * @param how the formula in the page's language
     * @param rule the rules' numbers
     * @param source the document and place, in Swedish
     * @param reference the event as {@code log:position}, or the parameter's path
     * @param address of the event's page
     */
    record Node(
            String kind,
            String id,
            String name,
            String value,
            String title,
            String how,
            String rule,
            String source,
            String reference,
            String address) {}
}
