package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * What another definition would mean in kronor, for the pots whose shares follow from the definition alone. What depends
 * on what has happened, operations or requisitions, is a matter of the plan.
 *
 * @param pots in the order of the later definition, those that it no longer has last
 * @param recipients over all these pots, by code
 * @param total over all recipients
 */
public record ShareDifferences(List<OfPot> pots, List<OfRecipient> recipients, Change total) {
    public ShareDifferences {
        pots = List.copyOf(pots);
        recipients = List.copyOf(recipients);
    }

    /** Whole kronor before and after. */
    public record Change(long before, long after) {
        /** What it gains; below 0 for what it loses. */
        public long difference() {
            return Math.subtractExact(after, before);
        }

        Change plus(Change other) {
            return new Change(Math.addExact(before, other.before), Math.addExact(after, other.after));
        }
    }

    /** One recipient's shares. */
    public record OfRecipient(RecipientCode recipient, Change change) {}

    /** One pot's shares. */
    public record OfPot(PotId pot, List<OfRecipient> recipients, Change total) {
        public OfPot {
            recipients = List.copyOf(recipients);
        }
    }

    /** @param before null when no definition was in force; its shares are then 0 */
    public static ShareDifferences of(@Nullable ProgrammeDefinition before, ProgrammeDefinition after) {
        @Nullable Shares earlier = before == null ? null : Shares.of(before);
        Shares later = Shares.of(after);
        Set<PotId> names = new LinkedHashSet<>();
        Stream.of(after, before == null ? after : before)
                .forEach(definition ->
                        definition.pots().stream().map(PotDefinition::id).forEach(names::add));
        List<OfPot> pots = new ArrayList<>();
        for (PotId pot : names) {
            SortedMap<RecipientCode, Long> now = later.of(pot);
            SortedMap<RecipientCode, Long> then = earlier == null ? new TreeMap<>() : earlier.of(pot);
            SortedSet<RecipientCode> recipients = new TreeSet<>(now.keySet());
            recipients.addAll(then.keySet());
            if (!recipients.isEmpty()) {
                List<OfRecipient> lines =
                        lines(recipients, code -> then.getOrDefault(code, 0L), code -> now.getOrDefault(code, 0L));
                pots.add(new OfPot(pot, lines, sum(lines)));
            }
        }
        SortedSet<RecipientCode> all = new TreeSet<>();
        pots.forEach(pot -> pot.recipients().forEach(line -> all.add(line.recipient())));
        List<OfRecipient> recipients = lines(all, code -> earlier == null ? 0 : earlier.total(code), later::total);
        return new ShareDifferences(pots, recipients, sum(recipients));
    }

    private static List<OfRecipient> lines(
            SortedSet<RecipientCode> recipients,
            ToLongFunction<RecipientCode> before,
            ToLongFunction<RecipientCode> after) {
        return recipients.stream()
                .map(code -> new OfRecipient(code, new Change(before.applyAsLong(code), after.applyAsLong(code))))
                .toList();
    }

    private static Change sum(List<OfRecipient> lines) {
        return lines.stream().map(OfRecipient::change).reduce(new Change(0, 0), Change::plus);
    }
}
