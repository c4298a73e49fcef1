package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.rule.RequisitionedAmount;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * The steps from a requisition to what its recipient is due: its part of each pot, and of what others left (R-T2, R-G7, I-R1,
 * I-R2, I-R6).
 */
final class RequisitionSteps {
    private static final String POT_ROUNDING =
            "hela kronor med största restens metod; lika rester i ordning efter bidragets delar";

    private final Computation computation;
    private final ProgrammeDefinition definition;
    private final FactSteps facts;
    private final Function<PotDefinition, Step> amount;
    private final ShareSteps shares;

    /** @param amount the step that gives what a pot has to divide */
    RequisitionSteps(
            Computation computation, FactSteps facts, Function<PotDefinition, Step> amount, ShareSteps shares) {
        this.computation = computation;
        this.definition = computation.definition;
        this.facts = facts;
        this.amount = amount;
        this.shares = shares;
    }

    /** What a recipient is due from a pot that is divided into shares: nothing without a requisition in force. */
    Step line(String id, PotDefinition pot, RecipientCode recipient) {
        String title = pot.title() + ", " + facts.name(recipient);
        boolean asks = definition.amountSetBy() == AmountSetBy.RECIPIENT;
        String rule = pot.rule() + (asks ? ", I-R1, I-R6" : ", I-K1");
        if (!computation.members(pot).contains(recipient)) {
            return Steps.evaluated(id, rule, pot, title, new Formula.Sum(), List.of(), null);
        }
        List<Input> inputs = new ArrayList<>();
        if (!asks) {
            inputs.add(shares.share(pot, recipient));
        } else if (facts.standing(recipient) instanceof RequisitionStanding.InForce inForce) {
            Step part = requisitioned(pot, recipient, inForce.submission());
            inputs.add(Steps.derived(part.title(), part));
        }
        inputs.add(Steps.derived("gällande rekvisition", facts.participation(recipient)));
        return Steps.evaluated(id, rule, pot, title, new Formula.Product(), inputs, null);
    }

    /** All that a recipient may requisition. */
    Step total(RecipientCode recipient) {
        String id = "shares/" + recipient;
        return facts.once(
                id,
                () -> new Step(
                        id,
                        "I-R1, I-R6",
                        definition.requisition().source(),
                        "Högsta belopp att rekvirera, " + facts.name(recipient),
                        new Formula.Sum(),
                        computation.sharedPots(recipient).stream()
                                .map(pot -> shares.share(pot, recipient))
                                .toList(),
                        null,
                        computation.shares.total(recipient)));
    }

    /** What is accepted of a requisitioned amount: never more than the shares together. */
    Step accepted(RecipientCode recipient, Submission submission) {
        String id = "accepted/" + recipient;
        return facts.once(id, () -> {
            List<Input> inputs = List.of(
                    new Input.FromEvent("rekvirerat belopp", computation.asked(recipient), submission.submitted()),
                    Steps.derived("högsta belopp", total(recipient)));
            return new Step(
                    id,
                    "I-R1",
                    definition.requisition().source(),
                    "Rekvirerat belopp, " + facts.name(recipient),
                    new Formula.Least(),
                    inputs,
                    null,
                    RequisitionedAmount.accepted(computation.asked(recipient), computation.sharesOf(recipient)));
        });
    }

    private Step requisitioned(PotDefinition pot, RecipientCode recipient, Submission submission) {
        String id = "requisitioned/" + pot.id() + "/" + recipient;
        List<PotDefinition> pots = computation.sharedPots(recipient);
        return facts.once(id, () -> {
            List<Input> inputs = new ArrayList<>();
            inputs.add(Steps.derived("rekvirerat belopp", accepted(recipient, submission)));
            pots.forEach(each -> inputs.add(shares.share(each, recipient)));
            return Steps.evaluated(
                    id,
                    "I-R6",
                    pot,
                    "Rekvirerat ur " + pot.title() + ", " + facts.name(recipient),
                    new Formula.Share(pots.indexOf(pot)),
                    inputs,
                    POT_ROUNDING);
        });
    }

    /** What a recipient is due of what others left in the pot that a derived pot hands out. */
    Step wanted(String id, PotDefinition pot, RecipientCode recipient) {
        PotDefinition source = computation.sourceOf(pot);
        String rule = pot.rule() + ", I-R2, I-R4";
        String title = pot.title() + ", " + facts.name(recipient);
        Input toDivide = Steps.derived("belopp att fördela", amount.apply(pot));
        List<RecipientCode> takers = computation.takers(source);
        if (computation.outcome(pot.id()).amount() == 0) {
            return Steps.evaluated(id, rule, pot, title, new Formula.Sum(), List.of(toDivide), null);
        }
        if (!takers.contains(recipient)) {
            Input none = Steps.derived("deltar i omfördelningen", taking(source, recipient));
            return Steps.evaluated(id, rule, pot, title, new Formula.Product(), List.of(toDivide, none), null);
        }
        List<Input> inputs = new ArrayList<>();
        inputs.add(toDivide);
        takers.forEach(code -> {
            Step weight = taking(source, code);
            inputs.add(Steps.derived(weight.title(), weight));
        });
        return Steps.evaluated(
                id, rule, pot, title, new Formula.Share(takers.indexOf(recipient)), inputs, ShareSteps.ROUNDING);
    }

    /** What a recipient weighs among those that share what others leave: its share, or 0 when it is not among them. */
    private Step taking(PotDefinition source, RecipientCode recipient) {
        String id = "taking/" + source.id() + "/" + recipient;
        return facts.once(id, () -> {
            List<Input> inputs = new ArrayList<>();
            inputs.add(Steps.derived("gällande rekvisition", facts.participation(recipient)));
            if (facts.standing(recipient) instanceof RequisitionStanding.InForce inForce) {
                Submission submission = inForce.submission();
                boolean inFull =
                        RequisitionedAmount.inFull(computation.asked(recipient), computation.sharesOf(recipient));
                inputs.add(new Input.FromEvent(
                        "önskar del av kvarstående medel",
                        submission.wantsRemainingFunds() ? 1 : 0,
                        submission.submitted()));
                inputs.add(new Input.FromEvent("har rekvirerat hela beloppet", inFull ? 1 : 0, submission.submitted()));
            }
            inputs.add(shares.share(source, recipient));
            return Steps.evaluated(
                    id,
                    "I-R2",
                    source,
                    "Vikt i omfördelningen, " + facts.name(recipient),
                    new Formula.Product(),
                    inputs,
                    null);
        });
    }
}
