package se.statsbidrag.requisition.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.ReferenceTableImported;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** The versions of one table of reference data, in the order that they came in. */
public record ReferenceTableVersions(TableId table, List<ReferenceTableImported> versions) {
    /** Longest source, in characters; a definition's table has the same bound. */
    private static final int LONGEST_SOURCE = 1000;

    public ReferenceTableVersions {
        versions = List.copyOf(versions);
    }

    /** No version has come in. */
    public static ReferenceTableVersions none(TableId table) {
        return new ReferenceTableVersions(table, List.of());
    }

    /**
     * A table as it comes in.
     *
     * @param source the document or office that it is from
     * @param date the day that the figures are of
     */
    public record Incoming(String source, LocalDate date, TableStatus status, SortedMap<RecipientCode, String> values) {

        boolean isLike(ReferenceTableImported version) {
            return version.source().equals(source)
                    && version.date().equals(date)
                    && version.status() == status
                    && version.values().equals(values);
        }
    }

    /** How a version differs from the one before it, in recipients. */
    public record Difference(int added, int changed, int removed) {}

    /** @throws IllegalArgumentException when the event is about something else, which this stream never holds */
    public ReferenceTableVersions evolve(GrantEvent event) {
        if (!(event instanceof ReferenceTableImported imported)) {
            throw new IllegalArgumentException(
                    "not an event of a table: " + event.getClass().getSimpleName());
        }
        List<ReferenceTableImported> all = new ArrayList<>(versions);
        all.add(imported);
        return new ReferenceTableVersions(table, all);
    }

    public Optional<ReferenceTableImported> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** A version by its number; empty when there is none. */
    public Optional<ReferenceTableImported> version(int number) {
        return versions.stream().filter(each -> each.version() == number).findFirst();
    }

    /** Faults in a source. */
    public static List<RowFault> faultsOfSource(String source) {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            return List.of(RowFault.ofTable(
                    "source",
                    source.length() > 40 ? source.substring(0, 40) + "…" : source,
                    source.isBlank() ? "is empty" : "has " + source.length() + " characters",
                    "name the document or office that the figures are from, in at most " + LONGEST_SOURCE
                            + " characters"));
        }
        return List.of();
    }

    /** Whether this content, with its source, day and status, came in before. */
    public boolean know(Incoming incoming) {
        return versions.stream().anyMatch(incoming::isLike);
    }

    /** What an import leads to: a new version, or nothing when it is the same as the newest. */
    public List<GrantEvent> take(Incoming incoming) {
        if (newest().filter(incoming::isLike).isPresent()) {
            return List.of();
        }
        return List.of(new ReferenceTableImported(
                table, versions.size() + 1, incoming.source(), incoming.date(), incoming.status(), incoming.values()));
    }

    /** How the newest version would differ from these values. */
    public Difference to(SortedMap<RecipientCode, String> values) {
        SortedMap<RecipientCode, String> before =
                newest().map(ReferenceTableImported::values).orElseGet(TreeMap::new);
        int added = 0;
        int changed = 0;
        for (var entry : values.entrySet()) {
            String earlier = before.get(entry.getKey());
            if (earlier == null) {
                added++;
            } else if (!earlier.equals(entry.getValue())) {
                changed++;
            }
        }
        return new Difference(added, changed, before.size() - (values.size() - added));
    }
}
