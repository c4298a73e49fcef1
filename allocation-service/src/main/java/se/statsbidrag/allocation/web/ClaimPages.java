package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.ClaimDocument;
import se.statsbidrag.allocation.api.ClaimResource;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.allocation.web.MoneyConsequences.Change;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.events.ClaimWithdrawn;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.People;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Puts together the page of one claim, for the agency and for the recipient; computes no money. */
@ApplicationScoped
class ClaimPages {
    private static final Set<String> OPEN = Set.of("PROPOSED", "NOTIFIED", "ANSWERED");

    private final Programmes programmes;
    private final ClaimResource operations;
    private final ClaimsPages claims;
    private final MoneyConsequences consequences;
    private final LedgerLines lines;
    private final People people;
    private final CurrentCaller caller;
    private final BusinessClock clock;
    private final MoneyTexts texts;

    ClaimPages(
            Programmes programmes,
            ClaimResource operations,
            ClaimsPages claims,
            MoneyConsequences consequences,
            LedgerLines lines,
            People people,
            CurrentCaller caller,
            BusinessClock clock,
            MoneyTexts texts) {
        this.programmes = programmes;
        this.operations = operations;
        this.claims = claims;
        this.consequences = consequences;
        this.lines = lines;
        this.people = people;
        this.caller = caller;
        this.clock = clock;
        this.texts = texts;
    }

    /** @param form the act that was sent and not recorded, to be shown again */
    ClaimsPage.One one(String programme, String number, String done, Form form) {
        ClaimDocument claim = operations.claim(programme, number);
        ProgrammeDefinition definition =
                programmes.require(PlanQueries.programme(programme)).definition();
        LocalDate today = LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
        boolean staff = caller.get().readsAll();
        ClaimDocument.WaitingDecision waiting = claim.waiting();
        Calculation calculation = staff ? claims.calculation(definition.id()).orElse(null) : null;
        ClaimsPage.Acts acts = acts(claim, today);
        ProgrammeId id = definition.id();
        return new ClaimsPage.One(
                programme,
                texts.title(definition.title()),
                ClaimsPages.name(definition, claim.recipient()),
                staff,
                ClaimsPages.badge(claim.state()),
                claims.text(claim.state()),
                claim,
                claim.lines().stream()
                        .map(line -> new ClaimsPage.PotLine(
                                definition
                                        .pot(new PotId(line.pot()))
                                        .map(PotDefinition::title)
                                        .orElse(line.pot()),
                                line.amount()))
                        .toList(),
                definition.repayment().waiver(),
                waiting == null
                        ? ""
                        : people.names(List.of(waiting.preparedBy()))
                                .getOrDefault(waiting.preparedBy(), waiting.preparedBy()),
                acts,
                waiting == null && !acts.decide()
                        ? List.of()
                        : changes(calculation, claim, decision(id, claim, waiting, form.of("decide"))),
                acts.withdraw() ? changes(calculation, claim, new ClaimWithdrawn(id, claim.claim(), "")) : List.of(),
                acts.repay()
                        ? changes(calculation, claim, new ClaimRepaid(id, claim.claim(), claim.left(), today, "", ""))
                        : List.of(),
                lines.ofClaim(id, claim.claim()),
                today,
                done,
                form);
    }

    private ClaimsPage.Acts acts(ClaimDocument claim, LocalDate today) {
        Caller current = caller.get();
        boolean prepares = current.is(Role.OFFICER, Role.ECONOMIST);
        boolean open = OPEN.contains(claim.state());
        ClaimDocument.WaitingDecision waiting = claim.waiting();
        LocalDate answerBy = claim.answerBy();
        boolean own = waiting != null && waiting.preparedBy().equals(current.subject());
        boolean heard = answerBy != null && (claim.answer() != null || today.isAfter(answerBy));
        return new ClaimsPage.Acts(
                open && waiting == null && prepares,
                open && answerBy != null && current.is(Role.REPRESENTATIVE),
                open && waiting == null && heard && prepares,
                waiting != null && !own && current.is(Role.DECISION_MAKER),
                waiting != null && current.is(Role.OFFICER, Role.ECONOMIST, Role.DECISION_MAKER),
                own,
                open && waiting == null && prepares,
                claim.state().equals("DECIDED") && current.is(Role.ECONOMIST),
                claim.invoice() != null && claim.left() > 0 && current.is(Role.ECONOMIST));
    }

    /** What waits, or what stands in the form: at first that all is claimed. Null while that does not sum up. */
    private static @Nullable LedgerEvent decision(
            ProgrammeId programme, ClaimDocument claim, ClaimDocument.@Nullable WaitingDecision waiting, Form form) {
        String claimedTyped = form.value("claimed", String.valueOf(claim.amount()));
        String waivedTyped = form.value("waived", "0");
        if (waiting == null && !(Kronor.isWhole(claimedTyped) && Kronor.isWhole(waivedTyped))) {
            return null;
        }
        long claimed = waiting == null ? Kronor.required("claimed", claimedTyped) : waiting.claimed();
        long waived = waiting == null ? Kronor.required("waived", waivedTyped) : waiting.waived();
        return claimed + waived == claim.amount() && claimed >= 0 && waived >= 0
                ? new ClaimDecided(programme, claim.claim(), "", claimed, waived, "", "")
                : null;
    }

    private List<Change> changes(@Nullable Calculation calculation, ClaimDocument claim, @Nullable LedgerEvent event) {
        return calculation == null || event == null
                ? List.of()
                : consequences.of(calculation, new RecipientCode(claim.recipient()), event);
    }
}
