package se.statsbidrag.allocation.application;

import java.util.List;
import se.statsbidrag.allocation.domain.ledger.ClaimRefusal;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.rules.plan.Swedish;

/** Says what stands against an act on a claim, and what to do. */
final class ClaimProblems {
    private ClaimProblems() {}

    /** 422 where the request is wrong as such, else 409; names all faults. */
    static ProblemException of(List<ClaimRefusal> refusals) {
        List<Fault> faults = refusals.stream().map(ClaimProblems::fault).toList();
        return refusals.stream().anyMatch(ClaimProblems::isOfTheRequest)
                ? Problems.invalid(faults)
                : Problems.conflicts(faults);
    }

    private static boolean isOfTheRequest(ClaimRefusal refusal) {
        return switch (refusal) {
            case ClaimRefusal.NoSuchRecipient _,
                    ClaimRefusal.NoSuchGround _,
                    ClaimRefusal.NoAmount _,
                    ClaimRefusal.TooSoon _,
                    ClaimRefusal.SumDiffers _,
                    ClaimRefusal.NoWaiver _,
                    ClaimRefusal.DueTooSoon _,
                    ClaimRefusal.DayAhead _ -> true;
            case ClaimRefusal.AbovePaid _,
                    ClaimRefusal.AboveOverpaid _,
                    ClaimRefusal.NotNow _,
                    ClaimRefusal.AnswerAwaited _,
                    ClaimRefusal.AboveLeft _,
                    ClaimRefusal.ReferenceUsed _ -> false;
        };
    }

    private static Fault fault(ClaimRefusal refusal) {
        return switch (refusal) {
            case ClaimRefusal.NoSuchRecipient(String recipient) ->
                Fault.of(
                                "recipient",
                                recipient,
                                "The programme has no such recipient",
                                "Use a code that the plan shows")
                        .inSwedish("Bidraget har ingen sådan mottagare.");
            case ClaimRefusal.NoSuchGround(String ground, List<String> grounds) ->
                Fault.of(
                                "ground",
                                ground,
                                "The programme has no such ground for repayment",
                                grounds.isEmpty() ? "It has none" : "Use one of " + String.join(", ", grounds))
                        .inSwedish("Bidragets regler har ingen sådan grund för återkrav.");
            case ClaimRefusal.NoAmount(String field, long amount) ->
                Fault.of(field, String.valueOf(amount), "It is no amount that can be used here", "Write whole kronor")
                        .inSwedish("Ange ett belopp i hela kronor.");
            case ClaimRefusal.AbovePaid(long amount, long left) ->
                Fault.of(
                                "amount",
                                String.valueOf(amount),
                                "Only " + left + " kronor were paid to it that no claim is about",
                                "Claim at most that")
                        .inSwedish("Högst " + Swedish.kronor(left) + " är utbetalda och inte redan återkrävda.");
            case ClaimRefusal.AboveOverpaid(long amount, long overpaid) ->
                Fault.of(
                                "amount",
                                String.valueOf(amount),
                                "What was decided is " + overpaid + " kronor more than the plan gives now",
                                "Claim at most that, or withdraw the claim")
                        .inSwedish("Beslutat belopp är " + Swedish.kronor(overpaid) + " högre än planen nu ger.");
            case ClaimRefusal.NotNow(var state) ->
                Fault.of(
                                "claim",
                                state.name(),
                                "The claim is " + state + ", which the act does not fit",
                                "Read it again")
                        .inSwedish("Det går inte i ärendets nuvarande läge.");
            case ClaimRefusal.TooSoon(var answerBy, var earliest) ->
                Fault.of(
                                "answerBy",
                                answerBy.toString(),
                                "The recipient gets too little time to answer",
                                "Name " + earliest + " or a later day")
                        .inSwedish("Mottagaren får för kort tid att svara. Ange tidigast " + earliest + ".");
            case ClaimRefusal.AnswerAwaited(var answerBy) ->
                Fault.of(
                                "claim",
                                answerBy.toString(),
                                "The recipient may answer until " + answerBy,
                                "Decide when it has answered, or after that day")
                        .inSwedish("Mottagaren får svara till och med " + answerBy + ".");
            case ClaimRefusal.SumDiffers(long sum, long amount) ->
                Fault.of(
                                "claimed",
                                String.valueOf(sum),
                                "What is claimed and waived is not the proposed " + amount + " kronor",
                                "Let the two sum to it, or withdraw the claim and propose another")
                        .inSwedish("Återkrävt och efterskänkt ska tillsammans bli " + Swedish.kronor(amount) + ".");
            case ClaimRefusal.NoWaiver(long waived) ->
                Fault.of(
                                "waived",
                                String.valueOf(waived),
                                "The programme's rules know no waiver",
                                "Claim all of it, or withdraw the claim")
                        .inSwedish("Bidragets regler medger inte att något efterges.");
            case ClaimRefusal.DueTooSoon(var due, var earliest) ->
                Fault.of("due", due.toString(), "The last day to pay has come", "Name " + earliest + " or a later day")
                        .inSwedish("Ange " + earliest + " eller en senare dag.");
            case ClaimRefusal.AboveLeft(long amount, long left) ->
                Fault.of(
                                "amount",
                                String.valueOf(amount),
                                "Only " + left + " kronor are left of the claim",
                                "Book at most that, and give the rest back outside the system")
                        .inSwedish("Bara " + Swedish.kronor(left) + " återstår av kravet.");
            case ClaimRefusal.DayAhead(var day) ->
                Fault.of("day", day.toString(), "The day has not come", "Name today or an earlier day")
                        .inSwedish("Dagen har inte kommit än.");
            case ClaimRefusal.ReferenceUsed(String reference) ->
                Fault.of("reference", reference, "Something else was booked under it", "Use the bank's own reference")
                        .inSwedish("Något annat är redan bokfört med den referensen.");
        };
    }
}
