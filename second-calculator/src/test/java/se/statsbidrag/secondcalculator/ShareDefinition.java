package se.statsbidrag.secondcalculator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.RuralClass;
import se.statsbidrag.rules.programme.SourcedAmount;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;
import se.statsbidrag.rules.value.TableId;

/**
 * One share grant in the words of the rules and of the second calculator.
 *
 * @param rules the definition
 * @param naive the same, its shares computed naively
 */
record ShareDefinition(ProgrammeDefinition rules, ShareGrant naive) {
    private static final DeadlineId REQUISITION = new DeadlineId("requisition");

    /** As it is shipped. */
    static ShareDefinition shipped(ProgrammeDefinition shipped) {
        return new ShareDefinition(shipped, naive(shipped));
    }

    /** Only these counties, with other figures and sums. */
    static ShareDefinition made(ProgrammeDefinition shipped, Set<String> counties, Random random) {
        List<Recipient> recipients = shipped.recipients().stream()
                .filter(recipient -> counties.contains(recipient.code().value().substring(0, 2)))
                .toList();
        List<ReferenceTable> tables = shipped.tables().stream()
                .map(table -> table(table, counties, random))
                .toList();
        List<PotDefinition> pots = shipped.pots().stream()
                .map(pot -> pot(pot, recipients.size(), random))
                .toList();
        return shipped(new ProgrammeDefinition(
                shipped.id(),
                shipped.version(),
                shipped.hash(),
                shipped.title(),
                shipped.decision(),
                shipped.caseNumberSeries(),
                shipped.frame(),
                shipped.ownCost(),
                shipped.requisition(),
                shipped.period(),
                recipients,
                shipped.recipientsSource(),
                shipped.organisationNumbersSource(),
                tables,
                shipped.procedures(),
                pots,
                shipped.deadlines(),
                shipped.conditions(),
                shipped.repayment(),
                shipped.followUp(),
                shipped.governmentReports(),
                shipped.interpretations(),
                shipped.totals()));
    }

    List<String> recipients() {
        return rules.recipients().stream()
                .map(recipient -> recipient.code().value())
                .toList();
    }

    /** What happened, with an extension where the deadline is another than the definition's. */
    Facts facts(RandomShareYear year) {
        long[] position = {0};
        Supplier<EventReference> next = () -> new EventReference("requisitions", ++position[0]);
        Map<RecipientCode, List<Submission>> requisitions = new HashMap<>();
        year.submissions.forEach((recipient, all) -> requisitions.put(
                new RecipientCode(recipient),
                all.stream()
                        .map(each -> ForTheRules.submission(each, each.amount(), next))
                        .toList()));
        boolean extended = !rules.deadline(REQUISITION).orElseThrow().dueDate().equals(year.deadline);
        DeadlineInForce deadline = new DeadlineInForce(
                REQUISITION, year.deadline, extended ? next.get() : null, year.closed ? next.get() : null);
        return new Facts(
                requisitions,
                List.of(),
                List.of(),
                new ReporterId(RandomYear.DEFAULT_REPORTER),
                Map.of(REQUISITION, deadline),
                List.of(),
                List.of());
    }

    private static ReferenceTable table(ReferenceTable table, Set<String> counties, Random random) {
        ReferenceTable.Content content = switch (table.content()) {
            case ReferenceTable.Figures figures -> {
                SortedMap<RecipientCode, Long> values = new TreeMap<>();
                figures.values().keySet().stream()
                        .filter(code -> counties.contains(code.value().substring(0, 2)))
                        .forEach(code -> values.put(code, 1L + random.nextInt(random.nextBoolean() ? 9 : 300_000)));
                yield new ReferenceTable.Figures(values);
            }
            case ReferenceTable.Classes classes -> {
                SortedMap<RecipientCode, RuralClass> some = new TreeMap<>();
                for (RecipientCode code : classes.classes().keySet()) {
                    boolean here = counties.contains(code.value().substring(0, 2));
                    if (here && (some.isEmpty() || random.nextInt(3) > 0)) {
                        some.put(code, RuralClass.values()[random.nextInt(RuralClass.values().length)]);
                    }
                }
                yield new ReferenceTable.Classes(some);
            }
            case ReferenceTable.Named named -> named;
        };
        return new ReferenceTable(
                table.id(), table.title(), table.source(), table.date(), table.status(), table.reference(), content);
    }

    private static PotDefinition pot(PotDefinition pot, int recipients, Random random) {
        if (!(pot.funding() instanceof PotDefinition.Appropriated)) {
            return pot;
        }
        long amount = random.nextInt(2) == 0 ? random.nextInt(2000) : random.nextLong(5_000_000_000L);
        AllocationKey key = switch (pot.key()) {
            case AllocationKey.FixedPartPlusWeighted fixed ->
                new AllocationKey.FixedPartPlusWeighted(
                        new SourcedAmount(random.nextLong(1 + amount / recipients), "made up"), fixed.weights());
            case AllocationKey.RuralClasses rural ->
                new AllocationKey.RuralClasses(
                        rural.classes(),
                        rural.population(),
                        rural.weights().keySet().stream()
                                .collect(Collectors.toMap(
                                        each -> each, _ -> new SourcedAmount(1 + random.nextInt(12), "made up"))));
            default -> pot.key();
        };
        return new PotDefinition(
                pot.id(),
                pot.title(),
                new PotDefinition.Appropriated(amount),
                key,
                pot.rule(),
                pot.recipients(),
                pot.closedBy(),
                pot.source());
    }

    private static ShareGrant naive(ProgrammeDefinition definition) {
        List<ShareGrant.Pot> pots = new ArrayList<>();
        for (PotDefinition pot : definition.pots()) {
            if (pot.funding() instanceof PotDefinition.Appropriated source) {
                String name = pot.id().value();
                pots.add(
                        switch (pot.key()) {
                            case AllocationKey.FixedPartPlusWeighted key ->
                                ShareGrant.Pot.fixedPartPlusWeighted(
                                        name,
                                        source.amount(),
                                        key.fixed().amount(),
                                        figures(definition, key.weights().getFirst(), pot));
                            case AllocationKey.Weighted key ->
                                ShareGrant.Pot.weighted(
                                        name,
                                        source.amount(),
                                        figures(definition, key.weights().getFirst(), pot));
                            case AllocationKey.RuralClasses key ->
                                ShareGrant.Pot.weighted(name, source.amount(), rural(definition, key, pot));
                            default ->
                                throw new IllegalArgumentException(pot.key().toString());
                        });
            }
        }
        return new ShareGrant(pots);
    }

    private static Map<String, Long> rural(
            ProgrammeDefinition definition, AllocationKey.RuralClasses key, PotDefinition pot) {
        Map<String, Long> times = new HashMap<>();
        key.weights().forEach((rural, weight) -> times.put(rural.name(), weight.amount()));
        Map<String, String> classes = new HashMap<>();
        definition.table(key.classes()).classes().forEach((code, rural) -> classes.put(code.value(), rural.name()));
        Map<String, Long> population = new HashMap<>();
        definition.table(key.population()).values().forEach((code, value) -> population.put(code.value(), value));
        Map<String, Long> weights = ShareGrant.ruralWeights(times, classes, population);
        boolean regions = pot.isFor(new RecipientCode("01"));
        return regions ? ShareGrant.perRegion(weights) : weights;
    }

    private static Map<String, Long> figures(ProgrammeDefinition definition, TableId table, PotDefinition pot) {
        return definition.table(table).values().entrySet().stream()
                .filter(entry -> pot.isFor(entry.getKey()))
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }
}
