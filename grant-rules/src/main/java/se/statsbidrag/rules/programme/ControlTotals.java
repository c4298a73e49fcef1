package se.statsbidrag.rules.programme;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.statsbidrag.rules.money.Fraction;
import se.statsbidrag.rules.money.LargestRemainder;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * What must hold inside a definition before it may come into force: sums compared with what the definition itself states
 * (R-K1, R-K7, R-K8). {@link ReferenceChecks} sees to it first that what is referred to exists.
 */
public final class ControlTotals {
    public static final String RECIPIENTS_AS_STATED = "recipients-as-stated";
    public static final String POTS_AS_STATED = "pots-as-stated";
    public static final String FRAME_AS_STATED = "frame-as-stated";
    public static final String OWN_COST_AS_STATED = "own-cost-as-stated";
    public static final String WITHIN_FRAME = "payout-and-own-cost-within-frame";
    public static final String PARTS_ARE_WHOLE = "parts-are-100-percent";
    public static final String TABLE_EQUALS_POT = "table-equals-pot";
    public static final String TABLE_REPRODUCED = "table-reproduced";
    public static final String CAPS_WITHIN_POT = "caps-within-pot";
    public static final String FIXED_PARTS_WITHIN_POT = "fixed-parts-within-pot";
    public static final String SOMEBODY_HAS_WEIGHT = "somebody-has-weight";

    private final ProgrammeDefinition definition;
    private final List<Fault> faults = new ArrayList<>();
    private boolean keysHold = true;

