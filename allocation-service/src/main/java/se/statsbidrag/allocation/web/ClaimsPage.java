package se.statsbidrag.allocation.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.ClaimDocument;
import se.statsbidrag.allocation.application.ClaimLetter;
import se.statsbidrag.allocation.web.MoneyConsequences.Change;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.programme.SourcedText;

/** The pages of claims for money back. Amounts are whole kronor. */
final class ClaimsPage {
    private ClaimsPage() {}

    /**
     * A grant's claims that the reader may see.
     *
     * @param staff whether the reader works at the agency, or audits it
     * @param query what the rows are filtered by, as typed
     * @param state what state they are filtered by; empty for all
     * @param suggestions what the system suggests; none for who acts for organisations
     * @param changes what the proposal in the form would change
     */
    record OfGrant(
            String programme,
            String title,
            boolean staff,
            Sums sums,
            String query,
            String state,
            List<Choice> states,
            List<Row> claims,
            List<Suggestion> suggestions,
            boolean mayPropose,
            List<Choice> recipients,
            List<Choice> grounds,
            List<Change> changes,
            String done,
            Form form) {}

    /** All claims of the grant that the reader may see, also those filtered away. */
    record Sums(long claimed, long waived, long repaid, long left) {}

    /** Something to choose. */
    record Choice(String value, String text, boolean chosen) {}

    /**
     * A claim.
     *
     * @param badge the class of the state's badge
     * @param day by when somebody is to do something; null where nobody is
     */
    record Row(
            int claim,
            String code,
            String name,
            String ground,
            String badge,
            String stateText,
            long amount,
            long claimed,
            long waived,
            long repaid,
            long left,
            @Nullable LocalDate day) {}

    /**
     * A claim that the system suggests.
     *
     * @param suggested false where no claim is due by itself: a person who wants one needs reasons of his own
     * @param ground the programme's, Swedish; empty where it has none
     * @param source of the ground; empty where it has none
     * @param reason Swedish
     */
    record Suggestion(
            String code, String name, boolean suggested, String ground, String source, long amount, String reason) {}

    /**
     * One claim.
     *
     * @param facts what it says and how far it has come
     * @param waiver the programme's rule; null where it has none, and nothing can be waived
     * @param preparedBy who proposed the decision that waits, by name; empty where none waits
     * @param decision what the form or the proposal that waits would change
     * @param withdrawal what it would change to take the claim back
     * @param repayment what it would change if all that is left came back
     */
    record One(
            String programme,
            String title,
            String name,
            boolean staff,
            String badge,
            String stateText,
            ClaimDocument facts,
            List<PotLine> pots,
            @Nullable SourcedText waiver,
            String preparedBy,
            Acts acts,
            List<Change> decision,
            List<Change> withdrawal,
            List<Change> repayment,
            List<HistoryLine> history,
            LocalDate today,
            String done,
            Form form) {

        public Form form(String name) {
            return form.of(name);
        }

        /** The proposed amount, as a field proposes it. */
        public String getAll() {
            return Long.toString(facts.amount());
        }

        /** What has not come back, as a field proposes it. */
        public String getRest() {
            return Long.toString(facts.left());
        }
    }

    /** What a pot gave too much. */
    record PotLine(String pot, long amount) {}

    /**
     * What the reader may do now.
     *
     * @param own whether the reader proposed the decision that waits
     */
    record Acts(
            boolean notice,
            boolean answer,
            boolean decide,
            boolean settle,
            boolean giveBack,
            boolean own,
            boolean withdraw,
            boolean invoice,
            boolean repay) {}

    /** The decision as the recipient reads it; {@code address} is the claim's. */
    record Letter(String programme, String address, ClaimLetter letter) {}

    static Choice choice(Repayment.Ground ground, String chosen) {
        return new Choice(ground.id(), ground.text(), ground.id().equals(chosen));
    }
}
