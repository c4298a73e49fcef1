package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.ClaimDocument;
import se.statsbidrag.allocation.api.ClaimResource;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.domain.ledger.ClaimState;
import se.statsbidrag.allocation.read.ClaimSuggestions;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.web.ClaimsPage.Choice;
import se.statsbidrag.allocation.web.ClaimsPage.Row;
import se.statsbidrag.allocation.web.MoneyConsequences.Change;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together the lists of claims; computes no money. */
@ApplicationScoped
class ClaimsPages {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private final Programmes programmes;
    private final PlanQueries queries;
    private final ClaimResource operations;
    private final ClaimSuggestions suggestions;
    private final MoneyConsequences consequences;
    private final CurrentCaller caller;
    private final MoneyTexts texts;

    ClaimsPages(
            Programmes programmes,
            PlanQueries queries,
            ClaimResource operations,
            ClaimSuggestions suggestions,
            MoneyConsequences consequences,
            CurrentCaller caller,
            MoneyTexts texts) {
        this.programmes = programmes;
        this.queries = queries;
        this.operations = operations;
        this.suggestions = suggestions;
        this.consequences = consequences;
        this.caller = caller;
        this.texts = texts;
    }

    /**
     * What a reader asks of the list.
     *
     * @param query part of a recipient's name or the beginning of its code; empty for all
     * @param state of those wanted; empty for all
     * @param suggestion the recipient whose suggested claim is to stand in the form; empty for none
     */
    record Asked(String query, String state, String suggestion) {}

    /** @param typed the proposal that was sent and not recorded, to be shown again */
    ClaimsPage.OfGrant grant(String programme, Asked asked, String done, Form typed) {
        ProgrammeDefinition definition =
                programmes.require(PlanQueries.programme(programme)).definition();
        boolean staff = caller.get().readsAll();
        Optional<Calculation> calculation = staff ? calculation(definition.id()) : Optional.empty();
        List<ClaimSuggestions.Suggestion> suggested =
                calculation.map(suggestions::of).orElse(List.of());
        Form form = filled(typed.of("propose"), suggested, asked.suggestion());
        List<ClaimDocument> all = operations.list(programme).claims();
        return new ClaimsPage.OfGrant(
                programme,
                texts.title(definition.title()),
                staff,
                sums(all),
                asked.query().strip(),
                asked.state(),
                Arrays.stream(ClaimState.values())
                        .map(each ->
                                new Choice(each.name(), text(each), each.name().equals(asked.state())))
                        .toList(),
                all.reversed().stream()
                        .map(each -> row(definition, each))
                        .filter(row -> isWanted(row, asked.query()))
                        .filter(row ->
                                asked.state().isEmpty() || text(asked.state()).equals(row.stateText()))
                        .toList(),
                suggested.stream().map(each -> suggestion(definition, each)).toList(),
                caller.get().is(Role.OFFICER, Role.ECONOMIST) && calculation.isPresent(),
                definition.recipients().stream()
                        .map(each -> new Choice(
                                each.code().value(),
                                each.code() + " " + each.name(),
                                each.code().value().equals(form.value("recipient"))))
                        .toList(),
                definition.repayment().grounds().stream()
                        .map(each -> ClaimsPage.choice(each, form.value("ground")))
                        .toList(),
                calculation.map(each -> changes(each, form)).orElse(List.of()),
                done,
                form);
    }

    Optional<Calculation> calculation(ProgrammeId programme) {
        return queries.find(programme).isEmpty()
                ? Optional.empty()
                : Optional.of(queries.explained(PlanQueries.Query.inForce(programme.value()))
                        .calculation());
    }

    String text(ClaimState state) {
        return switch (state) {
            case PROPOSED -> texts.say("Föreslaget", "Proposed");
            case NOTIFIED -> texts.say("Väntar på svar", "Waits for an answer");
            case ANSWERED -> texts.say("Besvarat", "Answered");
            case WITHDRAWN -> texts.say("Tillbakataget", "Taken back");
            case DECIDED -> texts.say("Beslutat", "Decided");
            case WAIVED -> texts.say("Efterskänkt", "Waived");
            case INVOICED -> texts.say("Fakturerat", "Invoiced");
            case OVERDUE -> texts.say("Förfallet", "Overdue");
            case REPAID -> texts.say("Återbetalt", "Repaid");
        };
    }