    private ControlTotals(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    /** @return every check that fails; sums are not tried while references lead nowhere */
    public static List<Fault> check(ProgrammeDefinition definition) {
        List<Fault> references = ReferenceChecks.check(definition);
        if (!references.isEmpty()) {
            return references;
        }
        ControlTotals checks = new ControlTotals(definition);
        checks.recipients();
        checks.amounts();
        checks.parts();
        checks.caps();
        checks.keys();
        definition.totals().tables().forEach(checks::table);
        return List.copyOf(checks.faults);
    }

    private void recipients() {
        int stated = definition.totals().recipients();
        compare(
                RECIPIENTS_AS_STATED,
                "recipients.entries",
                definition.recipients().size(),
                stated,
                "recipients");
    }

    private void amounts() {
        StatedTotals totals = definition.totals();
        long pots = definition.pots().stream()
                .map(PotDefinition::funding)
                .mapToLong(funding -> funding instanceof PotDefinition.Appropriated source ? source.amount() : 0)
                .reduce(0, Math::addExact);
        compare(POTS_AS_STATED, "pots", pots, totals.pots(), "kronor in the source pots");
        compare(FRAME_AS_STATED, "frame.amount", definition.frame().amount(), totals.frame(), "kronor");
        compare(OWN_COST_AS_STATED, "ownCost.amount", definition.ownCost().amount(), totals.ownCost(), "kronor");
        long payoutAndOwnCost = Math.addExact(pots, definition.ownCost().amount());
        if (payoutAndOwnCost > definition.frame().amount()) {
            faults.add(Fault.ofControl(
                    WITHIN_FRAME,
                    "frame.amount",
                    definition.frame().amount(),
                    "source pots and own cost are " + payoutAndOwnCost + " kronor together, above the frame",
                    "correct the pots, the own cost or the frame after the source"));
        }
    }

    private void parts() {
        Map<PotId, Integer> percents = new HashMap<>();
        definition.pots().forEach(pot -> {
            if (pot.funding() instanceof PotDefinition.RemainderOf part) {
                percents.merge(part.pot(), part.percent(), Integer::sum);
            }
        });
        definition.pots().stream()
                .map(PotDefinition::id)
                .filter(percents::containsKey)
                .forEach(source -> {
                    int sum = percents.getOrDefault(source, 0);
                    compare(PARTS_ARE_WHOLE, "pots." + source, sum, 100, "percent in the pots derived from it");
                });
    }

    /** Else everything earned could be more than the pot. */
    private void caps() {
        for (PotDefinition pot : definition.pots()) {
            if (pot.key() instanceof AllocationKey.UnitPriceWithCap key
                    && pot.funding() instanceof PotDefinition.Appropriated source) {
                long caps = sum(definition.table(key.caps()).values());
                if (caps > source.amount()) {
                    faults.add(Fault.ofControl(
                            CAPS_WITHIN_POT,
                            "tables." + key.caps(),
                            caps,
                            "the caps are more than the " + source.amount() + " kronor of pot " + pot.id(),
                            "correct the caps or the pot after the source"));
                }
            }
        }
    }

    /** Else the key would have nothing to divide by, or more to give than there is. */
    private void keys() {
        for (PotDefinition pot : definition.pots()) {
            if (pot.key() instanceof AllocationKey.ShareKey key
                    && pot.funding() instanceof PotDefinition.Appropriated source) {
                keys(pot, key, source.amount());
            }
        }
    }

    private void keys(PotDefinition pot, AllocationKey.ShareKey key, long amount) {
        String path = "pots." + pot.id() + ".key";
        List<RecipientCode> recipients = definition.recipientsOf(pot);
        if (recipients.stream()
                .allMatch(recipient -> Shares.weight(definition, key, recipient).signum() == 0)) {
            keysHold = false;
            faults.add(Fault.ofControl(
                    SOMEBODY_HAS_WEIGHT,
                    path,
                    pot.id(),
                    "weighs 0 for every recipient",
                    "correct the tables that it names, or whom the pot is for"));
        }
        if (key instanceof AllocationKey.FixedTable fixed) {
            compare(
                    TABLE_EQUALS_POT,
                    "tables." + fixed.amounts(),
                    recipients.stream()
                            .mapToLong(definition.table(fixed.amounts())::value)
                            .reduce(0, Math::addExact),
                    amount,
                    "kronor, as pot " + pot.id());
        }
        if (key instanceof AllocationKey.FixedPartPlusWeighted part
                && Math.multiplyExact(part.fixed().amount(), (long) recipients.size()) > amount) {
            keysHold = false;
            faults.add(Fault.ofControl(
                    FIXED_PARTS_WITHIN_POT,
                    path + ".fixed.amount",
                    part.fixed().amount(),
                    "the fixed parts of " + recipients.size() + " recipients are more than the pot's " + amount
                            + " kronor",
                    "correct the fixed part or the pot after the source"));
        }
    }

    private void table(StatedTotals.TableTotal total) {
        Map<RecipientCode, Long> values = definition.table(total.table()).values();
        long sum = sum(values);
        String path = "tables." + total.table();
        if (definition.pot(total.pot()).map(PotDefinition::funding).orElse(null)
                instanceof PotDefinition.Appropriated pot) {
            compare(TABLE_EQUALS_POT, path, sum, pot.amount(), "kronor, as pot " + total.pot());
            if (!total.factors().isEmpty()) {
                reproduced(total, pot.amount(), values);
            } else if (keysHold) {
                Shares.of(definition)
                        .of(total.pot())
                        .forEach((code, share) -> compare(
                                TABLE_REPRODUCED,
                                path + ".values." + code,
                                values.getOrDefault(code, 0L),
                                share,
                                "kronor, as the key of pot " + total.pot() + " gives"));
            }
        }
    }

    private void reproduced(StatedTotals.TableTotal total, long amount, Map<RecipientCode, Long> values) {
        List<RecipientCode> codes = List.copyOf(values.keySet());
        List<Fraction> weights =
                codes.stream().map(code -> weight(total.factors(), code)).toList();
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            faults.add(Fault.ofControl(
                    TABLE_REPRODUCED,
                    "tables." + total.table(),
                    "",
                    "its factors are 0 for every recipient",
                    "correct the tables " + total.factors()));
            return;
        }
        List<Long> shares = LargestRemainder.share(amount, weights);
        for (int index = 0; index < codes.size(); index++) {
            RecipientCode code = codes.get(index);
            long stated = values.getOrDefault(code, 0L);
            compare(
                    TABLE_REPRODUCED,
                    "tables." + total.table() + ".values." + code,
                    stated,
                    shares.get(index),
                    "kronor, as computed from " + total.factors());
        }
    }

    private static long sum(Map<RecipientCode, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    private Fraction weight(List<TableId> factors, RecipientCode code) {
        BigInteger product = factors.stream()
                .map(factor -> BigInteger.valueOf(definition.table(factor).value(code)))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        return new Fraction(product, BigInteger.ONE);
    }

    private void compare(String control, String path, long found, long expected, String unit) {
        if (found != expected) {
            faults.add(Fault.ofControl(
                    control,
                    path,
                    found,
                    "must be " + expected + " " + unit + ", differs by " + Math.subtractExact(found, expected),
                    "correct it or the stated total after the source"));
        }
    }
}
