package se.statsbidrag.requisition.web.desk;

import jakarta.enterprise.context.RequestScoped;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.pages.Language;
import se.statsbidrag.requisition.domain.LateArrivalState;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.requisition.domain.WaitingItem.WaitsFor;

/** States and kinds in the reader's language. */
@RequestScoped
public class Words {
    private final Language language;

    Words(Language language) {
        this.language = language;
    }

    String say(String swedish, String english) {
        return language.say(swedish, english);
    }

    String kronor(long amount) {
        return Forms.kronor(language.current(), amount);
    }

    String state(RequisitionState state) {
        return switch (state) {
            case DRAFT -> say("Utkast", "Draft");
            case HELD -> say("Kvarhållen", "Held");
            case SUBMITTED -> say("Inkommen, väntar på beslut", "Submitted, waits for a decision");
            case RETURNED -> say("Returnerad för komplettering", "Returned for completion");
            case APPROVED -> say("Godkänd", "Approved");
            case REJECTED -> say("Avslagen", "Rejected");
            case WITHDRAWN -> say("Tillbakadragen", "Withdrawn");
        };
    }

    String waitsFor(WaitsFor what) {
        return switch (what) {
            case APPROVAL -> say("Beslut", "Decision");
            case COMPLETION -> say("Beslut efter komplettering", "Decision after completion");
            case ADMISSION -> say("Sen: släppa in eller inte", "Late: let in or not");
            case HELD -> say("Kvarhållen: släppa in eller lägga åt sidan", "Held: release or dismiss");
        };
    }

    String late(LateArrivalState state) {
        return switch (state) {
            case WAITING -> say("Väntar", "Waits");
            case PROPOSED -> say("Föreslagen att släppas in", "Proposed to be let in");
            case ADMITTED -> say("Insläppt", "Let in");
            case DECLINED -> say("Inte insläppt", "Not let in");
        };
    }

    String lapse(Lapse lapse) {
        return switch (lapse) {
            case NOT_APPROVED ->
                say(
                        "Avsändaren har ansökt om att bli ombud, men ingen har godkänt det ännu.",
                        "The sender has applied for a mandate that nobody has approved yet.");
            case REPLACED ->
                say(
                        "En annan person har blivit ombud i avsändarens ställe.",
                        "Another person was approved in the sender’s place.");
            case WITHDRAWN -> say("Avsändarens uppdrag är avslutat.", "The sender’s mandate has ended.");
            case REMOVED ->
                say("Avsändaren är borttagen från sin roll.", "The sender was removed from his or her role.");
        };
    }

    /** What was just done, by the name that the address has after it. */
    String done(String done) {
        return switch (done) {
            case "approval" -> say("Rekvisitionen är godkänd.", "The requisition is approved.");
            case "approvals" -> say("De valda rekvisitionerna är godkända.", "The chosen requisitions are approved.");
            case "return" ->
                say("Rekvisitionen är returnerad för komplettering.", "The requisition is returned for completion.");
            case "rejection" -> say("Rekvisitionen är avslagen.", "The requisition is rejected.");
            case "condition" -> say("Villkoret är noterat.", "The condition is noted.");
            case "proposed" ->
                say(
                        "Du har föreslagit att den sena rekvisitionen släpps in. En annan handläggare måste godkänna det.",
                        "You have proposed to let the late requisition in. Another officer must approve.");
            case "admission" -> say("Den sena rekvisitionen är insläppt.", "The late requisition is let in.");
            case "decline" -> say("Den sena rekvisitionen släpps inte in.", "The late requisition is not let in.");
            case "release" -> say("Den kvarhållna rekvisitionen är insläppt.", "The held requisition is released.");
            case "dismissal" ->
                say("Den kvarhållna rekvisitionen är lagd åt sidan.", "The held requisition is dismissed.");
            case "mandate" -> say("Uppdraget är godkänt.", "The mandate is approved.");
            case "mandate-ended" -> say("Ansökan eller uppdraget är avslutat.", "The application or mandate is ended.");
            case "extension" -> say("Sista dagen är framflyttad.", "The deadline is extended.");
            default -> "";
        };
    }
}
