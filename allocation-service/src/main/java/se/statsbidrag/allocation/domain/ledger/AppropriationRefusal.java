package se.statsbidrag.allocation.domain.ledger;

import java.time.LocalDate;

/** Why an act on the agency's own account is refused. Amounts are whole kronor. */
public sealed interface AppropriationRefusal {
    /** It is not above 0. */
    record NoAmount(long amount) implements AppropriationRefusal {}

    /** The money is requisitioned once (R-K2). */
    record RequisitionedBefore(LocalDate day) implements AppropriationRefusal {}

    /** The last day to requisition it has passed (R-K2). */
    record TooLate(LocalDate day, LocalDate lastDay) implements AppropriationRefusal {}

    /** More than there is room for: the frame, what was requisitioned, the agency's own cost at most, or what is left. */
    record AboveRoom(long amount, long room) implements AppropriationRefusal {}

    /** Nothing was requisitioned. */
    record NotRequisitioned() implements AppropriationRefusal {}

    /** The account is settled with all that is left. */
    record NotAllThatIsLeft(long amount, long left) implements AppropriationRefusal {}

    /** A payment is under way. */
    record PaymentsUnderway() implements AppropriationRefusal {}

    /** The day has not come. */
    record DayAhead(LocalDate day) implements AppropriationRefusal {}

    /** The account was settled. */
    record Settled() implements AppropriationRefusal {}

    /** The reference counted already, with other contents. */
    record ReferenceUsed(String reference) implements AppropriationRefusal {}
}
