package se.statsbidrag.rules.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/** That a pot's key fits the pot, and that the tables and procedures that it names exist and say enough. */
final class KeyChecks {
    private static final String EXIST = ReferenceChecks.REFERENCES_EXIST;
    private static final String COVER = ReferenceChecks.TABLES_COVER_RECIPIENTS;

    private final ProgrammeDefinition definition;
    private final PotDefinition pot;
    private final String path;
    private final List<Fault> faults = new ArrayList<>();

    private KeyChecks(ProgrammeDefinition definition, PotDefinition pot) {
        this.definition = definition;
        this.pot = pot;
        this.path = "pots." + pot.id() + ".key";
    }

    static List<Fault> check(ProgrammeDefinition definition, PotDefinition pot) {
        KeyChecks checks = new KeyChecks(definition, pot);
        checks.key();
        return List.copyOf(checks.faults);
    }

    private void key() {
        switch (pot.key()) {
            case AllocationKey.EqualShares _ -> fits(false);
            case AllocationKey.FixedTable fixed -> {
                fits(false);
                figures(".amounts", fixed.amounts());
            }
            case AllocationKey.Weighted weighted -> {
                fits(false);
                weighted.weights().forEach(table -> figures(".weights", table));
            }
            case AllocationKey.FixedPartPlusWeighted weighted -> {
                fits(false);
                weighted.weights().forEach(table -> figures(".weights", table));
            }
            case AllocationKey.RuralClasses rural -> {
                fits(false);
                rural(rural);
            }
            case AllocationKey.UnitPriceWithCap price -> {
                fits(false);
                price.rates().keySet().forEach(procedure -> procedure(".rates", procedure));
                figures(".caps", price.caps());
                if (definition.amountSetBy() == AmountSetBy.RECIPIENT) {
                    fail(
                            EXIST,
                            ".type",
                            "UNIT_PRICE_WITH_CAP",
                            "what is earned cannot be requisitioned as an amount",
                            "let the programme set the amount");
                }
            }
            case AllocationKey.TopRanked ranked -> {
                fits(true);
                procedure(".procedure", ranked.procedure());
                figures(".population", ranked.population());
                figures(".weights", ranked.weights());
                aboveZero(ranked.population());
            }
            case AllocationKey.WantingMore _ -> {
                fits(true);
                sharedSource();
            }
        }
    }

    private void fits(boolean keyOfDerived) {
        boolean derived = pot.funding() instanceof PotDefinition.RemainderOf;
        if (derived != keyOfDerived) {
            fail(
                    EXIST,
                    ".type",
                    derived ? "derived pot" : "source pot",
                    "the key does not fit such a pot",
                    "use TOP_RANKED or WANTING_MORE for derived pots, and the other keys for source pots");
        }
    }

    /** What others leave is divided by the shares of the pot that they leave it in. */
    private void sharedSource() {
        if (pot.funding() instanceof PotDefinition.RemainderOf part
                && !(definition.pot(part.pot()).map(PotDefinition::key).orElse(null)
                        instanceof AllocationKey.ShareKey)) {
            fail(
                    EXIST,
                    ".type",
                    part.pot(),
                    "is a pot without shares to divide by",
                    "derive the pot from one that is divided into shares");
        }
    }

    private void rural(AllocationKey.RuralClasses key) {
        Optional<ReferenceTable> classes = found(".classes", key.classes());
        Optional<ReferenceTable> population = found(".population", key.population());
        if (classes.isEmpty() || population.isEmpty()) {
            return;
        }
        if (!(classes.get().content() instanceof ReferenceTable.Classes)) {
            fail(EXIST, ".classes", key.classes(), "is no table of rural classes", "name one, or correct the table");
        }
        Set<RecipientCode> counted = population.get().values().keySet();
        classes.get().classes().forEach((municipality, rural) -> {
            if (!counted.contains(municipality)) {
                fail(
                        COVER,
                        ".population",
                        municipality,
                        "a rural municipality has no population in table " + key.population(),
                        "add its inhabitants");
            }
            if (!key.weights().containsKey(rural)) {
                fail(EXIST, ".weights", rural, "a rural class has no weight", "add its weight");
            }
        });
    }

    private void aboveZero(TableId table) {
        definition
                .findTable(table)
                .ifPresent(population -> population.values().entrySet().stream()
                        .filter(entry -> entry.getValue() == 0)
                        .forEach(entry -> faults.add(Fault.ofControl(
                                COVER,
                                "tables." + population.id() + ".values." + entry.getKey(),
                                0,
                                "a population that operations are divided by cannot be 0",
                                "write the population"))));
    }

    private void procedure(String field, Procedure procedure) {
        if (definition.procedure(procedure).isEmpty()) {
            fail(EXIST, field, procedure, "is no procedure of the programme", "add it to procedures");
        }
    }

    /**
     * A table with a whole number for each recipient that the pot is for; {@link ReferenceChecks} names those of a kind that
     * the table knows.
     */
    private void figures(String field, TableId id) {
        found(field, id).ifPresent(table -> {
            Set<RecipientCode> missing = definition.recipientsOf(pot).stream()
                    .filter(recipient -> !table.values().containsKey(recipient))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!missing.stream().allMatch(table::knowsKindOf)) {
                fail(
                        COVER,
                        field,
                        id,
                        "has no number for " + missing.size() + " recipients of the pot, the first of them "
                                + missing.iterator().next(),
                        "add them, or say in for whom the pot is");
            }
        });
    }

    private Optional<ReferenceTable> found(String field, TableId id) {
        Optional<ReferenceTable> table = definition.findTable(id);
        if (table.isEmpty()) {
            fail(EXIST, field, id, "is no table of the programme", "add it to tables");
        }
        return table;
    }

    private void fail(String control, String field, Object value, String problem, String remedy) {
        faults.add(Fault.ofControl(control, path + field, value, problem, remedy));
    }
}
