package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.application.Balances;
import se.statsbidrag.allocation.application.Balances.Standing;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.PayoutDecisions;
import se.statsbidrag.allocation.application.PayoutDecisions.State;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Due;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.plan.PotStatus;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together the pages of decisions to pay; computes no money. */
@ApplicationScoped
class DecisionsPages {
    private final PlanQueries queries;
    private final Programmes programmes;
    private final Balances balances;
    private final PayoutDecisions decisions;
    private final People people;
    private final CurrentCaller caller;
    private final MoneyTexts texts;

    DecisionsPages(
            PlanQueries queries,
            Programmes programmes,
            Balances balances,
            PayoutDecisions decisions,
            People people,
            CurrentCaller caller,
            MoneyTexts texts) {
        this.queries = queries;
        this.programmes = programmes;
        this.balances = balances;
        this.decisions = decisions;
        this.people = people;
        this.caller = caller;
        this.texts = texts;
    }

    DecisionsPage.Grants grants() {
        return new DecisionsPage.Grants(
                programmes.current().programmes().stream()
                        .map(ProgrammeInForce::id)
                        .filter(id -> queries.find(id).isPresent())
                        .map(id -> {
                            Calculation calculation = calculation(id.value());
                            return grant(calculation, balances.of(calculation), decisions.all(id));
                        })
                        .toList(),
                caller.get().is(Role.DECISION_MAKER, Role.ECONOMIST, Role.AUDITOR));
    }

    /** @param form the proposal that was sent and not recorded, to be shown again */
    DecisionsPage.OfGrant grant(String programme, Form form) {
        Calculation calculation = calculation(programme);
        ProgrammeDefinition definition = calculation.definition();
        List<PayoutDecisions.Standing> all = decisions.all(definition.id());
        List<String> chosen = Arrays.asList(form.value("pots").split(",", -1));
        Form own = form.of("propose");
        Standing standing = balances.of(calculation);
        return new DecisionsPage.OfGrant(
                grant(calculation, standing, all),
                definition.pots().stream()
                        .map(pot -> new DecisionsPage.Pot(
                                pot.id().value(),
                                pot.title(),
                                chosen.contains(pot.id().value()),
                                why(calculation, pot)))
                        .toList(),
                standing.due().stream().map(due -> due(definition, due)).toList(),
                all.reversed().stream().map(each -> row(definition, each)).toList(),
                caller.get().is(Role.OFFICER, Role.ECONOMIST),
                own);
    }

    /** @param form the act that was sent and not recorded, to be shown again */
    DecisionsPage.One decision(String programme, int decision, String done, Form form) {
        ProgrammeDefinition definition =
                programmes.require(PlanQueries.programme(programme)).definition();
        PayoutDecisions.Standing standing = decisions
                .find(definition.id(), decision)
                .orElseThrow(() -> Problems.notFound("decision " + decision + " of programme '" + programme + "'"));
        boolean waits = standing.state() == State.PROPOSED;
        boolean own = standing.content().preparedBy().equals(caller.get().subject());
        return new DecisionsPage.One(
                programme,
                texts.title(definition.title()),
                row(definition, standing),
                lines(definition, standing),
                standing.content().reason(),
                name(standing.content().preparedBy()),
                standing.settled() == null ? "" : name(standing.settled().actor()),
                standing.settled() == null ? null : standing.settled().recordedAt(),
                Objects.requireNonNullElse(standing.reason(), ""),
                standing.content().digest(),
                standing.proposal().position(),
                waits && !own && caller.get().is(Role.DECISION_MAKER),
                waits && caller.get().is(Role.OFFICER, Role.ECONOMIST, Role.DECISION_MAKER),
                waits && own,
                done,
                form.of("settle"));
    }

    private Calculation calculation(String programme) {
        return queries.explained(PlanQueries.Query.inForce(programme)).calculation();
    }

    private DecisionsPage.Grant grant(Calculation calculation, Standing standing, List<PayoutDecisions.Standing> all) {
        ProgrammeId id = calculation.definition().id();
        return new DecisionsPage.Grant(
                id.value(),
                texts.title(calculation.definition().title()),
                standing.balances().stream().mapToLong(Balance::entitled).reduce(0, Math::addExact),
                standing.balances().stream().mapToLong(Balance::decided).reduce(0, Math::addExact),
                standing.balances().stream().mapToLong(Balance::outstanding).reduce(0, Math::addExact),
                all.stream().filter(each -> each.state() == State.PROPOSED).count(),
                standing.due().stream()
                        .filter(due -> due.action() == Due.Action.PAY)
                        .count(),
                standing.due().stream()
                        .filter(due -> due.action() == Due.Action.BLOCKED)
                        .count());
    }

