package se.statsbidrag.reporting.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * Takes in the rows of one request, of one delivery or many, checks each and names every fault. What it keeps of a row is
 * one cell, so memory follows the number of rows, which the readers of the formats limit.
 */
public final class Intake {
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern FRACTION =
            Pattern.compile("-?[0-9]+[.,][0-9]*([eE][+-]?[0-9]+)?|-?[0-9]+[eE][+-]?[0-9]+");
    private static final int LONGEST_COUNT = 9;

    private final IntakeRules rules;
    private final ReporterScopes scopes;
    private final Instant now;
    private final Faults faults;
    private final Map<String, RecipientCode> regions;
    private final Map<String, Procedure> procedures;
    private final Map<Sender, Optional<Draft>> drafts = new HashMap<>();

    /** @param now to tell whether a month has ended in Sweden */
    public Intake(IntakeRules rules, ReporterScopes scopes, Instant now, Faults faults) {
        this.rules = rules;
        this.scopes = scopes;
        this.now = now;
        this.faults = faults;
        this.regions = rules.regions().stream().collect(Collectors.toMap(RecipientCode::value, Function.identity()));
        this.procedures = rules.procedures().stream().collect(Collectors.toMap(Procedure::value, Function.identity()));
    }

    public Faults faults() {
        return faults;
    }

    /**
     * Opens a delivery, which may stay without rows: then all its cells are 0.
     *
     * @param row the first row that names it; null when the request's address does
     */
    public void open(@Nullable Integer row, String reporter, String month) {
        draft(row, new Sender(reporter, month));
    }

    /** Takes in a row of the delivery that it names; either is null when it has been refused already. */
    public void take(@Nullable String reporter, @Nullable String month, CellRow row) {
        Optional<Draft> draft =
                reporter == null || month == null ? Optional.empty() : draft(row.row(), new Sender(reporter, month));
        RecipientCode home = region(row.row(), "homeRegion", row.homeRegion());
        RecipientCode performedIn = region(row.row(), "performedIn", row.performedIn());
        Provider provider = provider(row);
        Procedure procedure = procedure(row);
        Integer count = count(row);
        if (draft.isEmpty()) {
            return;
        }
        if (performedIn != null) {
            checkScope(row.row(), draft.get(), performedIn);
        }
        if (home != null && performedIn != null && provider != null && procedure != null) {
            draft.get().add(row.row(), new Place(home, performedIn, provider, procedure), count, faults);
        }
    }

    /** The deliveries, in the order of reporter and month; meaningless when there are faults. */
    public SortedMap<DeliveryKey, List<OperationCell>> deliveries() {
        SortedMap<DeliveryKey, List<OperationCell>> deliveries = new TreeMap<>();
        drafts.values().forEach(draft -> draft.ifPresent(each -> deliveries.put(each.key, List.copyOf(each.cells))));
        return deliveries;
    }

    /** Every reporter that the request names, in whatever form. */
    public Set<String> reporters() {
        return drafts.keySet().stream().map(Sender::reporter).collect(Collectors.toSet());
    }

    private Optional<Draft> draft(@Nullable Integer row, Sender sender) {
        Optional<Draft> known = drafts.get(sender);
        if (known != null) {
            return known;
        }
        Optional<ReporterId> reporter = reporter(row, sender.reporter);
        Optional<YearMonth> month = month(row, sender.month);
        Optional<Draft> draft = reporter.flatMap(who -> month.map(when -> new Draft(new DeliveryKey(who, when))));
        drafts.put(sender, draft);
        return draft;
    }

    private Optional<ReporterId> reporter(@Nullable Integer row, String text) {
        try {
            ReporterId reporter = new ReporterId(text);
            if (scopes.knows(reporter)) {
                return Optional.of(reporter);
            }
        } catch (IllegalArgumentException notInForm) {
            // Named below, as any other name that no reporter has.
        }
        faults.add(
                row,
                "reporter",
                text,
                "no such reporter",
                "use " + rules.defaultReporter() + " or a reporter whose scope is set (GET /reporters)");
        return Optional.empty();
    }

