package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.application.SecondOpinion.Difference;
import se.statsbidrag.allocation.application.SecondOpinion.Opinion;
import se.statsbidrag.allocation.read.PlanDocument;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ProgrammeVersionProposed;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.pages.Language;
import se.statsbidrag.rules.programme.Title;

/** What the pages call things, in the language that they are read in. */
@ApplicationScoped
class MoneyTexts {
    private static final int SHOWN_DIFFERENCES = 5;

    private final Language language;

    MoneyTexts(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    String say(String swedish, String english) {
        return language.say(swedish, english);
    }

    String title(Title title) {
        return say(title.swedish(), title.english());
    }

    Standing standing(PlanDocument plan) {
        return new Standing(
                plan.status(),
                status(plan.status()),
                switch (plan.status()) {
                    case "FINAL" -> say("Alla potter är stängda.", "All pots are closed.");
                    case "STALE" ->
                        say(
                                "Den senaste beräkningen gick inte att göra. Siffrorna är från den förra.",
                                "The latest computation could not be made. The figures are from the one before.");
                    default ->
                        say(
                                "Minst en pott är öppen eller en delad plats obestämd. Siffrorna kan ändras.",
                                "At least one pot is open or one tied place undecided. The figures may change.");
                },
                plan.staleReason(),
                plan.computedAt(),
                plan.basis().stream()
                        .map(each -> each.log() + ":" + each.position())
                        .collect(Collectors.joining(", ")),
                plan.syntheticTables());
    }

    MoneyList.Confirmation confirmation(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Agrees _ ->
                new MoneyList.Confirmation(
                        true,
                        say("Bekräftad av den andra beräkningen.", "Confirmed by the second calculation."),
                        List.of());
            case Opinion.Differs differs ->
                new MoneyList.Confirmation(
                        false,
                        say(
                                "Den andra beräkningen ger andra belopp. Inget får beslutas förrän det är utrett.",
                                "The second calculation gives other amounts. Nothing may be decided until that is settled."),
                        differs.differences().stream()
                                .limit(SHOWN_DIFFERENCES)
                                .map(this::difference)
                                .toList());
            case Opinion.Unable unable ->
                new MoneyList.Confirmation(
                        false,
                        say(
                                "Den andra beräkningen gick inte att göra. Inget får beslutas förrän det är utrett.",
                                "The second calculation could not be made. Nothing may be decided until that is settled."),
                        List.of(unable.reason()));
        };
    }

    private String difference(Difference difference) {
        String where = difference.recipient() == null
                ? difference.pot() + " (" + difference.figure() + ")"
                : difference.recipient() + ", " + difference.pot();
        return where + ": " + difference.plan() + say(" här, ", " here, ") + difference.second()
                + say(" i den andra", " in the second");
    }

    String status(String status) {
        return switch (status) {
            case "FINAL" -> say("Slutlig", "Final");
            case "STALE" -> say("Inaktuell", "Stale");
            default -> say("Preliminär", "Preliminary");
        };
    }

    /** What happened, in a few words. */
    String happened(GrantEvent event) {
        return switch (event) {
            case RequisitionSubmitted _ -> say("Rekvisition kom in", "Requisition received");
            case RequisitionChanged _ -> say("Rekvisition ändrades", "Requisition changed");
            case RequisitionWithdrawn _ -> say("Rekvisition återkallades", "Requisition withdrawn");
            case RequisitionApproved _ -> say("Rekvisition godkändes", "Requisition approved");
            case RequisitionReturned _ -> say("Rekvisition skickades tillbaka", "Requisition returned");
            case RequisitionRejected _ -> say("Rekvisition avslogs", "Requisition rejected");
            case RequisitionAdmitted _ -> say("Sen rekvisition togs upp", "Late requisition admitted");
            case OperationsReported _ -> say("Uppgifter om operationer kom in", "Operation counts received");
            case DeliveryAdmitted _ -> say("Sena uppgifter togs med", "Late counts admitted");
            case ReporterScopeSet _ -> say("Uppgiftslämnare bestämdes", "Reporter assigned");
            case DeadlineExtended _ -> say("Sista dag flyttades", "Deadline extended");
            case DeadlinePassed _ -> say("Sista dag passerade", "Deadline passed");
            case TieResolved _ -> say("Delad plats avgjordes", "Tie resolved");
            case ProgrammeVersionProposed _ -> say("Regler föreslogs", "Rules proposed");
            case ProgrammeVersionActivated _ -> say("Regler började gälla", "Rules put in force");
            default -> say("Annan händelse", "Another event");
        };
    }
}
