package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.statsbidrag.allocation.api.HoldResource;
import se.statsbidrag.allocation.api.HoldResource.HoldDocument;
import se.statsbidrag.allocation.application.Balances;
import se.statsbidrag.allocation.application.Balances.Standing;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.allocation.domain.ledger.Due;
import se.statsbidrag.allocation.domain.payment.DoublePayment;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.web.ClaimsPage.Choice;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.EventReference;

/** Puts together what is to be done in a grant, and a recipient's money event by event; computes no money. */
@ApplicationScoped
class OutstandingPages {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final PlanQueries queries;
    private final Balances balances;
    private final DecisionsPages decisions;
    private final HoldResource holds;
    private final StopPages stops;
    private final LedgerLines lines;
    private final People people;
    private final CurrentCaller caller;
    private final MoneyTexts texts;

    OutstandingPages(
            PlanQueries queries,
            Balances balances,
            DecisionsPages decisions,
            HoldResource holds,
            StopPages stops,
            LedgerLines lines,
            People people,
            CurrentCaller caller,
            MoneyTexts texts) {
        this.queries = queries;
        this.balances = balances;
        this.decisions = decisions;
        this.holds = holds;
        this.stops = stops;
        this.lines = lines;
        this.people = people;
        this.caller = caller;
        this.texts = texts;
    }

    /**
     * What is to be done.
     *
     * @param query part of a recipient's name or the beginning of its code; empty for all
     * @param action of those wanted; empty for all
     * @param form the act that was sent and not recorded, to be shown again
     */
    OutstandingPage.OfGrant grant(String programme, String query, String action, String done, Form form) {
        Calculation calculation = calculation(programme);
        ProgrammeDefinition definition = calculation.definition();
        Standing standing = balances.of(calculation);
        String wanted = query.strip().toLowerCase(SWEDISH);
        return new OutstandingPage.OfGrant(
                programme,
                texts.title(definition.title()),
                sums(standing.due()),
                query.strip(),
                action,
                Arrays.stream(Due.Action.values())
                        .map(each -> new Choice(
                                each.name(), decisions.text(each), each.name().equals(action)))
                        .toList(),
                standing.due().stream()
                        .map(due -> decisions.due(definition, due))
                        .filter(row -> row.name().toLowerCase(SWEDISH).contains(wanted)
                                || row.code().startsWith(wanted))
                        .filter(row -> action.isEmpty() || row.action().equals(action))
                        .toList(),
                ClaimActs.overpaymentGround(definition)
                        .map(ground -> ground.text() + " (" + ground.source() + ")")
                        .orElse(""),
                DoublePayment.of(standing.ledger()).stream()
                        .map(each -> suspected(definition, each))
                        .toList(),
                holds(calculation, form),
                caller.get().is(Role.OFFICER, Role.ECONOMIST),
                definition.recipients().stream()
                        .map(each -> new Choice(
                                each.code().value(),
                                each.code() + " " + each.name(),
                                each.code().value().equals(form.of("hold").value("recipient"))))
                        .toList(),
                stops.ofTyped(calculation, form.of("hold")),
                done,
                form);
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 404 when the programme has no such recipient */
    OutstandingPage.OfRecipient recipient(String programme, String code) {
        Calculation calculation = calculation(programme);
        ProgrammeDefinition definition = calculation.definition();
        Recipient recipient = definition.recipients().stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("recipient '" + code + "' of programme '" + programme + "'"));
        Standing standing = balances.of(calculation);
        return new OutstandingPage.OfRecipient(
                programme,
                texts.title(definition.title()),
                code,
                recipient.name(),
                standing.balances().stream()
                        .filter(each -> each.recipient().equals(recipient.code()))
                        .findFirst()
                        .orElse(null),
                standing.due().stream()
                        .filter(each -> each.recipient().equals(recipient.code()))
                        .map(each -> decisions.due(definition, each))
                        .findFirst()
                        .orElse(null),
                lines.ofRecipient(definition.id(), recipient.code()));
    }

    private Calculation calculation(String programme) {
        return queries.explained(PlanQueries.Query.inForce(programme)).calculation();
    }

    private List<OutstandingPage.Sum> sums(List<Due> due) {
        return Arrays.stream(Due.Action.values())
                .map(action -> new OutstandingPage.Sum(
                        decisions.text(action),
                        due.stream().filter(each -> each.action() == action).count(),
                        due.stream()
                                .filter(each -> each.action() == action)
                                .mapToLong(Due::amount)
                                .reduce(0, Math::addExact)))
                .filter(sum -> sum.recipients() > 0)
                .toList();
    }

    private OutstandingPage.Suspected suspected(ProgrammeDefinition definition, DoublePayment suspected) {
        return new OutstandingPage.Suspected(
                switch (suspected.kind()) {
                    case DECISION_PAID_TWICE ->
                        texts.say("Samma beslut i två betalningar", "The same decision in two payments");
                    case BOOKED_TWICE -> texts.say("Bokförd två gånger av banken", "Booked twice by the bank");
                    case SAME_SUM_TO_SAME_ACCOUNT ->
                        texts.say("Samma summa till samma konto", "The same sum to the same account");
                },
                suspected.recipient().value(),
                ClaimsPages.name(definition, suspected.recipient().value()),
                suspected.amount(),
                String.join(", ", suspected.payments()),
                suspected.events().stream().map(EventReference::toString).collect(Collectors.joining(", ")));
    }

    private List<OutstandingPage.Hold> holds(Calculation calculation, Form form) {
        ProgrammeDefinition definition = calculation.definition();
        List<HoldDocument> all = holds.list(definition.id().value()).holds();
        Map<String, String> names =
                people.names(all.stream().map(HoldDocument::heldBy).distinct().toList());
        return all.stream()
                .sorted(Comparator.comparing(HoldDocument::holds).reversed().thenComparing(HoldDocument::hold))
                .map(each -> new OutstandingPage.Hold(
                        each.hold(),
                        each.recipient(),
                        ClaimsPages.name(definition, each.recipient()),
                        each.type(),
                        each.until(),
                        each.reason(),
                        each.holds(),
                        each.heldAt(),
                        names.getOrDefault(each.heldBy(), each.heldBy()),
                        each.released(),
                        each.holds() ? stops.ofRelease(calculation, each.hold()) : null,
                        form.of("release-" + each.hold())))
                .toList();
    }
}