    private Optional<YearMonth> month(@Nullable Integer row, String text) {
        if (!MONTH.matcher(text).matches()) {
            faults.add(row, "month", text, "not a month", "write year and month, as in 2025-03");
            return Optional.empty();
        }
        YearMonth month = YearMonth.parse(text);
        YearMonth today = YearMonth.from(now.atZone(DeadlineDay.SWEDEN));
        if (!month.isBefore(today)) {
            faults.add(
                    row,
                    "month",
                    text,
                    "the month has not ended; it is " + today + " in Sweden",
                    "deliver the month once it has ended");
        }
        return Optional.of(month);
    }

    private @Nullable RecipientCode region(int row, String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        RecipientCode region = regions.get(text);
        if (region == null) {
            faults.add(row, field, text, "no such region", "use a region's two-digit code, as in 01 or 23");
        }
        return region;
    }

    private @Nullable Provider provider(CellRow row) {
        String text = row.provider();
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "PUBLIC" -> Provider.PUBLIC;
            case "PRIVATE" -> Provider.PRIVATE;
            default -> {
                faults.add(row.row(), "provider", text, "no such provider", "use PUBLIC or PRIVATE");
                yield null;
            }
        };
    }

    private @Nullable Procedure procedure(CellRow row) {
        String text = row.procedure();
        if (text == null) {
            return null;
        }
        Procedure procedure = procedures.get(text);
        if (procedure == null) {
            faults.add(
                    row.row(),
                    "procedure",
                    text,
                    "no programme in force counts such a procedure",
                    "use one of "
                            + rules.procedures().stream().map(Procedure::value).collect(Collectors.joining(", ")));
        }
        return procedure;
    }

    private @Nullable Integer count(CellRow row) {
        String text = row.count();
        if (text == null) {
            return null;
        }
        String range = "use a whole number from 0 to " + OperationCell.MOST;
        if (FRACTION.matcher(text).matches()) {
            faults.add(row.row(), "count", text, "not a whole number", range);
        } else if (!WHOLE.matcher(text).matches()) {
            faults.add(row.row(), "count", text, "not a number", range);
        } else if (text.startsWith("-")) {
            faults.add(row.row(), "count", text, "below 0", range);
        } else if (text.length() > LONGEST_COUNT || Integer.parseInt(text) > OperationCell.MOST) {
            faults.add(row.row(), "count", text, "above " + OperationCell.MOST, range);
        } else {
            return Integer.valueOf(text);
        }
        return null;
    }

    private void checkScope(int row, Draft draft, RecipientCode performedIn) {
        ReporterId answers = draft.reporterOf(performedIn, scopes);
        if (!answers.equals(draft.key.reporter())) {
            faults.add(
                    row,
                    "performedIn",
                    performedIn.value(),
                    "outside the scope of %s: %s answers for operations performed there in %s"
                            .formatted(draft.key.reporter(), answers, draft.key.month()),
                    "leave the row out, or have the reporter's scope set first");
        }
    }

    private record Sender(String reporter, String month) {}

    private record Place(RecipientCode homeRegion, RecipientCode performedIn, Provider provider, Procedure procedure) {}

    private static final class Draft {
        private final DeliveryKey key;
        private final List<OperationCell> cells = new ArrayList<>();
        private final Set<Place> places = new HashSet<>();
        private final Map<RecipientCode, ReporterId> reporters = new HashMap<>();

        Draft(DeliveryKey key) {
            this.key = key;
        }

        ReporterId reporterOf(RecipientCode performedIn, ReporterScopes scopes) {
            return reporters.computeIfAbsent(performedIn, region -> scopes.reporterOf(region, key.month()));
        }

        void add(int row, Place place, @Nullable Integer count, Faults faults) {
            if (!places.add(place)) {
                faults.add(
                        row,
                        "homeRegion, performedIn, provider, procedure",
                        "%s, %s, %s, %s"
                                .formatted(place.homeRegion, place.performedIn, place.provider, place.procedure),
                        "a second row for the same cell of %s, %s".formatted(key.reporter(), key.month()),
                        "send one row for each cell");
            } else if (count != null) {
                cells.add(
                        new OperationCell(place.homeRegion, place.performedIn, place.provider, place.procedure, count));
            }
        }
    }
}
