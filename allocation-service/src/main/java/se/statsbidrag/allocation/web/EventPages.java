package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.RecipientAccess;
import se.statsbidrag.allocation.domain.Assumptions;
import se.statsbidrag.allocation.read.PlanQueries;
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
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionRejected;
import se.statsbidrag.events.RequisitionReturned;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.RequisitionWithdrawn;
import se.statsbidrag.events.TieResolved;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Forms;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Puts together the page of one event, where the numbers of a calculation lead. Of what another recipient sent it shows
 * that it was sent, not what it says.
 */
@ApplicationScoped
class EventPages {
    private final RecipientPages recipients;
    private final Programmes programmes;
    private final RecipientAccess access;
    private final Logs logs;
    private final EventCodec codec;
    private final MoneyTexts texts;

    EventPages(
            RecipientPages recipients,
            Programmes programmes,
            RecipientAccess access,
            Logs logs,
            EventCodec codec,
            MoneyTexts texts) {
        this.recipients = recipients;
        this.programmes = programmes;
        this.access = access;
        this.logs = logs;
        this.codec = codec;
        this.texts = texts;
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 unless the programme's plans rest on such an event */
    EventPage page(String programme, String recipient, String log, long position) {
        Subject subject = recipients.subject(programme, recipient);
        ProgrammeId id = PlanQueries.programme(programme);
        ProgrammeDefinition definition = programmes.require(id).definition();
        DecodedEvent event = find(log, position)
                .filter(each -> concerns(each.event(), id))
                .orElseThrow(() -> Problems.notFound("event " + log + ":" + position + " that the plan rests on"));
        List<EventPage.Fact> facts = new ArrayList<>();
        facts(event.event(), definition, facts);
        RecipientCode code = new RecipientCode(recipient);
        return new EventPage(
                subject,
                log,
                position,
                texts.happened(event.event()),
                event.recorded().recordedAt(),
                facts,
                event.event() instanceof OperationsReported delivery
                        ? delivery.cells().stream()
                                .filter(cell -> cell.homeRegion().equals(code) && cell.count() > 0)
                                .map(cell -> cell(definition, cell))
                                .toList()
                        : List.of(),
                event.event() instanceof OperationsReported);
    }

    private Optional<DecodedEvent> find(String log, long position) {
        if (position < 1 || !logs.names().contains(log)) {
            return Optional.empty();
        }
        return logs.source(log).readAfter(position - 1, 1).stream()
                .filter(each -> each.position() == position)
                .map(codec::decode)
                .findFirst();
    }

    private static boolean concerns(GrantEvent event, ProgrammeId programme) {
        return switch (event) {
            case OperationsReported _, ReporterScopeSet _ -> true;
            case DeliveryAdmitted each -> each.programme().equals(programme);
            case DeadlineExtended each -> each.programme().equals(programme);
            case DeadlinePassed each -> each.programme().equals(programme);
            case TieResolved each -> each.programme().equals(programme);
            case ProgrammeVersionProposed each -> each.programme().equals(programme);
            case ProgrammeVersionActivated each -> each.programme().equals(programme);
            case RequisitionSubmitted each -> each.programme().equals(programme);
            case RequisitionChanged each -> each.programme().equals(programme);
            case RequisitionWithdrawn each -> each.programme().equals(programme);
            case RequisitionApproved each -> each.programme().equals(programme);
            case RequisitionReturned each -> each.programme().equals(programme);
            case RequisitionRejected each -> each.programme().equals(programme);
            case RequisitionAdmitted each -> each.programme().equals(programme);
            default -> false;
        };
    }

    private void facts(GrantEvent event, ProgrammeDefinition definition, List<EventPage.Fact> facts) {
        Assumptions.requisitionOf(event)
                .ifPresent(code -> add(facts, "Mottagare", "Recipient", code + " " + name(definition, code)));
        switch (event) {
            case OperationsReported each -> {
                add(facts, "Uppgiftslämnare", "Reporter", each.reporter().value());
                add(facts, "Månad", "Month", Forms.month(texts.language().current(), each.month()));
                add(facts, "Version", "Revision", Integer.toString(each.revision()));
                add(facts, "Kom in", "Received", Forms.moment(texts.language().current(), each.receivedAt()));
            }
            case DeliveryAdmitted each -> {
                add(facts, "Uppgiftslämnare", "Reporter", each.reporter().value());
                add(facts, "Månad", "Month", Forms.month(texts.language().current(), each.month()));
                add(facts, "Version", "Revision", Integer.toString(each.revision()));
                add(facts, "Skäl", "Reason", each.reason());
            }
            case ReporterScopeSet each -> {
                add(facts, "Uppgiftslämnare", "Reporter", each.reporter().value());
                add(facts, "Från och med", "From", Forms.month(texts.language().current(), each.fromMonth()));
                add(
                        facts,
                        "Operationer utförda i",
                        "Operations performed in",
                        each.performedIn().stream()
                                .map(code -> name(definition, code))
                                .collect(Collectors.joining(", ")));
            }
            case DeadlineExtended each -> {
                add(facts, "Vad", "What", title(definition, each.deadline()));
                add(
                        facts,
                        "Ny sista dag",
                        "New last day",
                        Forms.day(texts.language().current(), each.dueDate()));
                add(facts, "Skäl", "Reason", each.reason());
            }
            case DeadlinePassed each -> {
                add(facts, "Vad", "What", title(definition, each.deadline()));
                add(facts, "Sista dag", "Last day", Forms.day(texts.language().current(), each.dueDate()));
            }
            case TieResolved each -> {
                add(facts, "Pott", "Pot", title(definition, each.pot()));
                add(facts, "Lika många per invånare", "Tied", names(definition, each.tied()));
                add(facts, "Valda", "Chosen", names(definition, each.chosen()));
                add(facts, "Skäl", "Reason", each.reason());
            }
            case ProgrammeVersionActivated each -> add(facts, "Version", "Version", Integer.toString(each.version()));
            case RequisitionSubmitted each -> {
                if (mayRead(definition, each.recipient())) {
                    add(facts, "Diarienummer", "Case number", each.caseNumber());
                    add(
                            facts,
                            "Kom in",
                            "Received",
                            Forms.moment(texts.language().current(), each.receivedAt()));
                    content(each.content(), facts);
                }
            }
            case RequisitionChanged each -> {
                if (mayRead(definition, each.recipient())) {
                    add(
                            facts,
                            "Kom in",
                            "Received",
                            Forms.moment(texts.language().current(), each.receivedAt()));
                    content(each.content(), facts);
                }
            }
            default -> {}
        }
    }

    private void content(RequisitionContent content, List<EventPage.Fact> facts) {
        @Nullable Long amount = content.amount();
        if (amount != null) {
            add(
                    facts,
                    "Rekvirerat",
                    "Requisitioned",
                    Forms.kronor(texts.language().current(), amount));
        }
        add(
                facts,
                "Önskar mer om medel blir över",
                "Wants more if funds remain",
                content.wantsRemainingFunds() ? texts.say("ja", "yes") : texts.say("nej", "no"));
    }

    private boolean mayRead(ProgrammeDefinition definition, RecipientCode recipient) {
        return access.readable(definition).stream().anyMatch(each -> each.code().equals(recipient));
    }

    private void add(List<EventPage.Fact> facts, String swedish, String english, String value) {
        facts.add(new EventPage.Fact(texts.say(swedish, english), value));
    }

    private EventPage.Cell cell(ProgrammeDefinition definition, OperationCell cell) {
        return new EventPage.Cell(
                procedure(definition, cell.procedure()),
                name(definition, cell.performedIn()),
                cell.provider() == Provider.PRIVATE ? texts.say("Privat", "Private") : texts.say("Offentlig", "Public"),
                cell.count());
    }

    private static String procedure(ProgrammeDefinition definition, Procedure code) {
        return Forms.sentence(
                definition.procedure(code).map(ProcedureDefinition::plural).orElse(code.value()));
    }

    private static String names(ProgrammeDefinition definition, List<RecipientCode> codes) {
        return codes.stream().map(code -> name(definition, code)).collect(Collectors.joining(", "));
    }

    private static String name(ProgrammeDefinition definition, RecipientCode code) {
        return definition.recipient(code).map(Recipient::name).orElse(code.value());
    }

    private static String title(ProgrammeDefinition definition, PotId pot) {
        return definition.pot(pot).map(PotDefinition::title).orElse(pot.value());
    }

    private static String title(ProgrammeDefinition definition, DeadlineId deadline) {
        return definition.deadline(deadline).map(DeadlineDefinition::title).orElse(deadline.value());
    }
}
