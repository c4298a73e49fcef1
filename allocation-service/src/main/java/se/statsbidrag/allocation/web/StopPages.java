package se.statsbidrag.allocation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.api.HoldConsequencesResource;
import se.statsbidrag.allocation.application.Calculation;
import se.statsbidrag.allocation.application.PaymentHolds;
import se.statsbidrag.allocation.application.PaymentHolds.Consequences;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.payment.StopConsequences;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.pages.Form;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Shows what a stop of payments comes to before it is placed or lifted; computes no money. */
@ApplicationScoped
class StopPages {
    private final HoldConsequencesResource operations;
    private final PaymentHolds holds;
    private final PlanQueries queries;
    private final BusinessClock clock;
    private final MoneyTexts texts;

    StopPages(
            HoldConsequencesResource operations,
            PaymentHolds holds,
            PlanQueries queries,
            BusinessClock clock,
            MoneyTexts texts) {
        this.operations = operations;
        this.holds = holds;
        this.queries = queries;
        this.clock = clock;
        this.texts = texts;
    }

    /** The day that was typed; null for none. */
    static @Nullable String until(Map<String, String> typed) {
        String until = typed.getOrDefault("until", "").strip();
        return until.isEmpty() ? null : until;
    }

    /**
     * Whether the person has seen what the stop would come to as things stand now.
     *
     * @throws se.statsbidrag.events.quarkus.ProblemException 422 when recipient or day is wrong
     */
    boolean isSeen(String programme, Map<String, String> typed) {
        return seen(of(queries.planInForce(programme).calculation(), typed), typed)
                .equals(typed.getOrDefault("seen", ""));
    }

    /** What the stop that is being written comes to; null while nothing is written, or whom or when it is about is wrong. */
    OutstandingPage.@Nullable Stop ofTyped(Calculation calculation, Form form) {
        if (form.value("recipient").isEmpty() || form.fault("recipient") != null || form.fault("until") != null) {
            return null;
        }
        Consequences consequences = of(calculation, form.typed());
        return stop(calculation.definition(), consequences, seen(consequences, form.typed()));
    }

    OutstandingPage.Stop ofRelease(Calculation calculation, int hold) {
        return stop(calculation.definition(), holds.consequencesOfRelease(calculation, hold, clock.instant()), "");
    }

    private Consequences of(Calculation calculation, Map<String, String> typed) {
        return operations.consequences(calculation, typed.getOrDefault("recipient", ""), until(typed));
    }

    private static String seen(Consequences consequences, Map<String, String> typed) {
        return consequences.money().recipient() + "/" + typed.getOrDefault("until", "") + "/" + consequences.changed()
                + "/" + consequences.money().stopped() + "/"
                + consequences.money().goesOn();
    }

    private OutstandingPage.Stop stop(ProgrammeDefinition definition, Consequences consequences, String seen) {
        StopConsequences money = consequences.money();
        return new OutstandingPage.Stop(
                ClaimsPages.name(definition, money.recipient().value()),
                seen,
                consequences.changed(),
                money.stopped(),
                money.goesOn(),
                money.lines().stream()
                        .map(line -> new OutstandingPage.StopLine(
                                text(line.stage()),
                                DecisionsPages.title(definition, line.pot()),
                                line.reference(),
                                line.amount(),
                                line.stopped()))
                        .toList(),
                money.batches().stream()
                        .map(each -> new OutstandingPage.WaitingBatch(each.batch(), each.others(), each.amount()))
                        .toList(),
                consequences.others().stream().map(Block::text).toList(),
                consequences.covered());
    }

    private String text(StopConsequences.Stage stage) {
        return switch (stage) {
            case UNDECIDED -> texts.say("Inte beslutat", "Not decided");
            case DECIDED -> texts.say("Beslutat, inte beställt", "Decided, not ordered");
            case PREPARED -> texts.say("I en bunt som inte är godkänd", "In a batch that is not approved");
            case SENT -> texts.say("Skickat till banken", "Sent to the bank");
        };
    }
}
