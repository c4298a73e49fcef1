package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.domain.ledger.Appropriation;
import se.statsbidrag.allocation.domain.ledger.AppropriationActs;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.PaymentYear;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.DeadlineId;

/**
 * The agency's own account of a programme. Amounts are whole kronor.
 *
 * @param decisionNumber the government decision's number, which requisition, account and repayment cite (R-K3)
 * @param frame the most that can be requisitioned
 * @param ownCostAtMost the most that the agency may use itself (R-K1)
 * @param requisitionBy the last day to requisition; left out where the definition states none
 * @param accountBy the last day to account and repay; left out where the definition states none
 * @param payBy the last day of the payment year: later payments need a person's decision (R-K2b)
 * @param requisitioned left out before
 * @param receipts what came in
 * @param received all of it
 * @param paid what left the account to recipients
 * @param repaidByRecipients what came back from them
 * @param ownCosts what the agency used
 * @param ownCost all of it
 * @param repayments what was returned
 * @param returned all of it
 * @param left received − paid + repaid by recipients − own cost − returned
 * @param settled whether the account was given: more to pay has no cover
 * @param closed settled, with nothing left
 * @param log where this answer was recorded; left out where it is only read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppropriationDocument(
        String programme,
        String decisionNumber,
        long frame,
        long ownCostAtMost,
        @Nullable LocalDate requisitionBy,
        @Nullable LocalDate accountBy,
        LocalDate payBy,
        @Nullable Requisitioned requisitioned,
        List<Entry> receipts,
        long received,
        long paid,
        long repaidByRecipients,
        List<Cost> ownCosts,
        long ownCost,
        List<Entry> repayments,
        long returned,
        long left,
        boolean settled,
        boolean closed,
        @Nullable String log,
        @Nullable Long position) {

    /** The requisition. */
    public record Requisitioned(long amount, LocalDate day, String decisionNumber) {}

    /** Money that came or went. */
    public record Entry(long amount, LocalDate day, String reference) {}

    /** A cost of the agency's own. */
    public record Cost(long amount, LocalDate day, String reference, String text) {}

    static AppropriationDocument of(ProgrammeDefinition definition, Ledger ledger, @Nullable RecordedEvent recorded) {
        Appropriation account = ledger.appropriation();
        long left = account.left(ledger.payments(), ledger.claims());
        boolean settled = !account.hasCover();
        return new AppropriationDocument(
                definition.id().value(),
                definition.decision().caseNumber(),
                definition.frame().amount(),
                definition.ownCost().amount(),
                day(definition, AppropriationActs.REQUISITION_DAY),
                day(definition, AppropriationActs.ACCOUNT_DAY),
                PaymentYear.lastDay(definition),
                account.requisitioned()
                        .map(event -> new Requisitioned(event.amount(), event.day(), event.decisionNumber()))
                        .orElse(null),
                account.received().stream()
                        .map(event -> new Entry(event.amount(), event.day(), event.reference()))
                        .toList(),
                account.receivedAmount(),
                ledger.payments().paid(),
                ledger.claims().repaid(),
                account.ownCosts().stream()
                        .map(event -> new Cost(event.amount(), event.day(), event.reference(), event.text()))
                        .toList(),
                account.ownCost(),
                account.returned().stream()
                        .map(event -> new Entry(event.amount(), event.day(), event.reference()))
                        .toList(),
                account.returnedAmount(),
                left,
                settled,
                settled && left == 0,
                recorded == null ? null : recorded.log(),
                recorded == null ? null : recorded.position());
    }

    private static @Nullable LocalDate day(ProgrammeDefinition definition, DeadlineId id) {
        return AppropriationActs.day(definition, id)
                .map(DeadlineDefinition::dueDate)
                .orElse(null);
    }
}
