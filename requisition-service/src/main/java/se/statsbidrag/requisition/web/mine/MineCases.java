package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.api.Access;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.application.Conditions;
import se.statsbidrag.requisition.application.Mandates;
import se.statsbidrag.requisition.application.Requisitions;
import se.statsbidrag.requisition.application.StoredDraft;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.application.StoredRequisition;
import se.statsbidrag.requisition.domain.HeldRequisition;
import se.statsbidrag.requisition.domain.RequisitionState;
import se.statsbidrag.requisition.domain.RequisitionTerms;
import se.statsbidrag.requisition.read.ConditionsView;
import se.statsbidrag.requisition.read.HistoryView;
import se.statsbidrag.requisition.read.RequisitionView;
import se.statsbidrag.requisition.web.mine.MineViews.Case;
import se.statsbidrag.requisition.web.mine.MineViews.CaseRow;
import se.statsbidrag.requisition.web.mine.MineViews.Condition;
import se.statsbidrag.requisition.web.mine.MineViews.Event;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;
import se.statsbidrag.requisition.web.mine.MineViews.Held;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together what the pages of a recipient's cases show. */
@ApplicationScoped
class MineCases {
    private final Lookup lookup;
    private final CurrentCaller current;
    private final Programmes programmes;
    private final Requisitions requisitions;
    private final Mandates mandates;
    private final Conditions conditions;
    private final BusinessClock clock;
    private final People people;
    private final MineContents contents;
    private final MineStates states;
    private final MineWords words;

    MineCases(
            Lookup lookup,
            CurrentCaller current,
            Programmes programmes,
            Requisitions requisitions,
            Mandates mandates,
            Conditions conditions,
            BusinessClock clock,
            People people,
            MineContents contents,
            MineStates states,
            MineWords words) {
        this.lookup = lookup;
        this.current = current;
        this.programmes = programmes;
        this.requisitions = requisitions;
        this.mandates = mandates;
        this.conditions = conditions;
        this.clock = clock;
        this.people = people;
        this.contents = contents;
        this.states = states;
        this.words = words;
    }

    /**
     * A case of one of the reader's own organisations.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 404 when there is none, 403 when it is another's
     */
    MineCase load(String programmeName, String code) {
        ProgrammeInForce programme = lookup.programme(programmeName);
        RecipientCode recipient = lookup.recipient(programme, code);
        OrganisationNumber organisation = lookup.organisation(programme, recipient);
        Access.actFor(current.get(), organisation);
        return load(programme, programme.definition().recipient(recipient).orElseThrow(), mandates.load(organisation));
    }

    private MineCase load(ProgrammeInForce programme, Recipient recipient, StoredMandate mandate) {
        Caller reader = current.get();
        RequisitionTerms terms = Requisitions.terms(programme);
        StoredRequisition stored = requisitions.load(programme.id(), recipient.code());
        StoredDraft drafts = requisitions.loadDraft(programme.id(), recipient.code());
        return new MineCase(
                programme,
                recipient,
                terms,
                stored,
                drafts,
                RequisitionView.of(stored, drafts, terms, recipient.code()).orElse(null),
                mandate,
                mandates.permissions(),
                mandate.mandate().power(reader.subject()),
                reader.subject(),
                clock.instant());
    }

    /** All cases of an organisation, by programme and recipient. */
    List<CaseRow> rows(StoredMandate mandate) {
        List<CaseRow> rows = new ArrayList<>();
        for (ProgrammeInForce programme : programmes.current().programmes()) {
            for (Recipient recipient : programme.definition().recipients()) {
                if (mandate.organisation().equals(recipient.organisationNumber())) {
                    rows.add(row(load(programme, recipient, mandate)));
                }
            }
        }
        return rows;
    }

    CaseRow row(MineCase found) {
        RequisitionView view = found.view();
        return new CaseRow(
                found.programme().id().value(),
                found.programme().definition().title().swedish(),
                found.recipient().code().value(),
                found.recipient().name(),
                found.address(),
                states.state(view),
                MineStates.kind(view),
                view == null ? null : view.caseNumber(),
                states.next(view, found.terms(), found.now()),
                MineStates.by(view, found.terms(), found.now()),
                view == null ? null : view.reason());
    }

    Case page(MineCase found, String done, List<FaultLine> faults) {
        RequisitionView view = found.view();
        RequisitionContent content = found.standing() != null ? found.standing() : found.known();
        ConditionsView noted = ConditionsView.of(
                found.programme().definition(),
                found.recipient().code(),
                conditions.load(found.programme().id(), found.recipient().code()));
        return new Case(
                row(found),
                found.mandate().organisation().value(),
                states.explanation(view),
                remarks(found),
                content == null ? null : contents.content(found, content),
                view == null ? null : view.receivedAt(),
                found.drafts()
                        .standing(found.stored())
                        .map(draft -> draft.recorded().recordedAt())
                        .orElse(null),
                found.mayFillIn() ? begin(view) : null,
                found.mayFillIn() ? null : whyNot(found),
                found.mayWithdraw(),
                MineContents.hasReceipt(found),
                found.terms().dueDate(),
                held(found),
                history(found),
                noted.conditions().stream().map(this::condition).toList(),
                noted.paymentBlocked(),
                found.version(),
                faults,
                done);
    }