    private String why(Calculation calculation, PotDefinition pot) {
        boolean open = calculation.plan().pot(pot.id()).orElseThrow().status() != PotStatus.CLOSED;
        if (PayoutDecision.isDecidedWhenClosed(pot) && open) {
            return texts.say("öppen: beslutas när den är stängd", "open: decided when it is closed");
        }
        return calculation.plan().ties().stream().anyMatch(tie -> tie.pot().equals(pot.id()) && tie.open())
                ? texts.say("en delad plats är inte avgjord", "a tie is not resolved")
                : "";
    }

    DecisionsPage.DueRow due(ProgrammeDefinition definition, Due due) {
        return new DecisionsPage.DueRow(
                due.recipient().value(),
                name(definition, due.recipient()),
                due.action().name(),
                text(due.action()),
                due.amount(),
                due.byPot().keySet().stream().map(pot -> title(definition, pot)).toList(),
                due.blocks().stream().map(Block::text).toList());
    }

    String text(Due.Action action) {
        return switch (action) {
            case PAY -> texts.say("Kan beslutas", "Can be decided");
            case NOT_YET -> texts.say("Beslutas när potten är stängd", "Decided when the pot is closed");
            case BLOCKED -> texts.say("Stoppad", "Barred");
            case NO_COVER -> texts.say("Täckning saknas", "No cover");
            case CLAIM ->
                texts.say("För mycket beslutat: krav kan föreslås", "Too much decided: a claim can be proposed");
        };
    }

    private DecisionsPage.Row row(ProgrammeDefinition definition, PayoutDecisions.Standing standing) {
        PayoutsDecided content = standing.content();
        return new DecisionsPage.Row(
                content.decision(),
                content.caseNumber(),
                standing.state().name(),
                switch (standing.state()) {
                    case PROPOSED -> texts.say("Väntar på beslut", "Waits for a decision");
                    case DECIDED -> texts.say("Beslutat", "Decided");
                    case RETURNED -> texts.say("Återlämnat", "Returned");
                },
                content.pots().stream().map(pot -> title(definition, pot)).collect(Collectors.joining(", ")),
                content.lines().stream()
                        .map(PayoutsDecided.Line::recipient)
                        .distinct()
                        .count(),
                content.lines().stream().mapToLong(PayoutsDecided.Line::amount).reduce(0, Math::addExact),
                standing.settled() == null
                        ? standing.proposal().recordedAt()
                        : standing.settled().recordedAt());
    }

    private List<DecisionsPage.LineRow> lines(ProgrammeDefinition definition, PayoutDecisions.Standing standing) {
        Map<RecipientCode, List<PayoutsDecided.Line>> byRecipient = new LinkedHashMap<>();
        standing.content()
                .lines()
                .forEach(line -> byRecipient
                        .computeIfAbsent(line.recipient(), none -> new ArrayList<>())
                        .add(line));
        return byRecipient.entrySet().stream()
                .map(each -> new DecisionsPage.LineRow(
                        each.getKey().value(),
                        name(definition, each.getKey()),
                        each.getValue().stream()
                                .map(line -> new DecisionsPage.Part(
                                        title(definition, line.pot()), line.entitled(), line.amount()))
                                .toList(),
                        each.getValue().stream()
                                .mapToLong(PayoutsDecided.Line::amount)
                                .reduce(0, Math::addExact),
                        standing.state() == State.DECIDED
                                ? "/money/" + definition.id() + "/" + each.getKey() + "/decisions/"
                                        + standing.content().decision()
                                : ""))
                .toList();
    }

    private String name(String subject) {
        return people.names(List.of(subject)).getOrDefault(subject, subject);
    }

    private static String name(ProgrammeDefinition definition, RecipientCode code) {
        return definition.recipient(code).map(Recipient::name).orElse(code.value());
    }

    static String title(ProgrammeDefinition definition, PotId pot) {
        return definition.pot(pot).map(PotDefinition::title).orElse(pot.value());
    }
}
