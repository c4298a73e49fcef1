package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import se.statsbidrag.events.Lapse;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problem;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.pages.Language;
import se.statsbidrag.requisition.read.CalendarKind;

/** What the e-service calls things, in the reader's language. */
@ApplicationScoped
class MineWords {
    private final Language language;

    MineWords(Language language) {
        this.language = language;
    }

    String say(String swedish, String english) {
        return language.say(swedish, english);
    }

    String day(LocalDate day) {
        return Forms.day(language.current(), day);
    }

    String kronor(long amount) {
        return Forms.kronor(language.current(), amount);
    }

    /** What stands in a fault: Swedish where there is Swedish, since the e-service's readers mostly read that. */
    String fault(Fault fault) {
        String english = Forms.sentence(fault.fault()) + ". " + Forms.sentence(fault.action()) + ".";
        return fault.swedish() == null ? english : say(fault.swedish(), english);
    }

    /** Why it was refused, when no field is at fault. */
    String problem(Problem problem) {
        return switch (problem.type().substring(problem.type().lastIndexOf('/') + 1)) {
            case "not-yet-open" ->
                say(
                        "Rekvisitioner tas inte emot ännu. Utkastet är sparat; skicka in det när bidraget har öppnat.",
                        "Requisitions are not received yet. The draft is saved; submit it once the grant has opened.");
            case "deadline-has-passed" ->
                say(
                        "Sista dagen har passerat, så rekvisitionen kan inte tas tillbaka. Kontakta Socialstyrelsen.",
                        "The last day has passed, so the requisition cannot be withdrawn. Contact the agency.");
            case "changed-meanwhile" ->
                say(
                        "Någon annan hos er har sparat eller skickat in något sedan du öppnade sidan. Det du skrev finns"
                                + " kvar här nedanför och är inte sparat. Jämför, och spara igen om ditt ska gälla.",
                        "Somebody else in your organisation has saved or submitted something since you opened the page."
                                + " What you wrote is still below and not saved. Compare, and save again if yours is to stand.");
            case "unavailable" ->
                say(
                        "Det gick inte just nu. Försök igen om en stund.",
                        "It did not work just now. Try again in a while.");
            default ->
                say(
                        Objects.requireNonNullElse(problem.swedish(), "Det går inte som läget är nu."),
                        problem.detail() + ". " + Objects.requireNonNullElse(problem.action(), ""));
        };
    }

    String role(MandateRole role) {
        return switch (role) {
            case REPRESENTATIVE -> say("Ombud", "Representative");
            case DEPUTY -> say("Representant", "Deputy");
            case DATA_COORDINATOR -> say("Uppgiftssamordnare", "Data coordinator");
        };
    }

    String mayDo(MandateRole role) {
        return switch (role) {
            case REPRESENTATIVE ->
                say("Du fyller i, skickar in och bjuder in andra.", "You fill in, submit and invite others.");
            case DEPUTY ->
                say(
                        "Du fyller i och skickar in på ombudets uppdrag, så länge det gäller.",
                        "You fill in and submit on the representative’s mandate, as long as it is in force.");
            case DATA_COORDINATOR ->
                say(
                        "Du fyller i det som ombudet eller en representant har påbörjat, men skickar inte in.",
                        "You fill in what the representative or a deputy has begun, but do not submit.");
        };
    }

    String lapse(Lapse lapse) {
        return switch (lapse) {
            case NOT_APPROVED ->
                say(
                        "Din ansökan om att bli ombud väntar på Socialstyrelsen. Det du skickar in tills vidare hålls kvar.",
                        "Your application waits for the agency. What you submit meanwhile is held.");
            case REPLACED ->
                say(
                        "Ett annat ombud har godkänts, så ditt uppdrag gäller inte längre. Det du skickar in hålls kvar.",
                        "Another representative has been approved, so your mandate has ended. What you submit is held.");
            case WITHDRAWN ->
                say(
                        "Uppdraget har avslutats och gäller inte längre. Det du skickar in hålls kvar.",
                        "The mandate has ended. What you submit is held.");
            case REMOVED ->
                say(
                        "Du har tagits bort och har inte längre något uppdrag. Det du skickar in hålls kvar.",
                        "You have been removed and have no mandate any longer. What you submit is held.");
        };
    }

