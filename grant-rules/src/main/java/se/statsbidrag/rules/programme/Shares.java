package se.statsbidrag.rules.programme;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.rules.money.Fraction;
import se.statsbidrag.rules.money.LargestRemainder;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * What each recipient may have of the pots that are divided by a {@link AllocationKey.ShareKey}, in whole kronor by
 * largest remainder (R-K5, R-T1, R-G1 to R-G4). It follows from the definition alone; nothing that happens moves it.
 */
public final class Shares {
    private final Map<PotId, SortedMap<RecipientCode, Long>> byPot;

    private Shares(Map<PotId, SortedMap<RecipientCode, Long>> byPot) {
        this.byPot = byPot;
    }

    /** @throws IllegalArgumentException for a definition whose control totals fail */
    public static Shares of(ProgrammeDefinition definition) {
        Map<PotId, SortedMap<RecipientCode, Long>> byPot = new HashMap<>();
        for (PotDefinition pot : definition.pots()) {
            if (pot.key() instanceof AllocationKey.ShareKey key
                    && pot.funding() instanceof PotDefinition.Appropriated source) {
                byPot.put(pot.id(), Collections.unmodifiableSortedMap(shares(definition, pot, key, source.amount())));
            }
        }
        return new Shares(byPot);
    }

    /** The shares of a pot by code ascending, one for each recipient that it is for; none for other kinds of pots. */
    public SortedMap<RecipientCode, Long> of(PotId pot) {
        return byPot.getOrDefault(pot, Collections.emptySortedMap());
    }

    /** A recipient's share of a pot: 0 when it is not in it. */
    public long of(PotId pot, RecipientCode recipient) {
        return of(pot).getOrDefault(recipient, 0L);
    }

    /** All that a recipient may requisition (I-R1, I-R6). */
    public long total(RecipientCode recipient) {
        return byPot.values().stream()
                .mapToLong(shares -> shares.getOrDefault(recipient, 0L))
                .reduce(0, Math::addExact);
    }

    /** How much a recipient weighs in a key; the rest of a fixed part plus weighted is divided by it. */
    public static BigInteger weight(
            ProgrammeDefinition definition, AllocationKey.ShareKey key, RecipientCode recipient) {
        return switch (key) {
            case AllocationKey.EqualShares _ -> BigInteger.ONE;
            case AllocationKey.FixedTable fixed ->
                BigInteger.valueOf(definition.table(fixed.amounts()).value(recipient));
            case AllocationKey.Weighted weighted -> product(definition, weighted.weights(), recipient);
            case AllocationKey.FixedPartPlusWeighted weighted -> product(definition, weighted.weights(), recipient);
            case AllocationKey.RuralClasses rural ->
                ruralMunicipalities(definition, rural, recipient).entrySet().stream()
                        .map(entry -> BigInteger.valueOf(
                                        definition.table(rural.population()).value(entry.getKey()))
                                .multiply(BigInteger.valueOf(ruralWeight(rural, entry.getValue()))))
                        .reduce(BigInteger.ZERO, BigInteger::add);
        };
    }

    /** The rural municipalities that a recipient stands for, with their class: a region's, or the municipality itself. */
    public static SortedMap<RecipientCode, RuralClass> ruralMunicipalities(
            ProgrammeDefinition definition, AllocationKey.RuralClasses key, RecipientCode recipient) {
        SortedMap<RecipientCode, RuralClass> own = new TreeMap<>();
        definition.table(key.classes()).classes().forEach((municipality, rural) -> {
            if (municipality.value().startsWith(recipient.value())) {
                own.put(municipality, rural);
            }
        });
        return own;
    }

    /** How much one inhabitant of a class weighs. */
    public static long ruralWeight(AllocationKey.RuralClasses key, RuralClass rural) {
        SourcedAmount weight = key.weights().get(rural);
        return weight == null ? 0 : weight.amount();
    }

    private static BigInteger product(ProgrammeDefinition definition, List<TableId> tables, RecipientCode recipient) {
        return tables.stream()
                .map(table -> BigInteger.valueOf(definition.table(table).value(recipient)))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static SortedMap<RecipientCode, Long> shares(
            ProgrammeDefinition definition, PotDefinition pot, AllocationKey.ShareKey key, long amount) {
        List<RecipientCode> recipients = definition.recipientsOf(pot);
        long fixed = key instanceof AllocationKey.FixedPartPlusWeighted part
                ? part.fixed().amount()
                : 0;
        long rest = Math.subtractExact(amount, Math.multiplyExact(fixed, (long) recipients.size()));
        List<Long> parts = LargestRemainder.share(
                rest,
                recipients.stream()
                        .map(recipient -> new Fraction(weight(definition, key, recipient), BigInteger.ONE))
                        .toList());
        SortedMap<RecipientCode, Long> shares = new TreeMap<>();
        for (int index = 0; index < recipients.size(); index++) {
            shares.put(recipients.get(index), Math.addExact(fixed, parts.get(index)));
        }
        return shares;
    }
}
