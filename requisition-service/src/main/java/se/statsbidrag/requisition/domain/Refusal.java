package se.statsbidrag.requisition.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.access.MandateRole;

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

    /** There is no such late arrival. */
    record NoLateArrival() implements Refusal {}

    /** It arrived before the end of this day, which is the deadline in force by now. */
    record NoLongerLate(LocalDate dueDate) implements Refusal {}

    /** What came late was let in, or not, before. */
    record AdmissionSettled(boolean admitted) implements Refusal {}

    /** It could be withdrawn until this day. */
    record DeadlineHasPassed(LocalDate dueDate) implements Refusal {}

    /** An officer acts on what is undecided; this is not, or no longer. */
    record NotUndecided(RequisitionState state) implements Refusal {}

    /**
     * It is not to be approved unread with many others.
     *
     * @param returned it is sent back for completion
     * @param lateBeside a change that came late waits beside it
     * @param heldBeside something that came from one whose mandate had lapsed waits beside it
     */
    record HasRemarks(boolean returned, boolean lateBeside, boolean heldBeside) implements Refusal {}

    /** The caller's role for the organisation does not include this, or he has none; named as in the table of permissions. */
    record NotPermitted(String action) implements Refusal {}

    /** The mandate of whoever asks is not in force; null when he never asked for one. */
    record NoMandate(@Nullable Lapse lapse) implements Refusal {}

    /** The second person is the first. */
    record SamePerson() implements Refusal {}

    /** Nobody has applied, or has a mandate, that could be acted on. */
    record NobodyApplied() implements Refusal {}

    /** Another person's application waits. */
    record AnotherHasApplied() implements Refusal {}

    /** The person acts for the organisation already, in another role. */
    record HasAnotherRole(MandateRole role) implements Refusal {}

    /** There is no such held requisition, or no longer. */
    record NothingHeld() implements Refusal {}

    /** The mandate of who sent the held requisition is still not in force. */
    record SenderHasNoMandate() implements Refusal {}

    /** Something was received after what is held or came late, and would be displaced by it. */
    record Superseded(Instant receivedAt) implements Refusal {}

    /** A version of a programme can only be settled while it waits for a second person; this is where it stands. */
    record NotWaiting(ProgrammeVersion.State state, int newest) implements Refusal {}
}
