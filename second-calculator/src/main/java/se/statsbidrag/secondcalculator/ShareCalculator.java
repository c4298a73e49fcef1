package se.statsbidrag.secondcalculator;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.statsbidrag.secondcalculator.QueueOutcome.Pot;
import se.statsbidrag.secondcalculator.ShareYear.Requisition;

/** Computes a share grant's year the long way round, rule by rule. */
public final class ShareCalculator {
    private final ShareGrant grant;
    private final ShareYear year;

    private ShareCalculator(ShareGrant grant, ShareYear year) {
        this.grant = grant;
        this.year = year;
    }

    public static ShareOutcome compute(ShareGrant grant, ShareYear year) {
        return new ShareCalculator(grant, year).compute();
    }

    private ShareOutcome compute() {
        Map<String, Pot> pots = new LinkedHashMap<>();
        boolean complete = true;
        for (int i = 0; i < grant.pots().size(); i++) {
            Pot pot = requisitioned(i);
            pots.put(grant.pots().get(i).name(), pot);
            complete &= pot.closed();
        }
        for (ShareGrant.Pot source : grant.pots()) {
            Pot pot = pots.get(source.name());
            if (pot != null) {
                pots.put(
                        source.name() + ShareOutcome.REMAINING, redistributed(source, pot.transferred(), pot.closed()));
            }
        }
        return new ShareOutcome(pots, complete);
    }

    /** R-T1, I-R6: what each approved requisition takes of the pot; the rest waits until nothing more can come (I-R5). */
    private Pot requisitioned(int index) {
        ShareGrant.Pot pot = grant.pots().get(index);
        boolean closed = year.requisitionsClosed();
        Map<String, Long> due = new TreeMap<>();
        long distributed = 0;
        for (String recipient : pot.shares().keySet()) {
            Requisition requisition = year.requisitions().get(recipient);
            if (requisition == null) {
                continue;
            }
            if (!requisition.approved()) {
                closed = false;
                continue;
            }
            long taken = attributed(recipient, requisition.amount()).get(index).longValueExact();
            if (taken > 0) {
                due.put(recipient, taken);
                distributed += taken;
            }
        }
        long left = pot.amount() - distributed;
        return new Pot(closed, pot.amount(), distributed, closed ? 0 : left, closed ? left : 0, 0, due);
    }

    /** I-R6: one amount, divided on the recipient's pots as its shares are. */
    private List<BigInteger> attributed(String recipient, long amount) {
        List<BigInteger> shares = new ArrayList<>();
        for (ShareGrant.Pot pot : grant.pots()) {
            shares.add(BigInteger.valueOf(pot.share(recipient)));
        }
        return SecondCalculator.divide(BigInteger.valueOf(Math.min(amount, grant.share(recipient))), shares);
    }

    /** I-R2, I-R3: to those that took all they could and asked for more, by their shares; back to the state when none did. */
    private Pot redistributed(ShareGrant.Pot source, long amount, boolean closed) {
        List<String> takers = new ArrayList<>();
        List<BigInteger> weights = new ArrayList<>();
        source.shares().forEach((recipient, share) -> {
            Requisition requisition = year.requisitions().get(recipient);
            if (requisition != null
                    && requisition.approved()
                    && requisition.wantsRemainingFunds()
                    && requisition.amount() >= grant.share(recipient)) {
                takers.add(recipient);
                weights.add(BigInteger.valueOf(share));
            }
        });
        if (takers.isEmpty()) {
            return new Pot(closed, amount, 0, 0, 0, amount, Map.of());
        }
        List<BigInteger> shares = SecondCalculator.divide(BigInteger.valueOf(amount), weights);
        Map<String, Long> due = new TreeMap<>();
        for (int i = 0; i < takers.size(); i++) {
            if (shares.get(i).signum() > 0) {
                due.put(takers.get(i), shares.get(i).longValueExact());
            }
        }
        return new Pot(closed, amount, amount, 0, 0, 0, due);
    }
}