    String text(String state) {
        return Arrays.stream(ClaimState.values())
                .filter(each -> each.name().equals(state))
                .map(this::text)
                .findFirst()
                .orElse(state);
    }

    /** What waits for nobody stands out as settled, what is late as a warning. */
    static String badge(String state) {
        return switch (state) {
            case "OVERDUE" -> "STALE";
            case "REPAID", "WAIVED" -> "FINAL";
            default -> state;
        };
    }

    static String name(ProgrammeDefinition definition, String code) {
        return definition.recipients().stream()
                .filter(each -> each.code().value().equals(code))
                .map(Recipient::name)
                .findFirst()
                .orElse(code);
    }

    private static Form filled(Form form, List<ClaimSuggestions.Suggestion> suggested, String recipient) {
        return suggested.stream()
                .filter(each ->
                        form.typed().isEmpty() && each.recipient().value().equals(recipient))
                .findFirst()
                .map(each -> new Form(
                        form.name(),
                        Map.of(
                                "recipient",
                                recipient,
                                "ground",
                                each.ground().map(Repayment.Ground::id).orElse(""),
                                "amount",
                                String.valueOf(each.amount()),
                                "reason",
                                each.reason()),
                        List.of(),
                        null))
                .orElse(form);
    }

    private List<Change> changes(Calculation calculation, Form form) {
        ProgrammeDefinition definition = calculation.definition();
        return definition.recipients().stream()
                .map(Recipient::code)
                .filter(each -> each.value().equals(form.value("recipient")) && Kronor.isWhole(form.value("amount")))
                .findFirst()
                .map(recipient -> consequences.of(calculation, recipient, proposed(definition, recipient, form)))
                .orElse(List.of());
    }

    private static ClaimProposed proposed(ProgrammeDefinition definition, RecipientCode recipient, Form form) {
        return new ClaimProposed(
                definition.id(),
                Integer.MAX_VALUE,
                recipient,
                form.value("ground"),
                false,
                Kronor.required("amount", form.value("amount")),
                List.of(),
                form.value("reason"),
                List.of());
    }

    private static boolean isWanted(Row row, String query) {
        String wanted = query.strip().toLowerCase(SWEDISH);
        return row.name().toLowerCase(SWEDISH).contains(wanted) || row.code().startsWith(wanted);
    }

    private Row row(ProgrammeDefinition definition, ClaimDocument claim) {
        ClaimDocument.Decision decision = claim.decision();
        ClaimDocument.Invoice invoice = claim.invoice();
        return new Row(
                claim.claim(),
                claim.recipient(),
                name(definition, claim.recipient()),
                claim.ground().text(),
                badge(claim.state()),
                text(claim.state()),
                claim.amount(),
                decision == null ? 0 : decision.claimed(),
                decision == null ? 0 : decision.waived(),
                claim.repaid(),
                claim.left(),
                switch (claim.state()) {
                    case "NOTIFIED" -> claim.answerBy();
                    case "INVOICED", "OVERDUE" -> invoice == null ? null : invoice.due();
                    default -> null;
                });
    }

    private static ClaimsPage.Suggestion suggestion(
            ProgrammeDefinition definition, ClaimSuggestions.Suggestion suggestion) {
        Repayment.@Nullable Ground ground = suggestion.ground().orElse(null);
        return new ClaimsPage.Suggestion(
                suggestion.recipient().value(),
                name(definition, suggestion.recipient().value()),
                suggestion.isSuggested(),
                ground == null ? "" : ground.text(),
                ground == null ? "" : ground.source(),
                suggestion.amount(),
                suggestion.reason());
    }

    private static ClaimsPage.Sums sums(List<ClaimDocument> claims) {
        long claimed = 0;
        long waived = 0;
        long repaid = 0;
        long left = 0;
        for (ClaimDocument claim : claims) {
            ClaimDocument.Decision decision = claim.decision();
            claimed = Math.addExact(claimed, decision == null ? 0 : decision.claimed());
            waived = Math.addExact(waived, decision == null ? 0 : decision.waived());
            repaid = Math.addExact(repaid, claim.repaid());
            left = Math.addExact(left, claim.left());
        }
        return new ClaimsPage.Sums(claimed, waived, repaid, left);
    }
}
