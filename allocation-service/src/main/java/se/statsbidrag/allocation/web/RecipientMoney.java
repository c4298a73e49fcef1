package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.ClaimDocument;
import se.statsbidrag.allocation.api.ClaimResource;
import se.statsbidrag.allocation.application.Balances;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.PaymentsOverview;
import se.statsbidrag.allocation.application.PaymentsOverview.Followed;
import se.statsbidrag.allocation.domain.ledger.Balance;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.Decisions.Decided;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.RecipientCode;

/** What was decided, paid, stopped and claimed back of a recipient's money, as both sides read it; computes no money. */
@ApplicationScoped
class RecipientMoney {
    private final Balances balances;
    private final PaymentsOverview payments;
    private final ClaimResource claims;
    private final ClaimsPages claimTexts;
    private final MoneyTexts texts;

    RecipientMoney(
            Balances balances,
            PaymentsOverview payments,
            ClaimResource claims,
            ClaimsPages claimTexts,
            MoneyTexts texts) {
        this.balances = balances;
        this.payments = payments;
        this.claims = claims;
        this.claimTexts = claimTexts;
        this.texts = texts;
    }

    /** Null where the plan does not know the recipient. */
    RecipientPage.@Nullable Money of(Calculation calculation, RecipientCode recipient) {
        Balances.Standing standing = balances.of(calculation);
        return standing.balances().stream()
                .filter(each -> each.recipient().equals(recipient))
                .findFirst()
                .map(balance -> of(calculation.definition(), standing, balance))
                .orElse(null);
    }

    private RecipientPage.Money of(ProgrammeDefinition definition, Balances.Standing standing, Balance balance) {
        RecipientCode recipient = balance.recipient();
        return new RecipientPage.Money(
                balance.decided(),
                balance.outstanding(),
                balance.paid(),
                balance.claimed(),
                balance.waived(),
                balance.repaid(),
                standing.ledger().decisions().all().stream()
                        .filter(each -> !each.linesOf(recipient).isEmpty())
                        .map(each -> decision(definition, each, recipient))
                        .toList(),
                payments.of(definition.id()).payments().stream()
                        .filter(each -> each.payment().recipient().equals(recipient))
                        .filter(each -> isTold(each.state()))
                        .map(this::payment)
                        .toList(),
                claims.list(definition.id().value()).claims().stream()
                        .filter(each -> each.recipient().equals(recipient.value()))
                        .map(each -> claim(definition, each))
                        .toList(),
                standing.blocks().getOrDefault(recipient, List.of()).stream()
                        .map(Block::text)
                        .toList());
    }

    /** What was ordered, whatever came of it: what is prepared or given back is the agency's own matter. */
    private static boolean isTold(PaymentsOverview.State state) {
        return switch (state) {
            case PREPARED, RETURNED -> false;
            case ORDERED, PAID, REJECTED, MISSING -> true;
        };
    }

    private RecipientPage.Payment payment(Followed followed) {
        return new RecipientPage.Payment(
                followed.payment().id(),
                switch (followed.state()) {
                    case PAID -> texts.say("Betalt", "Paid");
                    case REJECTED -> texts.say("Avvisat av banken", "Rejected by the bank");
                    default -> texts.say("På väg", "On its way");
                },
                followed.bookedOn() == null ? followed.executionDate() : followed.bookedOn(),
                followed.payment().amount());
    }

    private RecipientPage.Claim claim(ProgrammeDefinition definition, ClaimDocument claim) {
        ClaimDocument.Decision decision = claim.decision();
        return new RecipientPage.Claim(
                "/money/claims/" + definition.id() + "/" + claim.claim(),
                claim.claim(),
                ClaimsPages.badge(claim.state()),
                claimTexts.text(claim.state()),
                claim.state().equals("NOTIFIED") ? claim.answerBy() : null,
                decision == null ? claim.amount() : decision.claimed(),
                claim.left());
    }

    private static RecipientPage.Decision decision(
            ProgrammeDefinition definition, Decided decided, RecipientCode recipient) {
        return new RecipientPage.Decision(
                decided.event().caseNumber(),
                decided.decidedAt(),
                decided.linesOf(recipient).stream()
                        .map(line -> definition
                                .pot(line.pot())
                                .map(PotDefinition::title)
                                .orElse(line.pot().value()))
                        .collect(Collectors.joining(", ")),
                decided.amountTo(recipient),
                "/money/" + definition.id() + "/" + recipient + "/decisions/"
                        + decided.event().decision());
    }
}