    String held() {
        return say(
                "Den som skickade in saknade gällande uppdrag, så rekvisitionen hålls kvar och räknas inte förrän ett"
                        + " uppdrag har godkänts och den släpps in. Då räknas tiden då den kom in.",
                "Whoever sent it had no mandate in force, so it is held and counts for nothing until a mandate is approved"
                        + " and it is let in. Then the time at which it was received counts.");
    }

    String late(LocalDate dueDate) {
        return say("Sista dagen var ", "The last day was ") + day(dueDate) + ". "
                + say(
                        "Rekvisitionen kom in för sent och räknas inte, om inte Socialstyrelsen beslutar att släppa in den.",
                        "It was received too late and counts for nothing unless the agency decides to admit it.");
    }

    String lateWarning(LocalDate dueDate) {
        return say("Sista dagen var ", "The last day was ") + day(dueDate) + ". "
                + say(
                        "Det du skickar in nu kommer för sent: det registreras och får ett ärendenummer, men räknas inte om"
                                + " inte Socialstyrelsen beslutar att släppa in det. Det som kom in i tid står kvar.",
                        "What you submit now is late: it is recorded and gets a case number, but counts for nothing unless the"
                                + " agency decides to admit it. What was received in time stands.");
    }

    /** What happens on a day: in English, where the day's own title is Swedish and says it already. */
    String kind(CalendarKind kind) {
        return say(
                "",
                switch (kind) {
                    case OPENING -> "Opens";
                    case REQUISITION -> "Last day for requisitions";
                    case DELIVERY_CUT_OFF -> "Last day for deliveries";
                    case MONTHLY_REPORT -> "Monthly report";
                    case FOLLOW_UP_OPENING, SURVEY_OPENING -> "Opens";
                    case FOLLOW_UP -> "Last day for follow-up reports";
                    case SURVEY -> "Last day for answers to the survey";
                    case CALENDAR -> "Other day";
                });
    }

    /** An event of a case; in Swedish the read model has the words. */
    String event(String type, String swedish) {
        return say(
                swedish,
                switch (type) {
                    case "requisition-draft-saved" -> "A draft was saved";
                    case "requisition-submitted" -> "The requisition was received";
                    case "requisition-changed" -> "The requisition was changed or completed";
                    case "requisition-withdrawn" -> "The requisition was withdrawn";
                    case "requisition-held" -> "The requisition is held: its sender had no mandate in force";
                    case "requisition-released" -> "The held requisition was let in";
                    case "requisition-dismissed" -> "The held requisition was put aside";
                    case "requisition-admitted" -> "The late requisition was admitted";
                    case "requisition-admission-declined" -> "The late requisition was not admitted";
                    case "requisition-approved" -> "The requisition was approved";
                    case "requisition-returned" -> "The requisition was sent back for completion";
                    case "requisition-rejected" -> "The requisition was rejected";
                    case "representative-applied" -> "Applied to be the representative";
                    case "representative-approved" -> "Approved as the representative";
                    case "representative-withdrawn" -> "The mandate or application ended";
                    case "delegate-invited" -> "Invited to act on the mandate";
                    case "delegate-removed" -> "Removed from the mandate";
                    default -> swedish;
                });
    }

    String field(String field) {
        return switch (field) {
            case "amount" -> say("Belopp", "Amount");
            case "wantsRemainingFunds" -> say("Önskan om kvarstående medel", "Wish for remaining funds");
            case "certified" -> say("Intygande", "Certification");
            case "purposes" -> say("Ändamål", "Purposes");
            case "plan" -> say("Vem som gör vad", "Who carries out what");
            default -> field;
        };
    }
}
