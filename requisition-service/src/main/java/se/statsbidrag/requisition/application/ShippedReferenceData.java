package se.statsbidrag.requisition.application;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.VersionConflict;
import se.statsbidrag.requisition.domain.ReferenceTableForm;
import se.statsbidrag.requisition.domain.ReferenceTableRules;
import se.statsbidrag.requisition.domain.ReferenceTableVersions;
import se.statsbidrag.requisition.domain.ReferenceTableVersions.Incoming;
import se.statsbidrag.requisition.domain.TableRow;
import se.statsbidrag.rules.value.TableStatus;

/**
 * Imports the tables of reference data that come with the software. A file that came in before does nothing, and none
 * comes in for a table of which a person has imported a version: made-up figures never take the place of an agency's own.
 */
public final class ShippedReferenceData {
    static final String LIST = "tables.csv";

    private static final Origin ORIGIN = Origin.ofSystem("shipped");
    private static final List<String> HEADER = List.of("table", "source", "date", "status");

    private final ReferenceData tables;

    public ShippedReferenceData(ReferenceData tables) {
        this.tables = tables;
    }

    private record Shipped(ReferenceTableForm form, Incoming incoming) {}

    /**
     * Imports what is new in these files.
     *
     * @param files by name: {@value #LIST}, and a file for each table that it lists
     * @return what was recorded
     * @throws DefinitionsRefused when anything is wrong with any of them; nothing is imported then
     */
    public List<RecordedEvent> ship(SortedMap<String, String> files) {
        List<String> refused = new ArrayList<>();
        List<Shipped> all = read(files, refused);
        if (!refused.isEmpty()) {
            throw new DefinitionsRefused(refused);
        }
        List<RecordedEvent> recorded = new ArrayList<>();
        all.forEach(shipped -> take(shipped).ifPresent(recorded::add));
        return recorded;
    }

    private Optional<RecordedEvent> take(Shipped shipped) {
        while (true) {
            StoredTable before = tables.load(shipped.form());
            if (before.versions().know(shipped.incoming())
                    || before.events().stream().anyMatch(event -> !event.actor().equals(ORIGIN.actor()))) {
                return Optional.empty();
            }
            try {
                return Optional.of(tables.take(before, shipped.incoming(), ORIGIN)
                        .table()
                        .events()
                        .getLast());
            } catch (VersionConflict anotherInstance) {
                // It has imported the same table: look again at what is left to do.
                continue;
            }
        }
    }

    private static List<Shipped> read(SortedMap<String, String> files, List<String> refused) {
        List<Shipped> shipped = new ArrayList<>();
        String list = files.get(LIST);
        if (list == null) {
            return shipped;
        }
        List<TableRow> rows = rows(LIST, list, refused);
        if (!rows.isEmpty() && !rows.getFirst().fields().equals(HEADER)) {
            refused.add(LIST + " line 1: is not the header; make it " + String.join(",", HEADER));
            return shipped;
        }
        rows.stream().skip(1).forEach(row -> read(row, files, refused).ifPresent(shipped::add));
        return shipped;
    }

    private static Optional<Shipped> read(TableRow row, SortedMap<String, String> files, List<String> refused) {
        String at = LIST + " line " + row.line() + ": ";
        if (row.fields().size() != HEADER.size()) {
            refused.add(at + "has " + row.fields().size() + " fields; give it " + String.join(",", HEADER));
            return Optional.empty();
        }
        int before = refused.size();
        String name = row.fields().getFirst();
        String text = files.get(name + ".csv");
        ReferenceTableForm form = ReferenceData.forms().form(name).orElse(null);
        if (text == null || form == null) {
            refused.add(at + "table '" + name + "': there is no such " + (form == null ? "table" : "file")
                    + "; the tables are " + ReferenceData.forms().tables().keySet());
            return Optional.empty();
        }
        ReferenceTableVersions.faultsOfSource(row.fields().get(1)).forEach(fault -> refused.add(at + fault));
        LocalDate date = date(row.fields().get(2), at, refused);
        TableStatus status = status(row.fields().get(3), at, refused);
        ReferenceTableRules.Reading reading =
                ReferenceTableRules.read(form, ReferenceData.forms().official(), rows(name + ".csv", text, refused));
        reading.faults().forEach(fault -> refused.add(name + ".csv " + fault));
        return refused.size() > before
                ? Optional.empty()
                : Optional.of(new Shipped(form, new Incoming(row.fields().get(1), date, status, reading.values())));
    }

    private static List<TableRow> rows(String name, String text, List<String> refused) {
        try {
            return ReferenceTableFile.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (ReferenceTableFile.Unreadable e) {
            refused.add(name + ": " + e.fault() + "; " + e.remedy());
            return List.of();
        }
    }

    private static LocalDate date(String text, String at, List<String> refused) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            refused.add(at + "date '" + text + "': is not a date; write a day such as 2024-11-01");
            return LocalDate.EPOCH;
        }
    }

    private static TableStatus status(String text, String at, List<String> refused) {
        try {
            return TableStatus.valueOf(text);
        } catch (IllegalArgumentException none) {
            refused.add(at + "status '" + text + "': is no status; write OFFICIAL or SYNTHETIC");
            return TableStatus.SYNTHETIC;
        }
    }
}
