package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.domain.ledger.Claim;
import se.statsbidrag.allocation.domain.ledger.ClaimActs;
import se.statsbidrag.allocation.domain.ledger.Ledger;
import se.statsbidrag.allocation.domain.ledger.Overpayment;
import se.statsbidrag.events.ClaimDecided;
import se.statsbidrag.events.access.TwoPersons;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.deadline.BankDays;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Proposals;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;

/** Claims for money back: proposed, told, answered, decided by two persons, invoiced and repaid. */
@ApplicationScoped
public class RepaymentClaims {
    private static final String ACT = "claim-decision";
    /** A proposal's content is the event that its approval records, in this form. */
    private static final String TYPE = "claim-decided";

    private static final int SCHEMA = 1;

    private final Ledgers ledgers;
    private final Proposals proposals;
    private final EventCodec codec;

    public RepaymentClaims(Ledgers ledgers, Proposals proposals, EventCodec codec) {
        this.ledgers = ledgers;
        this.proposals = proposals;
        this.codec = codec;
    }

    /** A claim after an act, and where that was recorded. */
    public record Recorded(Claim claim, RecordedEvent event) {}

    /** A decision that waits for a second person, and where it was proposed. */
    public record Waiting(ClaimDecided decision, long proposal) {}

    /** Money that came back, as a person books it. */
    public record Repayment(long amount, LocalDate day, String reference, String reason) {}

    /** What a decision says. */
    public record Decision(long claimed, long waived, String reason) {}

    /** @throws ProblemException 422 or 409 naming all that stands against it */
    public Recorded propose(
            Command command, Calculation calculation, String recipient, String ground, long amount, String reason) {
        ProgrammeDefinition definition = calculation.definition();
        Loaded loaded = ledgers.load(definition.id());
        PlannedRecipient planned = planned(calculation, recipient).orElse(null);
        Overpayment overpaid = planned == null ? null : Overpayment.of(planned, loaded.ledger());
        List<EventReference> events = planned == null
                ? List.of()
                : loaded.ledger().decisions().all().stream()
                        .filter(decided -> !decided.linesOf(planned.recipient()).isEmpty())
                        .map(decided -> decided.reference())
                        .toList();
        return recorded(
                command,
                loaded,
                loaded.ledger().claims().next(),
                acts(definition, loaded).propose(recipient, ground, amount, reason, overpaid, events));
    }

    /** @param answerBy null for as long as an answer usually may take */
    public Recorded notify(
            Command command, ProgrammeDefinition definition, int claim, @Nullable LocalDate answerBy, String reason) {
        LocalDate today = day(command);
        LocalDate earliest = BankDays.after(today, ClaimActs.LEAST_BANK_DAYS_TO_ANSWER);
        LocalDate usual = today.plusWeeks(ClaimActs.WEEKS_TO_ANSWER);
        LocalDate chosen = answerBy != null ? answerBy : usual.isBefore(earliest) ? earliest : usual;
        return act(command, definition, claim, (acts, found) -> acts.notify(found, chosen, reason, earliest, today));
    }

    public Recorded answer(Command command, ProgrammeDefinition definition, int claim, String answer) {
        return act(command, definition, claim, (acts, found) -> acts.answer(found, answer, day(command)));
    }

    public Recorded withdraw(Command command, ProgrammeDefinition definition, int claim, String reason) {
        return act(command, definition, claim, (acts, found) -> acts.withdraw(found, reason, day(command)));
    }

    /** @param due null for as long as one usually has to pay */
    public Recorded invoice(
            Command command, ProgrammeDefinition definition, int claim, @Nullable LocalDate due, String reason) {
        String number = definition.caseNumberSeries().prefix() + "F" + claim;
        return act(command, definition, claim, (acts, found) -> acts.invoice(found, due, number, reason, day(command)));
    }

    public Recorded repay(Command command, ProgrammeDefinition definition, int claim, Repayment repayment) {
        return act(
                command,
                definition,
                claim,
                (acts, found) -> acts.repay(
                        found,
                        repayment.amount(),
                        repayment.day(),
                        repayment.reference(),
                        repayment.reason(),
                        day(command)));
    }

    /** Proposes a decision; what stands against it is told at once. */
    public Recorded proposeDecision(Command command, Calculation calculation, int claim, Decision decision) {
        ProgrammeDefinition definition = calculation.definition();
        Loaded loaded = ledgers.load(definition.id());
        ClaimDecided event = decided(
                command, calculation, loaded, claim, decision, command.caller().subject());
        RecordedEvent proposed = proposals.propose(
                command,
                ACT,
                subject(definition.id(), claim),
                codec.encode(event).payload(),
                decision.reason());
        return new Recorded(require(loaded.ledger(), claim), proposed);
    }

