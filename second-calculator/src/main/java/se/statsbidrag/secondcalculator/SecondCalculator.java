package se.statsbidrag.secondcalculator;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.QueueOutcome.Pot;
import se.statsbidrag.secondcalculator.QueueYear.Choice;
import se.statsbidrag.secondcalculator.QueueYear.Requisition;

/** Computes a queue grant's year the long way round, rule by rule. */
public final class SecondCalculator {
    private final QueueGrant grant;
    private final QueueYear year;

    private SecondCalculator(QueueGrant grant, QueueYear year) {
        this.grant = grant;
        this.year = year;
    }

    public static QueueOutcome compute(QueueGrant grant, QueueYear year) {
        return new SecondCalculator(grant, year).compute();
    }

    private QueueOutcome compute() {
        Map<String, Pot> pots = new LinkedHashMap<>();
        Map<String, List<String>> ties = new LinkedHashMap<>();
        boolean undecided = year.requisition().containsValue(Requisition.UNDECIDED);

        boolean block1Closed = year.requisitionsClosed() && !undecided;
        pots.put(QueueOutcome.BLOCK_1, block1(block1Closed));

        boolean block2Closed = year.requisitionsClosed() && year.deliveriesClosed() && !undecided;
        Pot block2 = block2(block2Closed);
        pots.put(QueueOutcome.BLOCK_2, block2);

        List<BigInteger> parts = new ArrayList<>();
        for (String procedure : grant.procedures()) {
            parts.add(big(grant.part(procedure)));
        }
        List<BigInteger> money = divide(big(block2.transferred()), parts);
        for (int i = 0; i < grant.procedures().size(); i++) {
            String procedure = grant.procedures().get(i);
            long amount = money.get(i).longValueExact();
            pots.put(procedure, part(procedure, amount, block2Closed, ties));
        }
        boolean complete = block1Closed && block2Closed && ties.isEmpty();
        return new QueueOutcome(pots, ties, complete);
    }

    /** R-K5, I-K1: one 21st each; what is not requisitioned goes back once nothing more can come. */
    private Pot block1(boolean closed) {
        List<BigInteger> equal = new ArrayList<>();
        for (int i = 0; i < grant.regions().size(); i++) {
            equal.add(ONE);
        }
        List<BigInteger> shares = divide(big(grant.block1()), equal);
        Map<String, Long> due = new TreeMap<>();
        long distributed = 0;
        for (int i = 0; i < grant.regions().size(); i++) {
            if (inForce(grant.regions().get(i))) {
                due.put(grant.regions().get(i), shares.get(i).longValueExact());
                distributed += shares.get(i).longValueExact();
            }
        }
        long left = grant.block1() - distributed;
        return new Pot(closed, grant.block1(), distributed, closed ? 0 : left, 0, closed ? left : 0, due);
    }

    /** R-K6, R-K7: so much per operation, but never more than the cap. */
    private Pot block2(boolean closed) {
        Map<String, Long> due = new TreeMap<>();
        long distributed = 0;
        for (String region : grant.regions()) {
            if (inForce(region)) {
                BigInteger earned = ZERO;
                for (String procedure : grant.procedures()) {
                    BigInteger operations = big(year.operations(region, procedure));
                    earned = earned.add(operations.multiply(big(grant.rate(procedure))));
                }
                long paid = earned.min(big(grant.cap(region))).longValueExact();
                if (paid > 0) {
                    due.put(region, paid);
                }
                distributed += paid;
            }
        }
        long left = grant.block2() - distributed;
        return new Pot(closed, grant.block2(), distributed, closed ? 0 : left, closed ? left : 0, 0, due);
    }

    /** R-K8, I-K2 to I-K5: to the regions with most operations per inhabitant, by care need. */
    private Pot part(String procedure, long amount, boolean closed, Map<String, List<String>> ties) {
        List<String> sharing = sharing(procedure, amount, ties);
        if (sharing.isEmpty()) {
            return new Pot(closed, amount, 0, 0, 0, amount, Map.of());
        }
        List<BigInteger> weights = new ArrayList<>();
        for (String region : sharing) {
            weights.add(big(grant.cap(region)));
        }
        List<BigInteger> shares = divide(big(amount), weights);
        Map<String, Long> due = new TreeMap<>();
        for (int i = 0; i < sharing.size(); i++) {
            if (shares.get(i).signum() > 0) {
                due.put(sharing.get(i), shares.get(i).longValueExact());
            }
        }
        return new Pot(closed, amount, amount, 0, 0, 0, due);
    }

