package se.statsbidrag.allocation.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import se.statsbidrag.events.ClaimProposed;
import se.statsbidrag.events.ClaimRepaid;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/** What was claimed back. Claims of unused, misused, resultless or unreported money are a ledger of their own. */
public final class Claims {
    private final SortedMap<Integer, Claim> all = new TreeMap<>();

    Claims() {}

    void proposed(ClaimProposed event, Entry entry) {
        all.put(event.claim(), Claim.of(event, entry));
    }

    void change(int number, UnaryOperator<Claim> change) {
        all.computeIfPresent(number, (same, claim) -> change.apply(claim));
    }

    /** By number. */
    public List<Claim> all() {
        return new ArrayList<>(all.values());
    }

    public Optional<Claim> find(int number) {
        return Optional.ofNullable(all.get(number));
    }

    /** The number that the next claim gets. */
    public int next() {
        return all.isEmpty() ? 1 : all.lastKey() + 1;
    }

    /** What decided claims of overpayment took out of a pot for a recipient: claimed and waived alike. */
    public long settled(RecipientCode recipient, PotId pot) {
        return all.values().stream()
                .filter(claim -> claim.event().recipient().equals(recipient) && claim.isDecided())
                .flatMap(claim -> claim.event().lines().stream())
                .filter(line -> line.pot().equals(pot))
                .mapToLong(ClaimProposed.Line::amount)
                .reduce(0, Math::addExact);
    }

    /** Claims of overpayment that are neither decided nor withdrawn, from a pot for a recipient. */
    public long underway(RecipientCode recipient, PotId pot) {
        return all.values().stream()
                .filter(claim -> claim.event().recipient().equals(recipient) && claim.isOpen())
                .flatMap(claim -> claim.event().lines().stream())
                .filter(line -> line.pot().equals(pot))
                .mapToLong(ClaimProposed.Line::amount)
                .reduce(0, Math::addExact);
    }

    public long claimed(RecipientCode recipient) {
        return sum(recipient, Claim::claimed);
    }

    public long waived(RecipientCode recipient) {
        return sum(recipient, Claim::waived);
    }

    public long repaid(RecipientCode recipient) {
        return sum(recipient, Claim::repaidAmount);
    }

    private long sum(RecipientCode recipient, ToLongFunction<Claim> amount) {
        return all.values().stream()
                .filter(claim -> claim.event().recipient().equals(recipient))
                .mapToLong(amount)
                .reduce(0, Math::addExact);
    }

    /** What claims are about that were not withdrawn, whatever came of them. */
    long claimedOrUnderway(RecipientCode recipient) {
        return all.values().stream()
                .filter(claim -> claim.event().recipient().equals(recipient) && claim.withdrawal() == null)
                .mapToLong(claim -> claim.event().amount())
                .reduce(0, Math::addExact);
    }

    /** What came back under a reference. */
    List<ClaimRepaid> repaidWith(String reference) {
        return all.values().stream()
                .flatMap(claim -> claim.repayments().stream())
                .filter(repaid -> repaid.reference().equals(reference))
                .toList();
    }

    /** All that came back. */
    public long repaid() {
        return all.values().stream().mapToLong(Claim::repaidAmount).reduce(0, Math::addExact);
    }
}
