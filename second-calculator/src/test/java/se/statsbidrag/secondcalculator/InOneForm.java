package se.statsbidrag.secondcalculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that a plan says, as text by name, so that two plans from different hands can be laid side by side. */
public final class InOneForm {
    private final Map<String, String> said = new TreeMap<>();

    /** What the second calculator says. */
    public static InOneForm of(QueueOutcome outcome, QueueGrant grant) {
        InOneForm form = new InOneForm().complete(outcome.complete());
        outcome.pots()
                .forEach((name, pot) -> form.pot(
                        pot(name),
                        pot.closed(),
                        pot.amount(),
                        pot.distributed(),
                        pot.remaining(),
                        pot.transferred(),
                        pot.returned()));
        for (String region : grant.regions()) {
            Map<String, Long> lines = new TreeMap<>();
            outcome.pots().forEach((name, pot) -> lines.put(pot(name), pot.due(region)));
            form.region(region, lines, outcome.total(region));
        }
        return form;
    }

    /** What the second calculator says of a share grant. */
    public static InOneForm of(ShareOutcome outcome, List<String> recipients) {
        InOneForm form = new InOneForm().complete(outcome.complete());
        outcome.pots()
                .forEach((name, pot) -> form.pot(
                        name,
                        pot.closed(),
                        pot.amount(),
                        pot.distributed(),
                        pot.remaining(),
                        pot.transferred(),
                        pot.returned()));
        for (String recipient : recipients) {
            Map<String, Long> lines = new TreeMap<>();
            outcome.pots().forEach((name, pot) -> lines.put(name, pot.due(recipient)));
            form.region(recipient, lines, outcome.total(recipient));
        }
        return form;
    }

    /** The name in programmes of a pot of the second calculator's. */
    public static String pot(String name) {
        return name.startsWith("block-")
                ? name
                : "remaining-" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public InOneForm complete(boolean complete) {
        said.put("final", String.valueOf(complete));
        return this;
    }

    public InOneForm pot(
            String pot,
            boolean closed,
            long amount,
            long distributed,
            long remaining,
            long transferred,
            long returned) {
        said.put(
                "pot " + pot,
                "%s %d = %d distributed + %d remaining + %d transferred + %d returned"
                        .formatted(closed ? "closed" : "open", amount, distributed, remaining, transferred, returned));
        return this;
    }

    /** @param lines the amount per pot, 0 included */
    public InOneForm region(String region, Map<String, Long> lines, long total) {
        said.put("region " + region, new TreeMap<>(lines) + " = " + total);
        return this;
    }

    /** Each difference as one line; none when both say the same. */
    public static List<String> differences(InOneForm one, InOneForm another) {
        Set<String> names = new TreeSet<>(one.said.keySet());
        names.addAll(another.said.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(one.said.get(name), another.said.get(name))) {
                differences.add("%s: %s but %s".formatted(name, one.said.get(name), another.said.get(name)));
            }
        }
        return differences;
    }
}