    /**
     * Decides what was proposed, if it may still be decided.
     *
     * @param seen the position of the proposal that the second person saw; null when he did not say
     * @throws ProblemException 404 when nothing waits, 409 for the person who proposed it, or when it fits no more
     */
    public Recorded approveDecision(
            Command command, Calculation calculation, int claim, @Nullable Long seen, String reason) {
        ProgrammeId programme = calculation.definition().id();
        RecordedEvent event = proposals.approve(command, ACT, subject(programme, claim), seen, reason, content -> {
            ClaimDecided proposed = (ClaimDecided) codec.decode(TYPE, SCHEMA, content);
            Loaded loaded = ledgers.load(programme);
            Decision decision = new Decision(proposed.claimed(), proposed.waived(), proposed.reason());
            StreamAppend append =
                    loaded.append(decided(command, calculation, loaded, claim, decision, proposed.preparedBy()));
            return List.of(append);
        });
        return new Recorded(require(ledgers.load(programme).ledger(), claim), event);
    }

    /** Returns what was proposed, with a reason. */
    public Recorded returnDecision(
            Command command, ProgrammeDefinition definition, int claim, @Nullable Long seen, String reason) {
        RecordedEvent event = proposals.giveBack(command, ACT, subject(definition.id(), claim), seen, reason);
        return new Recorded(require(ledgers.load(definition.id()).ledger(), claim), event);
    }

    /** The decision that waits for a second person, if any. */
    public Optional<Waiting> waiting(ProgrammeId programme, int claim) {
        return proposals.open(ACT, subject(programme, claim)).map((Function<TwoPersons.Open, Waiting>)
                open -> new Waiting(
                        (ClaimDecided)
                                codec.decode(TYPE, SCHEMA, open.proposal().content()),
                        open.position()));
    }

    /** What was proposed, approved and returned of a claim's decision, in its order. */
    public List<DecodedEvent> secondPersons(ProgrammeId programme, int claim) {
        return proposals.history(ACT, subject(programme, claim));
    }

    /** @throws ProblemException 404 when there is no such claim */
    public static Claim require(Ledger ledger, int claim) {
        return ledger.claims().find(claim).orElseThrow(() -> Problems.notFound("claim '" + claim + "'"));
    }

    private interface Act {
        ClaimActs.Outcome on(ClaimActs acts, Claim claim);
    }

    private Recorded act(Command command, ProgrammeDefinition definition, int claim, Act act) {
        Loaded loaded = ledgers.load(definition.id());
        Claim found = require(loaded.ledger(), claim);
        return recorded(command, loaded, claim, act.on(acts(definition, loaded), found));
    }

    private Recorded recorded(Command command, Loaded loaded, int claim, ClaimActs.Outcome outcome) {
        return switch (outcome) {
            case ClaimActs.Outcome.Refused(var refusals) -> throw ClaimProblems.of(refusals);
            case ClaimActs.Outcome.Unchanged _ ->
                new Recorded(require(loaded.ledger(), claim), ledgers.last(loaded.programme()));
            case ClaimActs.Outcome.Accepted(var event) -> {
                RecordedEvent recorded = ledgers.append(command, loaded, event);
                yield new Recorded(require(ledgers.load(loaded.programme()).ledger(), claim), recorded);
            }
        };
    }

    private ClaimDecided decided(
            Command command, Calculation calculation, Loaded loaded, int number, Decision decision, String preparedBy) {
        ProgrammeDefinition definition = calculation.definition();
        Claim claim = require(loaded.ledger(), number);
        long outstanding = planned(calculation, claim.event().recipient().value()).stream()
                .flatMap(planned -> planned.lines().stream())
                .mapToLong(line -> loaded.ledger().outstanding(claim.event().recipient(), line.pot(), line.amount()))
                .reduce(0, Math::addExact);
        ClaimActs.Outcome outcome = acts(definition, loaded)
                .decide(
                        claim,
                        decision.claimed(),
                        decision.waived(),
                        definition.caseNumberSeries().prefix() + "K" + number,
                        preparedBy,
                        decision.reason(),
                        outstanding,
                        day(command));
        return switch (outcome) {
            case ClaimActs.Outcome.Accepted(ClaimDecided event) -> event;
            case ClaimActs.Outcome.Refused(var refusals) -> throw ClaimProblems.of(refusals);
            default -> throw new IllegalStateException("no decision: " + outcome);
        };
    }

    private static Optional<PlannedRecipient> planned(Calculation calculation, String recipient) {
        return calculation.plan().recipients().stream()
                .filter(each -> each.recipient().value().equals(recipient))
                .findFirst();
    }

    private static ClaimActs acts(ProgrammeDefinition definition, Loaded loaded) {
        return new ClaimActs(definition, loaded.ledger());
    }

    private static String subject(ProgrammeId programme, int claim) {
        return programme + "/" + claim;
    }

    private static LocalDate day(Command command) {
        return LocalDate.ofInstant(command.receivedAt(), DeadlineDay.SWEDEN);
    }
}
