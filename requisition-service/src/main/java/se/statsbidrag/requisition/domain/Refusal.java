package se.statsbidrag.requisition.domain;

import java.time.LocalDate;
import java.util.List;

/** Why a command is refused. Nothing is recorded. */
public sealed interface Refusal {

    /** Fields are wrong: all of them at once. */
    record Wrong(List<FieldFault> faults) implements Refusal {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /** There is no requisition to act on. */
    record NothingReceived() implements Refusal {}

    /** Requisitions are received from this day on (domain: Late arrivals). */
    record NotYetOpen(LocalDate opensOn) implements Refusal {}

    /** What came late counts for nothing, and nobody decides on it, until two persons have admitted it. */
    record NeedsAdmission() implements Refusal {}

    /** It could be withdrawn until this day. */
    record DeadlineHasPassed(LocalDate dueDate) implements Refusal {}

    /** An officer acts on what is undecided; this is not, or no longer. */
    record NotUndecided(RequisitionState state) implements Refusal {}
}