    private List<String> sharing(String procedure, long amount, Map<String, List<String>> ties) {
        Set<String> chosen = new LinkedHashSet<>();
        while (chosen.size() < grant.places()) {
            List<String> best = best(procedure, chosen);
            if (best.isEmpty()) {
                break;
            }
            int free = grant.places() - chosen.size();
            if (best.size() > free) {
                List<String> chosenByOfficer = chosenByOfficer(procedure, best, free);
                if (chosenByOfficer.isEmpty()) {
                    if (amount > 0) {
                        ties.put(procedure, best);
                    }
                    best = greatestCaps(best, free);
                } else {
                    best = chosenByOfficer;
                }
            }
            chosen.addAll(best);
        }
        List<String> inCodeOrder = new ArrayList<>();
        for (String region : grant.regions()) {
            if (chosen.contains(region)) {
                inCodeOrder.add(region);
            }
        }
        return inCodeOrder;
    }

    /** All regions that no region outside {@code taken} beats in operations per inhabitant; none without an operation. */
    private List<String> best(String procedure, Set<String> taken) {
        List<String> candidates = new ArrayList<>();
        for (String region : grant.regions()) {
            if (inForce(region) && !taken.contains(region) && year.operations(region, procedure) > 0) {
                candidates.add(region);
            }
        }
        List<String> best = new ArrayList<>();
        for (String region : candidates) {
            boolean beaten = false;
            for (String other : candidates) {
                BigInteger mine =
                        big(year.operations(region, procedure)).multiply(big(grant.population(other, procedure)));
                BigInteger others =
                        big(year.operations(other, procedure)).multiply(big(grant.population(region, procedure)));
                beaten |= others.compareTo(mine) > 0;
            }
            if (!beaten) {
                best.add(region);
            }
        }
        return best;
    }

    private List<String> chosenByOfficer(String procedure, List<String> tied, int places) {
        List<String> latest = List.of();
        for (Choice choice : year.choices().getOrDefault(procedure, List.of())) {
            boolean sameTie = Set.copyOf(choice.tied()).equals(Set.copyOf(tied));
            if (sameTie && choice.chosen().size() == places) {
                latest = choice.chosen();
            }
        }
        return latest;
    }

    /** I-K4, until an officer has resolved the tie: the greater cap, then the lower code. */
    private List<String> greatestCaps(List<String> tied, int places) {
        List<String> left = new ArrayList<>(tied);
        List<String> taken = new ArrayList<>();
        while (taken.size() < places) {
            String greatest = left.get(0);
            for (String region : left) {
                if (grant.cap(region) > grant.cap(greatest)) {
                    greatest = region;
                }
            }
            taken.add(greatest);
            left.remove(greatest);
        }
        return taken;
    }

    private boolean inForce(String region) {
        return year.requisition().get(region) == Requisition.IN_FORCE;
    }

    /** Largest remainder: floors, then one krona at a time to the greatest remainder, the earlier one when equal. */
    static List<BigInteger> divide(BigInteger money, List<BigInteger> weights) {
        BigInteger sum = ZERO;
        for (BigInteger weight : weights) {
            sum = sum.add(weight);
        }
        List<BigInteger> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger left = money;
        for (BigInteger weight : weights) {
            BigInteger[] share = money.multiply(weight).divideAndRemainder(sum);
            shares.add(share[0]);
            remainders.add(share[1]);
            left = left.subtract(share[0]);
        }
        while (left.signum() > 0) {
            int greatest = 0;
            for (int i = 1; i < weights.size(); i++) {
                if (remainders.get(i).compareTo(remainders.get(greatest)) > 0) {
                    greatest = i;
                }
            }
            shares.set(greatest, shares.get(greatest).add(ONE));
            remainders.set(greatest, ONE.negate());
            left = left.subtract(ONE);
        }
        return shares;
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
