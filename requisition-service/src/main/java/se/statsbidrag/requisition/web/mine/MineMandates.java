package se.statsbidrag.requisition.web.mine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.MandateRole;
import se.statsbidrag.events.access.Permission;
import se.statsbidrag.events.access.Power;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.api.Access;
import se.statsbidrag.requisition.api.Lookup;
import se.statsbidrag.requisition.application.Mandates;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.read.MandateHistoryView;
import se.statsbidrag.requisition.read.MandateView;
import se.statsbidrag.requisition.web.mine.MineViews.Delegate;
import se.statsbidrag.requisition.web.mine.MineViews.Event;
import se.statsbidrag.requisition.web.mine.MineViews.FaultLine;
import se.statsbidrag.requisition.web.mine.MineViews.Organisation;
import se.statsbidrag.requisition.web.mine.MineViews.Standing;
import se.statsbidrag.requisition.web.mine.MineViews.Start;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Puts together what the pages of the reader's organisations and mandates show. */
@ApplicationScoped
class MineMandates {
    private final Lookup lookup;
    private final CurrentCaller current;
    private final Programmes programmes;
    private final Mandates mandates;
    private final MineCases cases;
    private final People people;
    private final MineWords words;

    MineMandates(
            Lookup lookup,
            CurrentCaller current,
            Programmes programmes,
            Mandates mandates,
            MineCases cases,
            People people,
            MineWords words) {
        this.lookup = lookup;
        this.current = current;
        this.programmes = programmes;
        this.mandates = mandates;
        this.cases = cases;
        this.people = people;
        this.words = words;
    }

    Start start() {
        Caller reader = current.get();
        return new Start(
                reader.subject(),
                lookup.organisations().keySet().stream()
                        .filter(organisation -> reader.mayActFor(organisation.value()))
                        .map(mandates::load)
                        .map(mandate -> new Organisation(
                                mandate.organisation().value(),
                                name(mandate.organisation()),
                                standing(mandate),
                                cases.rows(mandate)))
                        .toList());
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 when there is none, 403 when it is another's */
    MineViews.Mandate page(String number, List<FaultLine> faults, String typedReason, String done) {
        OrganisationNumber organisation = lookup.organisation(number);
        Access.actFor(current.get(), organisation);
        StoredMandate stored = mandates.load(organisation);
        String reader = current.get().subject();
        Power power = stored.mandate().power(reader);
        MandateView view = MandateView.of(stored, lookup.recipients(organisation));
        Map<String, String> names = names(stored);
        boolean hasRole = current.get().is(Role.REPRESENTATIVE, Role.DEPUTY);
        boolean isRepresentative = reader.equals(view.representative());
        boolean isApplicant = reader.equals(view.applicant());
        return new MineViews.Mandate(
                organisation.value(),
                name(organisation),
                standing(stored),
                view.representative() != null,
                view.representative() == null ? null : person(view.representative(), reader, names),
                view.applicant() == null ? null : person(view.applicant(), reader, names),
                view.appliedAt(),
                delegates(view.deputies(), power, reader, Permission.REMOVE_DEPUTY, names),
                delegates(view.dataCoordinators(), power, reader, Permission.REMOVE_DATA_COORDINATOR, names),
                hasRole && !isRepresentative && view.applicant() == null,
                hasRole && (isRepresentative || isApplicant),
                isApplicant,
                mandates.permissions().allows(power, Permission.INVITE_DEPUTY),
                mandates.permissions().allows(power, Permission.INVITE_DATA_COORDINATOR),
                reader,
                history(stored, reader, names),
                faults,
                typedReason,
                done);
    }

    private String name(OrganisationNumber organisation) {
        return programmes.current().programmes().stream()
                .flatMap(programme -> programme.definition().recipients().stream())
                .filter(recipient -> organisation.equals(recipient.organisationNumber()))
                .map(recipient -> recipient.name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Standing standing(StoredMandate stored) {
        String reader = current.get().subject();
        return switch (stored.mandate().power(reader)) {
            case Power.Held(MandateRole role, String representative) ->
                new Standing(
                        words.role(role),
                        "passed",
                        words.mayDo(role),
                        representative.equals(reader) ? approvedAt(stored, reader) : null);
            case Power.Lapsed(var lapse) ->
                new Standing(
                        stored.mandate().waiting().isPresent()
                                        && stored.mandate()
                                                .waiting()
                                                .get()
                                                .applicant()
                                                .equals(reader)
                                ? words.say("Ansökan väntar", "Application waits")
                                : words.say("Inget gällande uppdrag", "No mandate in force"),
                        "ended",
                        words.lapse(lapse),
                        null);
            case Power.Never _ ->
                new Standing(
                        words.say("Inget uppdrag", "No mandate"),
                        "ended",
                        words.say(
                                "För att rekvirera behövs ett ombud som Socialstyrelsen har godkänt, eller någon som ombudet"
                                        + " har bjudit in.",
                                "To requisition takes a representative whom the agency has approved, or somebody whom that"
                                        + " one has invited."),
                        null);
        };
    }

    private static @Nullable Instant approvedAt(StoredMandate stored, String person) {
        return stored.events().reversed().stream()
                .filter(event -> event.event() instanceof RepresentativeApproved approved
                        && approved.representative().equals(person))
                .map(event -> event.recorded().recordedAt())
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> names(StoredMandate stored) {
        Set<String> persons = new HashSet<>();
        MandateHistoryView.of(stored).events().forEach(entry -> persons.add(entry.person()));
        return people.names(persons);
    }

    /** A colleague by name, or by the opaque id while no name is known; the reader as such. */
    private String person(String id, String reader, Map<String, String> names) {
        return id.equals(reader) ? words.say("Du", "You") : names.getOrDefault(id, id);
    }

    private List<Delegate> delegates(
            List<String> persons, Power power, String reader, Permission removal, Map<String, String> names) {
        List<Delegate> delegates = new ArrayList<>();
        for (String id : persons) {
            Permission needed = id.equals(reader) ? Permission.REMOVE_OWN_ACCOUNT : removal;
            delegates.add(new Delegate(
                    id, person(id, reader, names), mandates.permissions().allows(power, needed)));
        }
        return delegates;
    }

    private List<Event> history(StoredMandate stored, String reader, Map<String, String> names) {
        return MandateHistoryView.of(stored).events().stream()
                .map(entry -> new Event(
                        words.event(entry.type(), entry.title()),
                        entry.recordedAt(),
                        person(entry.person(), reader, names),
                        entry.reason(),
                        null,
                        List.of()))
                .toList();
    }
}
