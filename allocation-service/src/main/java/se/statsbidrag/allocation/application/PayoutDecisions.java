package se.statsbidrag.allocation.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.Ledgers.Loaded;
import se.statsbidrag.allocation.domain.ledger.Block;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision.LeftOut;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision.Outcome;
import se.statsbidrag.allocation.domain.ledger.PayoutDecision.Refusal;
import se.statsbidrag.events.ActApproved;
import se.statsbidrag.events.ActProposed;
import se.statsbidrag.events.ActReturned;
import se.statsbidrag.events.PayoutsDecided;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.ProblemException;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Proposals;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Decisions to pay: one person proposes what the plan in force leaves to be decided, another decides. */
@ApplicationScoped
public class PayoutDecisions {
    private static final String ACT = "payouts";
    /** A proposal's content is the event that its approval records, in this form. */
    private static final String TYPE = "payouts-decided";

    private static final int SCHEMA = 1;

    private final Ledgers ledgers;
    private final Balances balances;
    private final SecondOpinion second;
    private final Proposals proposals;
    private final EventLog log;
    private final EventCodec codec;

    public PayoutDecisions(
            Ledgers ledgers,
            Balances balances,
            SecondOpinion second,
            Proposals proposals,
            EventLog log,
            EventCodec codec) {
        this.ledgers = ledgers;
        this.balances = balances;
        this.second = second;
        this.proposals = proposals;
        this.log = log;
        this.codec = codec;
    }

    /**
     * The plan in force.
     *
     * @param basis the last position of each log that it rests on
     * @param stale why the last computation failed; null when it did not
     */
    public record PlanInForce(
            Calculation calculation,
            List<EventReference> basis,
            @Nullable String stale) {
        ProgrammeDefinition definition() {
            return calculation.definition();
        }
    }

    /** Where a decision has come. */
    public enum State {
        PROPOSED,
        DECIDED,
        RETURNED
    }

    /**
     * A decision, or what is proposed to be one.
     *
     * @param content as it is or would be recorded
     * @param proposal where it was proposed
     * @param settled where it was decided or returned; null while it waits
     * @param reason why it was decided or returned; null while it waits
     */
    public record Standing(
            State state,
            PayoutsDecided content,
            RecordedEvent proposal,
            @Nullable RecordedEvent settled,
            @Nullable String reason) {}

    /** A proposal, and those whom it leaves out though they are due money. */
    public record Proposed(Standing standing, List<LeftOut> leftOut) {}

    /**
     * Proposes a decision over pots of the plan in force.
     *
     * @param pots names of pots, at least one
     * @param recipients codes of those to decide for; empty for all that nothing bars
     * @throws ProblemException 422 for unknown pots or recipients, 409 naming all that stands against it
     */
    public Proposed propose(
            Command command, PlanInForce plan, List<String> pots, List<String> recipients, String reason) {
        requireFresh(plan);
        requireConfirmed(plan);
        ProgrammeDefinition definition = plan.definition();
        Set<PotId> over = pots(definition, pots);
        Set<RecipientCode> only = recipients(definition, recipients);
        Loaded loaded = ledgers.load(definition.id());
        Outcome.Lines lines = lines(plan, loaded, over, only);
        int number = nextNumber(definition.id(), loaded);
        PayoutsDecided content = new PayoutsDecided(
                definition.id(),
                number,
                definition.caseNumberSeries().prefix() + "B" + number,
                definition.version(),
                definition.hash(),
                plan.calculation().plan().digest(),
                plan.basis(),
                definition.pots().stream()
                        .map(PotDefinition::id)
                        .filter(over::contains)
                        .toList(),
                lines.lines(),
                command.caller().subject(),
                reason);
        RecordedEvent event = proposals.propose(
                command,
                ACT,
                subject(definition.id(), number),
                codec.encode(content).payload(),
                reason);
        return new Proposed(new Standing(State.PROPOSED, content, event, null, null), lines.leftOut());
    }