    private List<Held> held(MineCase found) {
        return found.stored().file().held().stream()
                .map(held -> held(found, held))
                .toList();
    }

    private Held held(MineCase found, HeldRequisition held) {
        return new Held(
                held.version(),
                held.receivedAt(),
                held.sender().equals(found.reader())
                        ? words.say("Du", "You")
                        : people.names(List.of(held.sender()))
                                .getOrDefault(held.sender(), words.say("En kollega", "A colleague")),
                contents.content(found, held.content()),
                found.mayDecideOnHeld());
    }

    private List<String> remarks(MineCase found) {
        List<String> remarks = new ArrayList<>();
        RequisitionView view = found.view();
        if (view != null && view.pendingLateChange() != null) {
            remarks.add(words.say(
                    "En ändring kom in efter sista dagen. Den räknas inte om inte Socialstyrelsen släpper in den; det som"
                            + " kom in i tid står kvar.",
                    "A change was received after the last day. It counts for nothing unless the agency admits it; what was"
                            + " received in time stands."));
        }
        if (view != null && !view.held().isEmpty() && view.state() != RequisitionState.HELD) {
            remarks.add(words.held());
        }
        if (found.power() instanceof Power.Lapsed(var lapse)) {
            remarks.add(words.lapse(lapse));
        }
        return remarks;
    }

    private String begin(@Nullable RequisitionView view) {
        if (view == null) {
            return words.say("Börja fylla i", "Begin");
        }
        return switch (view.state()) {
            case DRAFT -> words.say("Fortsätt fylla i", "Continue");
            case RETURNED -> words.say("Komplettera", "Complete it");
            case SUBMITTED, APPROVED, HELD -> words.say("Ändra", "Change");
            case WITHDRAWN, REJECTED -> words.say("Rekvirera igen", "Requisition again");
        };
    }

    private String whyNot(MineCase found) {
        return found.power() instanceof Power.Held
                ? words.say(
                        "Ombudet eller en representant behöver påbörja ärendet innan en uppgiftssamordnare kan fylla i.",
                        "The representative or a deputy has to begin the case before a data coordinator can fill it in.")
                : words.say(
                        "Du har inget uppdrag för organisationen. Ansök om att bli ombud, eller be ombudet bjuda in dig.",
                        "You have no mandate for the organisation. Apply for one, or ask the representative to invite you.");
    }

    private List<Event> history(MineCase found) {
        List<HistoryView.Entry> entries = HistoryView.of(
                        found.programme().id(), found.recipient().code(), found.stored(), found.drafts())
                .events();
        Map<String, String> names =
                people.names(entries.stream().map(HistoryView.Entry::actor).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new Event(
                        words.event(entry.type(), entry.title()),
                        entry.receivedAt() == null ? entry.recordedAt() : entry.receivedAt(),
                        who(found, entry, names),
                        entry.reason(),
                        entry.completeBy(),
                        entry.changes().stream().map(this::change).toList()))
                .toList();
    }

    /** Colleagues by name; the agency's people as the agency. */
    private String who(MineCase found, HistoryView.Entry entry, Map<String, String> names) {
        if (entry.actor().equals(found.reader())) {
            return words.say("Du", "You");
        }
        return found.mandate().mandate().power(entry.actor()) instanceof Power.Never && entry.onMandateOf() == null
                ? words.say("Socialstyrelsen", "The agency")
                : names.getOrDefault(entry.actor(), words.say("En kollega", "A colleague"));
    }

    private String change(HistoryView.Change change) {
        String field = words.field(change.field());
        return change.from() == null
                ? field + ": " + value(change.to())
                : field + ": " + value(change.from()) + " → " + value(change.to());
    }

    private String value(@Nullable String text) {
        if (text == null) {
            return "–";
        }
        return switch (text) {
            case "true" -> words.say("ja", "yes");
            case "false" -> words.say("nej", "no");
            case "[]" -> words.say("inga", "none");
            default ->
                text.matches("[0-9]{1,18}")
                        ? words.kronor(Long.parseLong(text))
                        : text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
        };
    }

    private Condition condition(ConditionsView.Noted noted) {
        return new Condition(
                noted.title(),
                switch (noted.effect()) {
                    case BLOCKS_PAYMENT ->
                        words.say("Inget betalas ut förrän det är uppfyllt.", "Nothing is paid until it is met.");
                    case FOLLOW_UP -> words.say("Följs upp i efterhand.", "It is examined afterwards.");
                },
                noted.source(),
                noted.met(),
                noted.date(),
                noted.evidence());
    }
}
