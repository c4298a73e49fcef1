package se.statsbidrag.events;

import se.statsbidrag.rules.value.ProgrammeId;

/**
 * Something that happened to a programme's money once it was decided: decisions, holds, payments, repayment and the
 * agency's own account. All of a programme's are on one stream, {@code ledger/<programme>}, so that two who decide, pay or
 * claim at once cannot both win (architecture: truth 2). None of them is a fact of the plan.
 */
public sealed interface LedgerEvent extends GrantEvent
        permits AppropriationReceived,
                AppropriationRepaid,
                AppropriationRequisitioned,
                BankEntrySetAside,
                BankEntrySettled,
                ClaimAnswered,
                ClaimDecided,
                ClaimInvoiced,
                ClaimNotified,
                ClaimProposed,
                ClaimRepaid,
                ClaimWithdrawn,
                OwnCostBooked,
                PaymentBatchApproved,
                PaymentBatchPrepared,
                PaymentBatchReturned,
                PaymentHeld,
                PaymentHoldReleased,
                PaymentsBooked,
                PaymentStatusReported,
                PayoutsDecided {
    ProgrammeId programme();
}
