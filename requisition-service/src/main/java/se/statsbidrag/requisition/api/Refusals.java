package se.statsbidrag.requisition.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.requisition.domain.Decision;
import se.statsbidrag.requisition.domain.FieldFault;
import se.statsbidrag.requisition.domain.Refusal;

/** Turns refusals into problem documents. */
final class Refusals {
    private Refusals() {}

    /**
     * What is to be recorded.
     *
     * @param form faults in the form of the request; those of content in other fields are told with them
     * @throws ProblemException when the command is refused
     */
    static List<GrantEvent> accepted(Decision decision, List<FieldFault> form) {
        List<FieldFault> faults = new ArrayList<>(form);
        if (decision instanceof Decision.Refused(Refusal.Wrong(List<FieldFault> wrong))) {
            Set<String> told = form.stream().map(fault -> top(fault.field())).collect(Collectors.toSet());
            wrong.stream().filter(fault -> !told.contains(top(fault.field()))).forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        return switch (decision) {
            case Decision.Accepted(List<GrantEvent> events) -> events;
            case Decision.Refused(Refusal refusal) -> throw problem(refusal);
        };
    }

    /** 422, naming all of them. */
    static ProblemException invalid(List<FieldFault> faults) {
        return Problems.invalid(faults.stream()
                .map(fault -> Fault.of(fault.field(), fault.value(), fault.fault(), fault.remedy())
                        .inSwedish(fault.swedish()))
                .toList());
    }

    /** The field that a path begins with: {@code purposes} of {@code purposes[0]}. */
    private static String top(String field) {
        return field.split("[\\[.]", 2)[0];
    }

    static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Wrong wrong -> throw new IllegalStateException("told before: " + wrong);
            case Refusal.NothingReceived _ ->
                Problems.of(
                        404,
                        "not-found",
                        "Not found",
                        "The recipient has no requisition in this programme",
                        "PUT the requisition first");
            case Refusal.NotYetOpen it ->
                Problems.of(
                        409,
                        "not-yet-open",
                        "Requisitions are not received yet",
                        "Requisitions are received from " + it.opensOn(),
                        "Send it again on that day or later");
            case Refusal.NeedsAdmission _ ->
                Problems.of(
                        409,
                        "needs-admission",
                        "It came too late and counts for nothing",
                        "The requisition was received after the deadline in force",
                        "It must be admitted by two persons first, or the deadline be extended");
            case Refusal.NoLateArrival _ ->
                Problems.of(
                        404,
                        "not-found",
                        "Not found",
                        "There is no late arrival of that id",
                        "Read the list of late arrivals; it names those there are");
            case Refusal.NoLongerLate it ->
                Problems.conflict(
                        "It is no longer late: the deadline in force is " + it.dueDate(),
                        "Decide on the requisition as on any other");
            case Refusal.AdmissionSettled it ->
                Problems.conflict(
                        it.admitted() ? "It is admitted already" : "It is declined already",
                        "Read the list of late arrivals again");
            case Refusal.DeadlineHasPassed it ->
                Problems.of(
                        409,
                        "deadline-has-passed",
                        "The deadline has passed",
                        "A requisition can be withdrawn until " + it.dueDate() + ", to the end of the day in Sweden",
                        "Ask the agency; after the deadline only an officer can reject it");
            case Refusal.HasRemarks it ->
                Problems.conflict(
                        Stream.of(
                                        it.returned() ? "It is sent back for completion" : "",
                                        it.lateBeside() ? "A change that came late waits beside it" : "",
                                        it.heldBeside() ? "A held requisition waits beside it" : "")
                                .filter(remark -> !remark.isEmpty())
                                .collect(Collectors.joining("; ")),
                        "Look at it, and decide on it by itself");
            case Refusal.NotPermitted it ->
                Problems.forbidden(
                        "Your role for the organisation does not include: " + it.action(),
                        "Ask the organisation's representative");
            case Refusal.NoMandate it ->
                Problems.forbidden(
                        it.lapse() == null
                                ? "You have no mandate for the organisation"
                                : "Your mandate for the organisation is not in force: " + it.lapse(),
                        "Apply with PUT /representatives/<organisation number>; an officer approves");
            case Refusal.SamePerson _ -> Problems.samePerson();
            case Refusal.NobodyApplied _ ->
                Problems.conflict(
                        "No such application waits, and no such mandate is in force", "Read the mandate again");
            case Refusal.AnotherHasApplied _ ->
                Problems.conflict(
                        "Another person's application for the organisation waits",
                        "Apply again when an officer has approved or ended it");
            case Refusal.HasAnotherRole it ->
                Problems.conflict(
                        "The person acts for the organisation already, as " + it.role(),
                        "Remove the person from that role first");
            case Refusal.NotWaiting it ->
                Problems.conflict(
                        "The version is " + it.state() + "; the newest is version " + it.newest(),
                        "Only the newest version can be put in force or returned, while it is PROPOSED");
            case Refusal.NothingHeld _ ->
                Problems.of(
                        404,
                        "not-found",
                        "Not found",
                        "There is no held requisition of that number, or no longer",
                        "Read the requisition again; its field 'held' names those there are");
            case Refusal.SenderHasNoMandate _ ->
                Problems.conflict(
                        "The mandate of who sent it is not in force",
                        "Approve the sender's mandate first, or dismiss the requisition");
            case Refusal.Superseded it ->
                Problems.conflict(
                        "The recipient was heard again at " + it.receivedAt() + ", after this",
                        "Leave it, dismiss it or decline it; what was received last stands");
            case Refusal.NotUndecided it ->
                Problems.conflict(
                        "The requisition is " + it.state() + ", so there is nothing to decide",
                        "Read it again; a new requisition or a change by the recipient makes it SUBMITTED");
        };
    }
}
