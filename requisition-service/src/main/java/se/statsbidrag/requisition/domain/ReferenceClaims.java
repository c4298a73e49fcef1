package se.statsbidrag.requisition.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.statsbidrag.rules.programme.Fault;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.ReferenceBinding;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.TableReference;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * Whether the tables of a definition that say which imported reference data they are, hold just that: nobody passes other
 * figures off as imported ones, whether or not they were written out.
 */
public final class ReferenceClaims {
    private ReferenceClaims() {}

    /** Each table that differs from the version that it refers to, in content, day or status. */
    public static List<Fault> faults(ProgrammeDefinition definition, Collection<ReferenceBinding.Version> imported) {
        List<Fault> faults = new ArrayList<>();
        List<ReferenceTable> tables = definition.tables();
        for (int index = 0; index < tables.size(); index++) {
            ReferenceTable table = tables.get(index);
            TableReference reference = table.reference();
            if (reference != null && !holds(table, find(reference, imported))) {
                faults.add(new Fault(
                        "tables[" + index + "].reference",
                        reference.table() + " version " + reference.version(),
                        "is not what this table holds",
                        "remove its values, date and status, which are put in from the reference data, or the"
                                + " reference",
                        null));
            }
        }
        return faults;
    }

    private static Optional<ReferenceBinding.Version> find(
            TableReference reference, Collection<ReferenceBinding.Version> imported) {
        return imported.stream()
                .filter(each -> each.table().equals(reference.table()) && each.version() == reference.version())
                .findFirst();
    }

    private static boolean holds(ReferenceTable table, Optional<ReferenceBinding.Version> version) {
        return version.filter(it -> it.values().equals(values(table.content()))
                        && it.status() == table.status()
                        && Objects.equals(it.date(), table.date()))
                .isPresent();
    }

    private static SortedMap<RecipientCode, String> values(ReferenceTable.Content content) {
        SortedMap<RecipientCode, String> values = new TreeMap<>();
        switch (content) {
            case ReferenceTable.Figures figures ->
                figures.values().forEach((code, value) -> values.put(code, Long.toString(value)));
            case ReferenceTable.Classes classes ->
                classes.classes().forEach((code, rural) -> values.put(code, rural.name()));
            case ReferenceTable.Named named -> named.recipients().forEach(code -> values.put(code, ""));
        }
        return values;
    }
}
