package se.statsbidrag.allocation.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What sets one plan of a programme apart from another: whole kronor, after minus before. What a plan lacks counts as 0.
 *
 * @param pots all pots of both plans, in the order of the definition
 * @param recipients all recipients of both plans, by code ascending
 */
public record PlanDifference(List<Pot> pots, List<Recipient> recipients) {
    public PlanDifference {
        pots = List.copyOf(pots);
        recipients = List.copyOf(recipients);
    }

    /** One pot; before or after is null where the plan has no such pot. */
    public record Pot(
            PotId pot,
            @Nullable PlannedPot before,
            @Nullable PlannedPot after) {

        /** How much more of one of its sums there is, such as {@link PlannedPot#remaining()}. */
        public long difference(ToLongFunction<PlannedPot> sum) {
            return Math.subtractExact(
                    after == null ? 0 : sum.applyAsLong(after), before == null ? 0 : sum.applyAsLong(before));
        }

        public boolean changed() {
            return !Objects.equals(before, after);
        }
    }

    /** What one recipient was and is due. */
    public record Recipient(RecipientCode recipient, long before, long after, List<Line> lines) {
        public Recipient {
            lines = List.copyOf(lines);
        }

        public long difference() {
            return Math.subtractExact(after, before);
        }

        public boolean changed() {
            return before != after || lines.stream().anyMatch(Line::changed);
        }

        /** The lines that are not as they were. */
        public List<Line> changedLines() {
            return lines.stream().filter(Line::changed).toList();
        }
    }

    /** What one recipient was and is due from one pot. */
    public record Line(PotId pot, long before, long after) {
        public long difference() {
            return Math.subtractExact(after, before);
        }

        boolean changed() {
            return before != after;
        }
    }

    /**
     * The differences over the programme.
     *
     * @param recipients of what all recipients are due
     * @param remaining of what all pots have remaining
     * @param returned of what goes back to the state
     * @param appropriated of the source pots together; 0 unless the definition is another
     */
    public record Sum(long recipients, long remaining, long returned, long appropriated) {
        /** What was created or lost: 0, always (architecture: truth 10). */
        public long difference() {
            return Math.subtractExact(Math.addExact(recipients, Math.addExact(remaining, returned)), appropriated);
        }
    }

    /** @param before null where there was no plan yet */
    public static PlanDifference between(@Nullable PayoutPlan before, PayoutPlan after) {
        Set<PotId> pots = new LinkedHashSet<>();
        Set<RecipientCode> recipients = new TreeSet<>();
        for (PayoutPlan plan : before == null ? List.of(after) : List.of(after, before)) {
            plan.pots().forEach(pot -> pots.add(pot.pot()));
            plan.recipients().forEach(recipient -> recipients.add(recipient.recipient()));
        }
        Map<PotId, PlannedPot> potsBefore = pots(before);
        Map<PotId, PlannedPot> potsAfter = pots(after);
        Map<RecipientCode, PlannedRecipient> recipientsBefore = recipients(before);
        Map<RecipientCode, PlannedRecipient> recipientsAfter = recipients(after);
        return new PlanDifference(
                pots.stream()
                        .map(pot -> new Pot(pot, potsBefore.get(pot), potsAfter.get(pot)))
                        .toList(),
                recipients.stream()
                        .map(code -> recipient(code, pots, recipientsBefore.get(code), recipientsAfter.get(code)))
                        .toList());
    }

    /** Only what is not as it was. */
    public PlanDifference changes() {
        return new PlanDifference(
                pots.stream().filter(Pot::changed).toList(),
                recipients.stream().filter(Recipient::changed).toList());
    }

    public boolean isEmpty() {
        return pots.stream().noneMatch(Pot::changed) && recipients.stream().noneMatch(Recipient::changed);
    }

    public Optional<Recipient> recipient(RecipientCode code) {
        return recipients.stream().filter(each -> each.recipient().equals(code)).findFirst();
    }

    public Sum sum() {
        return new Sum(
                recipients.stream().mapToLong(Recipient::difference).reduce(0, Math::addExact),
                sum(PlannedPot::remaining),
                sum(PlannedPot::returned),
                Math.subtractExact(sum(PlannedPot::amount), sum(PlannedPot::transferred)));
    }

    private long sum(ToLongFunction<PlannedPot> part) {
        return pots.stream().mapToLong(pot -> pot.difference(part)).reduce(0, Math::addExact);
    }

    private static Recipient recipient(
            RecipientCode code, Set<PotId> pots, @Nullable PlannedRecipient before, @Nullable PlannedRecipient after) {
        Map<PotId, Long> linesBefore = lines(before);
        Map<PotId, Long> linesAfter = lines(after);
        List<Line> lines = new ArrayList<>();
        for (PotId pot : pots) {
            if (linesBefore.containsKey(pot) || linesAfter.containsKey(pot)) {
                lines.add(new Line(pot, linesBefore.getOrDefault(pot, 0L), linesAfter.getOrDefault(pot, 0L)));
            }
        }
        return new Recipient(code, before == null ? 0 : before.total(), after == null ? 0 : after.total(), lines);
    }

    private static Map<PotId, PlannedPot> pots(@Nullable PayoutPlan plan) {
        Map<PotId, PlannedPot> pots = new LinkedHashMap<>();
        if (plan != null) {
            plan.pots().forEach(pot -> pots.put(pot.pot(), pot));
        }
        return pots;
    }

    private static Map<RecipientCode, PlannedRecipient> recipients(@Nullable PayoutPlan plan) {
        Map<RecipientCode, PlannedRecipient> recipients = new LinkedHashMap<>();
        if (plan != null) {
            plan.recipients().forEach(recipient -> recipients.put(recipient.recipient(), recipient));
        }
        return recipients;
    }

    private static Map<PotId, Long> lines(@Nullable PlannedRecipient recipient) {
        Map<PotId, Long> lines = new LinkedHashMap<>();
        if (recipient != null) {
            recipient.lines().forEach(line -> lines.put(line.pot(), line.amount()));
        }
        return lines;
    }
}
