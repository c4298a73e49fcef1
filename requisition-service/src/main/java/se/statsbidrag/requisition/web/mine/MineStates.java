package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.read.RequisitionView;

/** How a case stands and what is next in it, in the reader's language. */
@ApplicationScoped
class MineStates {
    private final MineWords words;

    MineStates(MineWords words) {
        this.words = words;
    }

    /** A state in a few words. */
    String state(@Nullable RequisitionView view) {
        if (view == null) {
            return words.say("Inte påbörjad", "Not begun");
        }
        return switch (view.state()) {
            case DRAFT -> words.say("Utkast", "Draft");
            case SUBMITTED ->
                view.late() ? words.say("Kom in för sent", "Received too late") : words.say("Inskickad", "Submitted");
            case RETURNED -> words.say("Behöver kompletteras", "To be completed");
            case APPROVED -> words.say("Godkänd", "Approved");
            case REJECTED ->
                view.late() ? words.say("Inte insläppt", "Not admitted") : words.say("Avslagen", "Rejected");
            case WITHDRAWN -> words.say("Återtagen", "Withdrawn");
            case HELD -> words.say("Kvarhållen", "Held");
        };
    }

    /** How its badge looks: {@code open} where the recipient has something to do, {@code passed} where it is settled. */
    static String kind(@Nullable RequisitionView view) {
        if (view == null) {
            return "open";
        }
        return switch (view.state()) {
            case DRAFT, RETURNED -> "open";
            case APPROVED -> "passed";
            case SUBMITTED -> view.late() ? "ended" : "waiting";
            case REJECTED, WITHDRAWN, HELD -> "ended";
        };
    }

    String explanation(@Nullable RequisitionView view) {
        if (view == null) {
            return words.say(
                    "Ingenting har kommit in till Socialstyrelsen.", "Nothing has been received by the agency.");
        }
        return switch (view.state()) {
            case DRAFT ->
                words.say(
                        "Det sparade utkastet ser bara ni, och det räknas inte förrän det har skickats in.",
                        "Only you see the saved draft, and it counts for nothing until it is submitted.");
            case SUBMITTED ->
                view.late()
                        ? words.say(
                                "Rekvisitionen kom in efter sista dagen och räknas inte, om inte två personer vid"
                                        + " Socialstyrelsen beslutar att släppa in den.",
                                "It was received after the last day and counts for nothing unless two persons at the"
                                        + " agency decide to admit it.")
                        : words.say("Socialstyrelsen handlägger rekvisitionen.", "The agency is looking at it.");
            case RETURNED ->
                words.say(
                        "Socialstyrelsen har skickat tillbaka rekvisitionen för komplettering.",
                        "The agency has sent it back for completion.");
            case APPROVED -> words.say("Socialstyrelsen har godkänt rekvisitionen.", "The agency has approved it.");
            case REJECTED ->
                view.late()
                        ? words.say(
                                "Rekvisitionen kom in efter sista dagen och släpps inte in.",
                                "It was received after the last day and is not admitted.")
                        : words.say("Socialstyrelsen har avslagit rekvisitionen.", "The agency has rejected it.");
            case WITHDRAWN -> words.say("Ni har tagit tillbaka rekvisitionen.", "You have withdrawn it.");
            case HELD ->
                words.say(
                        "Den som skickade in saknade gällande uppdrag. Rekvisitionen räknas när ett gällande uppdrag har"
                                + " godkänts och den har släppts in, med den tid då den kom in.",
                        "Whoever sent it had no mandate in force. It counts once a mandate is approved and it is let in,"
                                + " by the time at which it was received.");
        };
    }

    /** What is next. */
    String next(@Nullable RequisitionView view, RequisitionTerms terms, Instant now) {
        if (view == null) {
            return toSubmit(terms, now);
        }
        return switch (view.state()) {
            case DRAFT, WITHDRAWN, REJECTED -> toSubmit(terms, now);
            case SUBMITTED -> submitted(view.late(), terms.inTime(now));
            case RETURNED ->
                words.say("Komplettera det som Socialstyrelsen frågar efter.", "Complete what the agency asks for.");
            case APPROVED ->
                words.say(
                        "Socialstyrelsen beslutar och betalar ut.", "The agency decides on the money and pays it out.");
            case HELD ->
                words.say(
                        "Ansök om att bli ombud, eller be ombudet släppa in den.",
                        "Apply for a mandate, or ask the representative to let it in.");
        };
    }

    private String submitted(boolean late, boolean inTime) {
        if (late) {
            return words.say(
                    "Socialstyrelsen prövar om den ska släppas in.", "The agency decides whether to admit it.");
        }
        return inTime
                ? words.say(
                        "Socialstyrelsen godkänner eller hör av sig. Ni kan ändra till och med sista dagen.",
                        "The agency approves it or gets back to you. You may change it until the last day.")
                : words.say(
                        "Socialstyrelsen godkänner eller hör av sig.", "The agency approves it or gets back to you.");
    }

    private String toSubmit(RequisitionTerms terms, Instant now) {
        if (terms.notYetOpen(now).isPresent()) {
            return words.say("Rekvirera. Bidraget öppnar ", "Requisition. The grant opens on ")
                    + words.day(terms.notYetOpen(now).get()) + ".";
        }
        return terms.inTime(now)
                ? words.say("Rekvirera.", "Requisition.")
                : words.say(
                        "Sista dagen har passerat. Det som kommer in nu räknas som sent.",
                        "The last day has passed. What comes now is late.");
    }

    /** By when; null when it is not the recipient's turn. */
    static @Nullable LocalDate by(@Nullable RequisitionView view, RequisitionTerms terms, Instant now) {
        if (view == null) {
            return terms.dueDate();
        }
        LocalDate whileOpen = terms.inTime(now) ? terms.dueDate() : null;
        return switch (view.state()) {
            case DRAFT -> terms.dueDate();
            case WITHDRAWN, REJECTED, SUBMITTED -> whileOpen;
            case RETURNED -> view.completeBy();
            case APPROVED, HELD -> null;
        };
    }
}
