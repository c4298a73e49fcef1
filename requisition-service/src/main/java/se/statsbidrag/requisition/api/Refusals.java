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
import se.statsbidrag.requisition.domain.RequisitionState;

/** Turns refusals into problem documents. */
public final class Refusals {
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

    /** What a refusal is told as; of wrong fields {@link #invalid} tells. */
    public static ProblemException problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Wrong wrong -> throw new IllegalStateException("told before: " + wrong);
            case Refusal.NothingReceived _ ->
                Problems.of(
                                404,
                                "not-found",
                                "Not found",
                                "The recipient has no requisition in this programme",
                                "PUT the requisition first")
                        .inSwedish("Mottagaren har ingen rekvisition i det här bidraget.");
            case Refusal.NotYetOpen it ->
                Problems.of(
                                409,
                                "not-yet-open",
                                "Requisitions are not received yet",
                                "Requisitions are received from " + it.opensOn(),
                                "Send it again on that day or later")
                        .inSwedish("Rekvisitioner tas emot från och med " + it.opensOn()
                                + ". Skicka den då eller senare.");
            case Refusal.NeedsAdmission _ ->
                Problems.of(
                                409,
                                "needs-admission",
                                "It came too late and counts for nothing",
                                "The requisition was received after the deadline in force",
                                "It must be admitted by two persons first, or the deadline be extended")
                        .inSwedish(
                                "Rekvisitionen kom in efter sista dagen. Två personer måste släppa in den, eller sista dagen flyttas fram.");
            case Refusal.NoLateArrival _ ->
                Problems.of(
                                404,
                                "not-found",
                                "Not found",
                                "There is no late arrival of that id",
                                "Read the list of late arrivals; it names those there are")
                        .inSwedish("Det finns ingen sådan sen rekvisition.");
            case Refusal.NoLongerLate it ->
                Problems.conflict(
                                "It is no longer late: the deadline in force is " + it.dueDate(),
                                "Decide on the requisition as on any other")
                        .inSwedish("Den är inte längre sen: sista dagen är nu " + it.dueDate()
                                + ". Fatta beslut om den som om andra.");
            case Refusal.AdmissionSettled it ->
                Problems.conflict(
                                it.admitted() ? "It is admitted already" : "It is declined already",
                                "Read the list of late arrivals again")
                        .inSwedish(
                                it.admitted()
                                        ? "Den är redan insläppt."
                                        : "Det är redan bestämt att den inte släpps in.");
            case Refusal.DeadlineHasPassed it ->
                Problems.of(
                                409,
                                "deadline-has-passed",
                                "The deadline has passed",
                                "A requisition can be withdrawn until " + it.dueDate()
                                        + ", to the end of the day in Sweden",
                                "Ask the agency; after the deadline only an officer can reject it")
                        .inSwedish(
                                "Sista dagen var " + it.dueDate()
                                        + ". En rekvisition kan tas tillbaka till och med den dagen. Hör av er till myndigheten.");
            case Refusal.HasRemarks it ->
                Problems.conflict(
                                Stream.of(
                                                it.returned() ? "It is sent back for completion" : "",
                                                it.lateBeside() ? "A change that came late waits beside it" : "",
                                                it.heldBeside() ? "A held requisition waits beside it" : "")
                                        .filter(remark -> !remark.isEmpty())
                                        .collect(Collectors.joining("; ")),
                                "Look at it, and decide on it by itself")
                        .inSwedish(Stream.of(
                                        it.returned() ? "den är returnerad för komplettering" : "",
                                        it.lateBeside() ? "en sen ändring väntar vid sidan av" : "",
                                        it.heldBeside() ? "en kvarhållen rekvisition väntar vid sidan av" : "")
                                .filter(remark -> !remark.isEmpty())
                                .collect(
                                        Collectors.joining(", ", "Den har anmärkningar: ", ". Titta på den för sig.")));
            case Refusal.NotPermitted it ->
                Problems.forbidden(
                                "Your role for the organisation does not include: " + it.action(),
                                "Ask the organisation's representative")
                        .inSwedish("Er roll för organisationen omfattar inte detta. Be organisationens ombud.");
            case Refusal.NoMandate it ->
                Problems.forbidden(
                                it.lapse() == null
                                        ? "You have no mandate for the organisation"
                                        : "Your mandate for the organisation is not in force: " + it.lapse(),
                                "Apply with PUT /representatives/<organisation number>; an officer approves")
                        .inSwedish(
                                it.lapse() == null
                                        ? "Du har inget uppdrag för organisationen. Ansök om att bli ombud; en handläggare godkänner."
                                        : "Ditt uppdrag för organisationen gäller inte nu. Ansök igen; en handläggare godkänner.");
            case Refusal.SamePerson _ -> Problems.samePerson();
            case Refusal.NobodyApplied _ ->
                Problems.conflict(
                                "No such application waits, and no such mandate is in force", "Read the mandate again")
                        .inSwedish("Ingen sådan ansökan väntar, och inget sådant uppdrag gäller.");
            case Refusal.AnotherHasApplied _ ->
                Problems.conflict(
                                "Another person's application for the organisation waits",
                                "Apply again when an officer has approved or ended it")
                        .inSwedish(
                                "En annan persons ansökan för organisationen väntar. Ansök igen när den är avgjord.");
            case Refusal.HasAnotherRole it ->
                Problems.conflict(
                                "The person acts for the organisation already, as " + it.role(),
                                "Remove the person from that role first")
                        .inSwedish("Personen har redan en annan roll för organisationen. Ta bort den först.");
            case Refusal.NotWaiting it ->
                Problems.conflict(
                                "The version is " + it.state() + "; the newest is version " + it.newest(),
                                "Only the newest version can be put in force or returned, while it is PROPOSED")
                        .inSwedish("Versionen väntar inte på beslut. Bara den nyaste versionen, " + it.newest()
                                + ", kan sättas i kraft eller returneras, och bara medan den är föreslagen.");
            case Refusal.NothingHeld _ ->
                Problems.of(
                                404,
                                "not-found",
                                "Not found",
                                "There is no held requisition of that number, or no longer",
                                "Read the requisition again; its field 'held' names those there are")
                        .inSwedish("Den kvarhållna rekvisitionen finns inte, eller inte längre.");
            case Refusal.SenderHasNoMandate _ ->
                Problems.conflict(
                                "The mandate of who sent it is not in force",
                                "Approve the sender's mandate first, or dismiss the requisition")
                        .inSwedish(
                                "Avsändarens uppdrag gäller inte. Godkänn uppdraget först, eller lägg rekvisitionen åt sidan.");
            case Refusal.Superseded it ->
                Problems.conflict(
                                "The recipient was heard again at " + it.receivedAt() + ", after this",
                                "Leave it, dismiss it or decline it; what was received last stands")
                        .inSwedish(
                                "Mottagaren har hörts igen efter den här. Det som kom in sist gäller; lägg den här åt sidan.");
            case Refusal.NotUndecided it ->
                Problems.conflict(
                                "The requisition is " + it.state() + ", so there is nothing to decide",
                                "Read it again; a new requisition or a change by the recipient makes it SUBMITTED")
                        .inSwedish("Rekvisitionen är " + swedish(it.state()) + ", så det finns inget att besluta om.");
        };
    }

    private static String swedish(RequisitionState state) {
        return switch (state) {
            case DRAFT -> "ett utkast";
            case HELD -> "kvarhållen";
            case SUBMITTED -> "inkommen";
            case RETURNED -> "returnerad för komplettering";
            case APPROVED -> "godkänd";
            case REJECTED -> "avslagen";
            case WITHDRAWN -> "tillbakadragen";
        };
    }
}