    /**
     * Decides what was proposed, unless anything has changed what it would be.
     *
     * @param seen the position of the proposal that the second person saw; null when he did not say
     * @throws ProblemException 404 when nothing waits, 409 for the person who proposed it, or when it is not what the plan
     *     leaves to be decided any more
     */
    public Standing approve(Command command, PlanInForce plan, int decision, @Nullable Long seen, String reason) {
        requireFresh(plan);
        requireConfirmed(plan);
        ProgrammeId id = plan.definition().id();
        RecordedEvent event = proposals.approve(command, ACT, subject(id, decision), seen, reason, content -> {
            PayoutsDecided proposed = decoded(content);
            Loaded loaded = ledgers.load(id);
            Set<RecipientCode> only = new HashSet<>();
            proposed.lines().forEach(line -> only.add(line.recipient()));
            Outcome.Lines lines = lines(plan, loaded, new HashSet<>(proposed.pots()), only);
            if (!lines.lines().equals(proposed.lines())) {
                throw Problems.conflict(
                                "The plan has changed since the decision was proposed, and would give other amounts",
                                "Return it, and propose it again")
                        .inSwedish("Planen har ändrats sedan beslutet föreslogs och ger nu andra belopp."
                                + " Återlämna förslaget och gör ett nytt.");
            }
            return List.of(loaded.append(proposed));
        });
        return find(id, decision).orElseThrow(() -> new IllegalStateException("recorded: " + event.reference()));
    }

    /** Returns what was proposed; its number is not used again. */
    public Standing giveBack(Command command, ProgrammeId programme, int decision, @Nullable Long seen, String reason) {
        proposals.giveBack(command, ACT, subject(programme, decision), seen, reason);
        return find(programme, decision).orElseThrow();
    }

    /** All decisions of a programme and what was proposed to be, by number. */
    public List<Standing> all(ProgrammeId programme) {
        List<Standing> all = new ArrayList<>();
        for (int number = 1; ; number++) {
            Optional<Standing> next = find(programme, number);
            if (next.isEmpty()) {
                return all;
            }
            all.add(next.get());
        }
    }

    public Optional<Standing> find(ProgrammeId programme, int decision) {
        @Nullable Standing standing = null;
        for (RecordedEvent event : log.readStream(stream(programme, decision))) {
            DecodedEvent decoded = codec.decode(event);
            if (decoded.event() instanceof ActProposed proposed) {
                standing = new Standing(State.PROPOSED, decoded(proposed.content()), event, null, null);
            } else if (standing != null && decoded.event() instanceof ActApproved approved) {
                standing =
                        new Standing(State.DECIDED, standing.content(), standing.proposal(), event, approved.reason());
            } else if (standing != null && decoded.event() instanceof ActReturned returned) {
                standing =
                        new Standing(State.RETURNED, standing.content(), standing.proposal(), event, returned.reason());
            }
        }
        return Optional.ofNullable(standing);
    }

    /** The second calculator gets the same plan to the krona. */
    private void requireConfirmed(PlanInForce plan) {
        SortedMap<String, Long> basis = new TreeMap<>();
        plan.basis().forEach(each -> basis.put(each.log(), each.position()));
        switch (second.of(plan.definition().id(), basis, plan.calculation().plan())) {
            case SecondOpinion.Opinion.Agrees _ -> {
                // nothing stands against it
            }
            case SecondOpinion.Opinion.Differs(var differences) ->
                throw Problems.conflict(
                                "The second calculator gets another plan, first at " + differences.getFirst(),
                                "Decide when it is known which is right; see GET …/plan/second-opinion")
                        .inSwedish("Den andra beräkningen ger andra belopp. Besluta när det är utrett.");
            case SecondOpinion.Opinion.Unable(String reason) ->
                throw Problems.conflict(
                                "The second calculator does not confirm the plan: " + reason,
                                "Decide when it can; see GET …/plan/second-opinion")
                        .inSwedish("Den andra beräkningen kunde inte bekräfta planen. Besluta när det är utrett.");
        }
    }

    private static void requireFresh(PlanInForce plan) {
        if (plan.stale() != null) {
            throw Problems.conflict("The plan is stale: " + plan.stale(), "Decide when it has been computed again")
                    .inSwedish("Planen är inaktuell: den senaste beräkningen misslyckades."
                            + " Besluta när den har räknats om.");
        }
    }

