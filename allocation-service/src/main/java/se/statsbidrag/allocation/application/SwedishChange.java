package se.statsbidrag.allocation.application;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.domain.PlanDifference;
import se.statsbidrag.events.DeadlineExtended;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.DeliveryAdmitted;
import se.statsbidrag.events.OperationsReported;
import se.statsbidrag.events.ProgrammeVersionActivated;
import se.statsbidrag.events.ReporterScopeSet;
import se.statsbidrag.events.RequisitionAdmitted;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** One change of a recipient's amount in words, as a letter or a page can show it. */
public final class SwedishChange {
    private static final int MOST_NAMED = 3;

    private final PlanChange change;
    private final PlanDifference.Recipient part;
    private final ProgrammeDefinition definition;

    /** @param part what the change was to the recipient that is told */
    public SwedishChange(PlanChange change, PlanDifference.Recipient part) {
        this.change = change;
        this.part = part;
        definition = change.definition();
    }

    /** Two sentences: what became of the amount, and which event by whom brought it about. */
    public String text() {
        return amount() + (own() ? "" : ", utan att mottagarens egna uppgifter ändrades") + ". Orsaken är att "
                + cause() + " (händelse " + change.event() + ", " + Swedish.day(change.recordedAt()) + ").";
    }

    /** The text, under its day, with the pots in which the amount changed. */
    public String section() {
        return Swedish.day(change.recordedAt()) + "\n" + text() + "\n"
                + part.changedLines().stream()
                        .map(line -> "– " + pot(line.pot()) + ": från " + Swedish.kronor(line.before()) + " till "
                                + Swedish.kronor(line.after()))
                        .collect(Collectors.joining("\n"));
    }

    /** Whether the recipient itself caused it, by its requisition or its operation counts. */
    public boolean own() {
        return change.movers().contains(part.recipient());
    }

    private String amount() {
        String name = name(part.recipient());
        long difference = part.difference();
        if (difference == 0) {
            return "Beloppet till " + name + " är detsamma, " + Swedish.kronor(part.after())
                    + ", men kommer ur andra potter";
        }
        return "Beloppet till " + name + (difference > 0 ? " ökade med " : " minskade med ")
                + Swedish.kronor(Math.abs(difference)) + ", från " + Swedish.kronor(part.before()) + " till "
                + Swedish.kronor(part.after());
    }

    private String cause() {
        return switch (change.happened()) {
            case RequisitionSubmitted event -> requisition(event.recipient()) + " kom in";
            case RequisitionChanged event ->
                requisition(event.recipient()) + (event.completion() ? " kompletterades" : " ändrades");
            case RequisitionWithdrawn event -> requisition(event.recipient()) + " återkallades";
            case RequisitionApproved event -> requisition(event.recipient()) + " godkändes";
            case RequisitionReturned event -> requisition(event.recipient()) + " skickades tillbaka för komplettering";
            case RequisitionRejected event -> requisition(event.recipient()) + " avslogs";
            case RequisitionAdmitted event ->
                requisition(event.recipient()) + " togs med fast den hade kommit in för sent";
            case OperationsReported event ->
                event.reporter() + " lämnade uppgifter om operationer i " + Swedish.month(event.month()) + " (version "
                        + event.revision() + ")" + movers();
            case DeliveryAdmitted event ->
                "uppgifterna från " + event.reporter() + " om operationer i " + Swedish.month(event.month())
                        + " (version " + event.revision() + ") togs med fast de hade kommit in för sent" + movers();
            case ReporterScopeSet event ->
                event.reporter() + " fick svara för operationer utförda i " + some(event.performedIn())
                        + " från och med " + Swedish.month(event.fromMonth()) + movers();
            case DeadlineExtended event ->
                "ett sista datum flyttades till den " + Swedish.date(event.dueDate()) + ": "
                        + deadline(event.deadline());
            case DeadlinePassed event ->
                "ett sista datum, den " + Swedish.date(event.dueDate()) + ", har passerat: "
                        + deadline(event.deadline());
            case TieResolved event ->
                "en handläggare avgjorde mellan " + some(event.tied()) + ", som hade exakt lika många operationer per"
                        + " invånare (" + pot(event.pot()) + ")";
            case ProgrammeVersionActivated event ->
                "version " + event.version() + " av bidragets beräkningsregler började gälla";
            default -> "händelsen " + change.type() + " inträffade";
        };
    }

    private String movers() {
        return change.movers().isEmpty() ? "" : ", som ändrade antalet för " + some(change.movers());
    }

    private String some(Collection<RecipientCode> recipients) {
        if (recipients.size() > MOST_NAMED) {
            return Swedish.words(recipients.size()) + " mottagare";
        }
        List<String> names = recipients.stream().map(this::name).toList();
        return Swedish.list(names);
    }

    private String requisition(RecipientCode recipient) {
        return "rekvisitionen från " + name(recipient);
    }

    private String name(RecipientCode recipient) {
        return definition.recipient(recipient).map(Recipient::name).orElse(recipient.value());
    }

    private String pot(PotId pot) {
        return definition.pot(pot).map(PotDefinition::title).orElse(pot.value());
    }

    private String deadline(DeadlineId deadline) {
        return definition
                .deadline(deadline)
                .map(DeadlineDefinition::title)
                .map(title -> Character.toLowerCase(title.charAt(0)) + title.substring(1))
                .orElse(deadline.value());
    }
}
