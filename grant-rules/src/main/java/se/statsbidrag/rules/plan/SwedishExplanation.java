package se.statsbidrag.rules.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.KnownInterpretation;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.rule.RemainingParts;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * A recipient's tree of steps as Swedish text that an officer can paste into a letter: every amount with its rule and
 * source, open ties and a preliminary status said, interpretations as assumptions and never as law.
 */
final class SwedishExplanation {
    /** More undecided requisitions than this are counted, not named. */
    private static final int NAMED_AT_MOST = 5;

    private final Computation computation;
    private final ProgrammeDefinition definition;
    private final PayoutPlan plan;
    private final PotSteps steps;
    private final SwedishShares shares;
    private final RecipientCode recipient;

    SwedishExplanation(Computation computation, PayoutPlan plan, RecipientCode recipient) {
        this.computation = computation;
        this.definition = computation.definition;
        this.plan = plan;
        this.steps = new PotSteps(computation, recipient);
        this.shares = new SwedishShares(computation, steps);
        this.recipient = recipient;
    }

    String text() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(opening());
        if (plan.status() == PlanStatus.PRELIMINARY) {
            paragraphs.add(preliminary());
        }
        paragraphs.add(requisition());
        definition.pots().stream().filter(pot -> pot.isFor(recipient)).forEach(pot -> paragraphs.add(pot(pot)));
        paragraphs.add(assumptions());
        return String.join("\n\n", paragraphs) + "\n";
    }

    private String opening() {
        String manner = plan.status() == PlanStatus.FINAL ? "" : " enligt en preliminär beräkning";
        return definition.title().swedish() + ": " + name(recipient) + "\n\n"
                + name(recipient) + " får" + manner + " sammanlagt "
                + Swedish.kronor(steps.total(recipient).result())
                + ". Grund för statsbidraget: " + definition.decision().source() + ". Beräkningen följer version "
                + definition.version()
                + " av bidragets beräkningsregler.";
    }

    private String preliminary() {
        List<String> reasons = new ArrayList<>();
        List<String> open = definition.pots().stream()
                .filter(pot -> pot.funding() instanceof PotDefinition.Appropriated
                        && !computation.outcome(pot.id()).closed())
                .map(PotDefinition::title)
                .toList();
        if (!open.isEmpty()) {
            reasons.add("Följande är ännu inte stängt: " + String.join("; ", open) + ".");
        }
        undecided().ifPresent(reasons::add);
        plan.ties().stream().filter(Tie::open).forEach(tie -> reasons.add(tie(tie)));
        return "Beräkningen är preliminär och kan ändras. " + String.join(" ", reasons);
    }

    /** Whose requisitions are undecided; of more than a few, only how many. */
    private Optional<String> undecided() {
        Map<RecipientCode, String> events = new TreeMap<>();
        computation.standings.forEach((other, standing) -> {
            if (standing instanceof RequisitionStanding.Undecided it) {
                events.put(other, event(it.submission().latest()));
            }
        });
        if (events.size() > NAMED_AT_MOST) {
            return Optional.of(Swedish.number(events.size()) + " rekvisitioner är ännu inte avgjorda"
                    + (events.containsKey(recipient) ? ", däribland den från " + name(recipient) + "." : "."));
        }
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.entrySet().stream()
                        .map(entry -> "Rekvisitionen från " + name(entry.getKey()) + " är ännu inte avgjord"
                                + entry.getValue() + ".")
                        .collect(Collectors.joining(" ")));
    }

    private String requisition() {
        return "Rekvisition\n"
                + switch (steps.facts().standing(recipient)) {
                    case RequisitionStanding.InForce standing ->
                        arrived(standing.submission()) + " och är godkänd" + event(standing.submission()) + ".";
                    case RequisitionStanding.Undecided standing ->
                        arrived(standing.submission()) + " och är ännu inte avgjord" + event(standing.submission())
                                + ". Det som den gäller är reserverat tills den är avgjord.";
                    case RequisitionStanding.Ended standing ->
                        standing.submission().outcome() == Submission.Outcome.WITHDRAWN
                                ? "Rekvisitionen är återtagen" + event(standing.submission())
                                        + ". Mottagaren deltar därför inte."
                                : arrived(standing.submission()) + " och är avslagen" + event(standing.submission())
                                        + ". Mottagaren deltar därför inte.";
                    case RequisitionStanding.Late standing ->
                        arrived(standing.submission()) + event(standing.submission())
                                + ", efter sista dagen den "
                                + Swedish.date(computation
                                        .deadlines
                                        .only(DeadlineKind.REQUISITION)
                                        .dueDate())
                                + ". Den räknas därför inte.";
                    case RequisitionStanding.Missing _ ->
                        "Det finns ingen rekvisition från " + name(recipient) + ". Mottagaren deltar därför inte.";
                }
                + "\n" + reference(steps.facts().participation(recipient));
    }

    private static String arrived(Submission submission) {
        return "Rekvisitionen kom in den " + Swedish.day(submission.receivedAt());
    }

    private String pot(PotDefinition pot) {
        Step line = steps.line(pot, recipient);
        String body = switch (pot.key()) {
            case AllocationKey.ShareKey key -> shares.share(pot, key, recipient) + unlessInForce();
            case AllocationKey.UnitPriceWithCap key -> earned(pot, key);
            case AllocationKey.TopRanked key -> handedOut(pot, () -> ranked(pot, key));
            case AllocationKey.WantingMore _ ->
                handedOut(pot, () -> handedOn(pot) + ". " + shares.wanted(pot, recipient));
        };
        return pot.title() + "\n" + body + "\n" + name(recipient) + " får " + Swedish.kronor(line.result()) + ".\n"
                + reference(line);
    }

    private String earned(PotDefinition pot, AllocationKey.UnitPriceWithCap key) {
        StringBuilder text = new StringBuilder("Operationer på invånare i " + name(recipient) + " under "
                + Swedish.months(definition.period().from(), definition.period().to())
                + " ersätts så här, var de än utfördes:\n");
        for (Procedure procedure : steps.earned().paidProcedures(key)) {
            Step price = steps.earned().price(pot, key, procedure, recipient);
            Step count = steps.facts().count(recipient, procedure);
            text.append("– ")
                    .append(operations(count.result(), procedure))
                    .append(" till ")
                    .append(Swedish.kronor(price.inputs().getLast().value()))
                    .append(" ger ")
                    .append(Swedish.kronor(price.result()))
                    .append('.')
                    .append(deliveries(count))
                    .append('\n');
        }
        long before = steps.earned().beforeCap(pot, key, recipient).result();
        long cap = definition.table(key.caps()).value(recipient);
        return text + "Tillsammans ger operationerna " + Swedish.kronor(before) + ". Maxtaket är " + Swedish.kronor(cap)
                + (before > cap ? ", och ersättningen stannar vid taket." : ", och ersättningen ryms under taket.")
                + unlessInForce();
    }

    private String operations(long count, Procedure procedure) {
        return Swedish.number(count)
                + Swedish.NO_BREAK_SPACE
                + (count == 1
                        ? definition.procedure(procedure).orElseThrow().name()
                        : steps.facts().plural(procedure));
    }

    private static String deliveries(Step count) {
        return count.inputs().isEmpty()
                ? ""
                : " Underlag: "
                        + count.inputs().stream()
                                .map(SwedishExplanation::delivery)
                                .collect(Collectors.joining("; ")) + ".";
    }

    private static String delivery(Input input) {
        return input.name() + ", " + Swedish.number(input.value())
                + (input instanceof Input.FromEvent leaf ? event(leaf.event()) : "");
    }

    private String handedOut(PotDefinition pot, Supplier<String> text) {
        PotOutcome outcome = computation.outcome(pot.id());
        if (!outcome.closed()) {
            return "Kvarstående medel fördelas först när följande är stängt: "
                    + computation.sourceOf(pot).title() + ". Till dess finns inget att fördela här.";
        }
        return outcome.amount() == 0 ? "Det finns inga kvarstående medel att fördela här." : text.get();
    }

    private String handedOn(PotDefinition pot) {
        PotDefinition source = computation.sourceOf(pot);
        return "Av " + Swedish.kronor(steps.amount(source).result()) + " är "
                + Swedish.kronor(steps.distributed(source).result()) + " fördelade, och "
                + Swedish.kronor(steps.handedOn(source).result()) + " är kvarstående medel";
    }

    private String ranked(PotDefinition pot, AllocationKey.TopRanked key) {
        PotOutcome outcome = computation.outcome(pot.id());
        String sum = handedOn(pot) + ". Av dem går " + RemainingParts.percent(pot) + Swedish.NO_BREAK_SPACE
                + "procent, " + Swedish.kronor(outcome.amount())
                + ", till de " + Swedish.words(key.places()) + " mottagare med godkänd rekvisition som har flest "
                + steps.facts().plural(key.procedure()) + " per invånare. ";
        return sum + placed(outcome, key) + place(outcome, key);
    }

    private String placed(PotOutcome outcome, AllocationKey.TopRanked key) {
        List<String> placed = new TreeSet<>(outcome.lines().keySet())
                .stream()
                        .map(code -> name(code) + " ("
                                + Swedish.number(steps.facts()
                                        .count(code, key.procedure())
                                        .result())
                                + " på "
                                + Swedish.number(
                                        definition.table(key.population()).value(code))
                                + Swedish.NO_BREAK_SPACE + "invånare)")
                        .toList();
        Tie tie = outcome.tie();
        if (placed.isEmpty()) {
            return "Ingen mottagare har några sådana operationer, och beloppet går tillbaka till staten.";
        }
        return (placed.size() < key.places() ? "Färre har sådana operationer. Beloppet delas av " : "Det är ")
                + Swedish.list(placed) + "." + (tie == null ? "" : " " + tie(tie));
    }

    private String place(PotOutcome outcome, AllocationKey.TopRanked key) {
        if (!outcome.lines().containsKey(recipient)) {
            return " " + name(recipient) + " är inte en av dem.";
        }
        long weights = outcome.lines().keySet().stream()
                .mapToLong(definition.table(key.weights())::value)
                .sum();
        return " Beloppet delas efter vårdbehov, vägt med "
                + definition.table(key.weights()).title() + ". "
                + name(recipient) + " väger "
                + Swedish.number(definition.table(key.weights()).value(recipient)) + " av "
                + Swedish.number(weights) + ". Beloppen räknas i hela kronor med största restens metod.";
    }

    private String tie(Tie tie) {
        String places = tie.places() == 1
                ? "plats " + tie.place()
                : "platserna " + tie.place() + "–" + (tie.place() + tie.places() - 1);
        String pot = computation.outcome(tie.pot()).pot().title();
        String equal = Swedish.list(names(tie.candidates()))
                + " har exakt lika många operationer per invånare och delar " + places + " (" + pot + "). ";
        @Nullable EventReference resolvedBy = tie.resolvedBy();
        return resolvedBy != null
                ? equal + "En handläggare har avgjort att " + Swedish.list(names(tie.chosen())) + " får plats"
                        + event(resolvedBy) + "."
                : equal + "En handläggare ska avgöra vem som får plats. Till dess räknar beräkningen med "
                        + Swedish.list(names(tie.chosen())) + ", enligt antagande "
                        + KnownInterpretation.PROVISIONAL_TIE.id() + ".";
    }

    private String unlessInForce() {
        return steps.facts().participation(recipient).result() == 1
                ? ""
                : " Utan gällande, godkänd rekvisition betalas inget av detta ut.";
    }

    private String assumptions() {
        List<String> lines = definition.pots().stream()
                .flatMap(pot -> KnownInterpretation.neededBy(pot.key(), definition.amountSetBy()).stream())
                .distinct()
                .sorted()
                .flatMap(needed -> definition.interpretation(needed.id()).stream())
                .map(assumption -> "– " + assumption.id() + ": " + assumption.text())
                .toList();
        return "Antaganden\nDär beslutet inget säger bygger beräkningen på följande antaganden. De är tolkningar, inte"
                + " föreskrifter, och kan komma att ändras.\n" + String.join("\n", lines);
    }

    private static String reference(Step step) {
        return "Regel: " + step.rule() + ". Källa: " + step.source() + ".";
    }

    private static String event(Submission submission) {
        return event(submission.latest());
    }

    private static String event(EventReference event) {
        return " (händelse " + event + ")";
    }

    private List<String> names(List<RecipientCode> codes) {
        return codes.stream().map(this::name).toList();
    }

    private String name(RecipientCode recipient) {
        return steps.facts().name(recipient);
    }
}