    private Outcome.Lines lines(PlanInForce plan, Loaded loaded, Set<PotId> pots, Set<RecipientCode> only) {
        Outcome outcome = PayoutDecision.decide(
                plan.definition(),
                plan.calculation().plan(),
                loaded.ledger(),
                pots,
                only,
                balances.blocks(plan.calculation(), loaded.ledger()));
        return switch (outcome) {
            case Outcome.Lines lines -> lines;
            case Outcome.Refused(List<Refusal> refusals) ->
                throw Problems.conflicts(
                        refusals.stream().map(PayoutDecisions::fault).toList());
        };
    }

    private static Fault fault(Refusal refusal) {
        return switch (refusal) {
            case Refusal.PotOpen(PotId pot) ->
                Fault.of("pots", pot.value(), "The pot is open", "Decide over it when it is closed")
                        .inSwedish("Potten är öppen och kan beslutas när den är stängd.");
            case Refusal.TieOpen(PotId pot) ->
                Fault.of("pots", pot.value(), "A tie for its last place is open", "Have an officer resolve it first")
                        .inSwedish("En delad plats i potten är inte avgjord.");
            case Refusal.Barred(RecipientCode recipient, List<Block> blocks) ->
                Fault.of(
                                "recipients",
                                recipient.value(),
                                "Payment is barred: " + String.join("; ", texts(blocks)),
                                "See to what bars it, or leave the recipient out")
                        .inSwedish(String.join("; ", texts(blocks)));
            case Refusal.NoCover _ ->
                Fault.of(
                                "pots",
                                "",
                                "The programme's money went back to the state: there is no cover",
                                "Have a person see to it outside the system")
                        .inSwedish("Medlen är återbetalda till staten: täckning saknas.");
            case Refusal.NothingDue _ ->
                Fault.of(
                                "pots",
                                "",
                                "Nobody is due more from these pots than has been decided",
                                "See what remains with GET …/balances")
                        .inSwedish("Ingen har mer att få ur potterna än vad som redan är beslutat.");
        };
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(Block::text).toList();
    }

    private static Set<PotId> pots(ProgrammeDefinition definition, List<String> names) {
        List<Fault> faults = new ArrayList<>();
        Set<PotId> pots = new HashSet<>();
        if (names.isEmpty()) {
            faults.add(Fault.of("pots", "", "It names no pot", "Name those to be decided over"));
        }
        for (int index = 0; index < names.size(); index++) {
            String name = String.valueOf(names.get(index));
            definition.pots().stream()
                    .map(PotDefinition::id)
                    .filter(pot -> pot.value().equals(name))
                    .findFirst()
                    .ifPresentOrElse(pots::add, unknown(faults, "pots[" + index + "]", name, "pot"));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return pots;
    }

    private static Set<RecipientCode> recipients(ProgrammeDefinition definition, List<String> codes) {
        List<Fault> faults = new ArrayList<>();
        Set<RecipientCode> recipients = new HashSet<>();
        for (int index = 0; index < codes.size(); index++) {
            String code = String.valueOf(codes.get(index));
            definition.recipients().stream()
                    .map(each -> each.code())
                    .filter(each -> each.value().equals(code))
                    .findFirst()
                    .ifPresentOrElse(recipients::add, unknown(faults, "recipients[" + index + "]", code, "recipient"));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return recipients;
    }

    private static Runnable unknown(List<Fault> faults, String field, String value, String kind) {
        return () -> faults.add(
                Fault.of(field, value, "The programme has no such " + kind, "Use a name that the plan shows"));
    }

    /** A number is used once, also by what was returned. */
    private int nextNumber(ProgrammeId programme, Loaded loaded) {
        int number = loaded.ledger().decisions().all().size() + 1;
        while (!log.readStream(stream(programme, number)).isEmpty()) {
            number++;
        }
        return number;
    }

    private PayoutsDecided decoded(String content) {
        return (PayoutsDecided) codec.decode(TYPE, SCHEMA, content);
    }

    private static String subject(ProgrammeId programme, int decision) {
        return programme + "/" + decision;
    }

    private static StreamName stream(ProgrammeId programme, int decision) {
        return new StreamName("proposal/" + ACT + "/" + subject(programme, decision));
    }
}
