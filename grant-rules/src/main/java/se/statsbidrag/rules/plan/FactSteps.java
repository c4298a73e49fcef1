package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** The steps next to the leaves: who takes part, how many operations count, which pots are closed. */
final class FactSteps {
    private final Computation computation;
    private final ProgrammeDefinition definition;
    private final Map<String, Step> made = new HashMap<>();
    private final Map<RecipientCode, String> names = new HashMap<>();

    FactSteps(Computation computation) {
        this.computation = computation;
        this.definition = computation.definition;
        definition.recipients().forEach(recipient -> names.put(recipient.code(), recipient.name()));
    }

    /** The same step each time that it is asked for, so that a tree holds it once. */
    Step once(String id, Supplier<Step> step) {
        Step known = made.get(id);
        if (known != null) {
            return known;
        }
        Step made = step.get();
        this.made.put(id, made);
        return made;
    }

    String name(RecipientCode recipient) {
        return names.getOrDefault(recipient, recipient.value());
    }

    String plural(Procedure procedure) {
        return definition.procedure(procedure).map(ProcedureDefinition::plural).orElse(procedure.value());
    }

    Input parameter(ReferenceTable table, RecipientCode recipient) {
        return new Input.Parameter(
                title(table) + ", " + name(recipient),
                table.value(recipient),
                "tables." + table.id() + ".values." + recipient,
                table.source());
    }

    /** What a table is called; synthetic figures say so wherever they show. */
    static String title(ReferenceTable table) {
        return table.title() + (table.status() == TableStatus.SYNTHETIC ? " (påhittade uppgifter)" : "");
    }

    Input parameter(TableId table, RecipientCode recipient) {
        return parameter(definition.table(table), recipient);
    }

    /** 1 when the recipient has a requisition in force, else 0. */
    Step participation(RecipientCode recipient) {
        return once("participation/" + recipient, () -> {
            List<Input> inputs = switch (standing(recipient)) {
                case RequisitionStanding.InForce standing -> List.of(standing("godkänd", 1, standing.submission()));
                case RequisitionStanding.Undecided standing ->
                    List.of(standing("ännu inte avgjord", 0, standing.submission()));
                case RequisitionStanding.Ended standing ->
                    List.of(standing(
                            standing.submission().outcome() == Submission.Outcome.REJECTED ? "avslagen" : "återtagen",
                            0,
                            standing.submission()));
                case RequisitionStanding.Late standing ->
                    List.of(standing(
                            "för sen: sista dag var den "
                                    + Swedish.date(computation
                                            .deadlines
                                            .only(DeadlineKind.REQUISITION)
                                            .dueDate()),
                            0,
                            standing.submission()));
                case RequisitionStanding.Missing _ -> List.of();
            };
            return new Step(
                    "participation/" + recipient,
                    definition.requisition().rule()
                            + (definition.amountSetBy() == AmountSetBy.PROGRAMME ? ", I-K1, I-R5" : ", I-R5"),
                    requisitionSource(),
                    "Gällande rekvisition från " + name(recipient),
                    new Formula.Sum(),
                    inputs,
                    null,
                    inputs.stream().mapToLong(Input::value).sum());
        });
    }

    RequisitionStanding standing(RecipientCode recipient) {
        return computation.standings.getOrDefault(recipient, new RequisitionStanding.Missing());
    }

    private static Input standing(String what, long value, Submission submission) {
        return new Input.FromEvent(
                "rekvisition som kom in den " + Swedish.day(submission.receivedAt()) + admitted(submission) + ", "
                        + what,
                value,
                submission.latest());
    }

    /** Two persons let in what came late. */
    private static String admitted(Submission submission) {
        return submission.admitted() == null ? "" : " för sent och togs upp (händelse " + submission.admitted() + ")";
    }

    private String requisitionSource() {
        return definition
                .onlyDeadline(DeadlineKind.REQUISITION)
                .map(DeadlineDefinition::source)
                .orElse(definition.recipientsSource());
    }

    /** The operations on a region's inhabitants, down to each delivery. */
    Step count(RecipientCode recipient, Procedure procedure) {
        String id = "count/" + procedure + "/" + recipient;
        return once(id, () -> {
            List<Input> inputs = computation.counts.contributions(recipient, procedure).stream()
                    .map(part -> (Input) new Input.FromEvent(
                            Swedish.month(part.delivery().month()) + ", "
                                    + part.delivery().reporter() + ", revision "
                                    + part.delivery().revision(),
                            part.count(),
                            part.delivery().event()))
                    .toList();
            return new Step(
                    id,
                    "R-K6, I-K6",
                    definition.period().source(),
                    "Antal " + plural(procedure) + " för invånare i " + name(recipient) + ", "
                            + Swedish.months(
                                    definition.period().from(),
                                    definition.period().to()),
                    new Formula.Sum(),
                    inputs,
                    null,
                    computation.counts.count(recipient, procedure));
        });
    }

    /** 1 when the pot, or the pot that it is derived from, is closed, else 0. */
    Step closed(PotDefinition pot) {
        if (pot.funding() instanceof PotDefinition.RemainderOf part) {
            return closed(computation.outcome(part.pot()).pot());
        }
        String id = "closed/" + pot.id();
        return once(id, () -> {
            List<Input> inputs = new ArrayList<>();
            pot.closedBy().forEach(deadline -> inputs.add(mark(deadline)));
            computation.members(pot).forEach(recipient -> {
                if (standing(recipient) instanceof RequisitionStanding.Undecided undecided) {
                    inputs.add(standing("ännu inte avgjord (" + name(recipient) + ")", 0, undecided.submission()));
                }
            });
            return new Step(
                    id,
                    "I-R5",
                    pot.source(),
                    "Stängd: " + pot.title(),
                    new Formula.Least(),
                    inputs,
                    null,
                    computation.outcome(pot.id()).closed() ? 1 : 0);
        });
    }

    private Input mark(DeadlineId id) {
        DeadlineInForce inForce = computation.deadlines.byId(id);
        @Nullable EventReference passed = inForce.passed();
        @Nullable EventReference extendedBy = inForce.extendedBy();
        DeadlineDefinition deadline = definition.deadline(id).orElseThrow();
        String name = deadline.title() + ", den " + Swedish.date(inForce.dueDate());
        if (passed != null) {
            return new Input.FromEvent(name + ", har passerat", 1, passed);
        }
        return extendedBy != null
                ? new Input.FromEvent(name + ", har inte passerat", 0, extendedBy)
                : new Input.Parameter(
                        name + ", har inte passerat", 0, "deadlines." + id + ".dueDate", deadline.source());
    }
}
