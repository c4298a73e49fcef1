package se.statsbidrag.requisition.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.statsbidrag.requisition.domain.ReferenceTableForm.Content;
import se.statsbidrag.rules.value.RecipientCode;

/** Holds a table against its form; every fault at once. */
public final class ReferenceTableRules {
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,11}");
    private static final String RECIPIENT = "recipient";

    private final ReferenceTableForm form;
    private final SortedMap<RecipientCode, String> official;
    private final List<RowFault> faults = new ArrayList<>();
    private final SortedMap<RecipientCode, String> values = new TreeMap<>();
    private final Map<RecipientCode, Integer> lines = new HashMap<>();

    private ReferenceTableRules(ReferenceTableForm form, SortedMap<RecipientCode, String> official) {
        this.form = form;
        this.official = official;
    }

    /**
     * What reading a table gives.
     *
     * @param values by recipient; of use only when there are no faults
     * @param faults in the order of the file, then those of the table as a whole
     */
    public record Reading(SortedMap<RecipientCode, String> values, List<RowFault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }
    }

    /** Reads a table, its header first. */
    public static Reading read(
            ReferenceTableForm form, SortedMap<RecipientCode, String> official, List<TableRow> rows) {
        ReferenceTableRules rules = new ReferenceTableRules(form, official);
        if (rules.headerIsRight(rows)) {
            rows.stream().skip(1).forEach(rules::row);
            rules.whole(rows.size() - 1);
        }
        return new Reading(rules.values, rules.faults);
    }

    private boolean headerIsRight(List<TableRow> rows) {
        List<String> right = form.content().header();
        String remedy = "make the first line " + String.join(",", right);
        if (rows.isEmpty()) {
            faults.add(RowFault.ofTable("", "", "the file is empty", remedy + ", and send a row for each recipient"));
            return false;
        }
        TableRow header = rows.getFirst();
        if (!header.fields().equals(right)) {
            String written = String.join(",", header.fields());
            faults.add(new RowFault(
                    header.line(),
                    "",
                    written,
                    written.contains(";")
                            ? "the fields are separated by semicolons"
                            : "is not the header of " + form.table(),
                    remedy));
            return false;
        }
        return true;
    }

    private void row(TableRow row) {
        int columns = form.content().header().size();
        if (row.fields().size() != columns) {
            faults.add(new RowFault(
                    row.line(),
                    "",
                    String.join(",", row.fields()),
                    "has %d fields, the header %d".formatted(row.fields().size(), columns),
                    "give each row one field for each column"));
            return;
        }
        boolean valueIsRight = valueIsRight(row);
        String code = row.fields().getFirst();
        official.keySet().stream()
                .filter(each -> each.value().equals(code))
                .findFirst()
                .ifPresentOrElse(
                        recipient -> known(row, recipient, valueIsRight),
                        () -> faults.add(new RowFault(
                                row.line(),
                                RECIPIENT,
                                code,
                                "is no region's or municipality's code",
                                "write an official code with its leading zero: " + forms())));
    }

    private void known(TableRow row, RecipientCode recipient, boolean valueIsRight) {
        if (!form.recipients().holds(recipient)) {
            faults.add(new RowFault(
                    row.line(),
                    RECIPIENT,
                    recipient.value(),
                    "is not among those that " + form.table() + " speaks of",
                    "remove the row; the table has " + forms()));
            return;
        }
        Integer before = lines.putIfAbsent(recipient, row.line());
        if (before != null) {
            faults.add(new RowFault(
                    row.line(),
                    RECIPIENT,
                    recipient.value(),
                    "stands in line " + before + " already",
                    "keep one row for each recipient"));
        } else if (valueIsRight) {
            values.put(
                    recipient,
                    form.content() == Content.NAMED ? "" : row.fields().getLast());
        }
    }

    private String forms() {
        return switch (form.recipients()) {
            case REGIONS -> "regions, of two digits";
            case MUNICIPALITIES -> "municipalities, of four digits";
            case ALL -> "regions, of two digits, and municipalities, of four";
        };
    }

    private boolean valueIsRight(TableRow row) {
        String value = row.fields().getLast();
        return switch (form.content()) {
            case NAMED -> true;
            case VALUE ->
                right(
                        row,
                        WHOLE.asMatchPredicate(),
                        "is not a whole number of at most 12 digits, 0 or more",
                        "write it in plain digits, without blanks, signs or decimals");
            case CLASS ->
                right(
                        row,
                        form.counts()::containsKey,
                        value.isEmpty() ? "is missing" : "is no class",
                        "write one of " + String.join(", ", form.counts().keySet()));
        };
    }

    private boolean right(TableRow row, Predicate<String> form, String fault, String remedy) {
        String value = row.fields().getLast();
        if (!form.test(value)) {
            faults.add(new RowFault(row.line(), this.form.content().header().getLast(), value, fault, remedy));
            return false;
        }
        return true;
    }

    private void whole(int rows) {
        if (rows == 0) {
            faults.add(RowFault.ofTable("", "", "has a header and no rows", "send a row for each recipient"));
            return;
        }
        if (form.complete()) {
            Set<RecipientCode> missing = new LinkedHashSet<>(official.keySet());
            missing.removeIf(recipient -> !form.recipients().holds(recipient) || lines.containsKey(recipient));
            missing.forEach(recipient -> faults.add(RowFault.ofTable(
                    RECIPIENT,
                    recipient.value(),
                    "is missing: " + official.get(recipient),
                    "send a row for it; the table speaks of all " + forms())));
        }
        if (faults.isEmpty()) {
            sum();
            form.counts().forEach(this::count);
        }
    }

    private void sum() {
        if (form.sum() == null) {
            return;
        }
        BigInteger sum = values.values().stream().map(BigInteger::new).reduce(BigInteger.ZERO, BigInteger::add);
        if (!sum.equals(BigInteger.valueOf(form.sum()))) {
            faults.add(RowFault.ofTable(
                    "value", sum.toString(), "is the sum, which must be " + form.sum(), "correct the values"));
        }
    }

    private void count(String name, int expected) {
        long found = values.values().stream().filter(name::equals).count();
        if (found != expected) {
            faults.add(RowFault.ofTable(
                    "class", name, "has " + found + " recipients, and must have " + expected, "correct the classes"));
        }
    }
}
