package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.pages.DataTable;
import se.statsbidrag.pages.DataTable.Cell;
import se.statsbidrag.pages.DataTable.Column;
import se.statsbidrag.pages.DataTable.Form;
import se.statsbidrag.pages.Language;
import se.statsbidrag.pages.Places;
import se.statsbidrag.reporting.domain.FollowedRequisition;
import se.statsbidrag.reporting.read.FollowedRequisitions;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.reporting.read.PlanStore.ShownPlan;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.TableReference;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/** Puts together the table of recipients; divides for comparison alone, and computes no money. */
@ApplicationScoped
public class RecipientTables {
    private static final int REGION = 2;
    private static final long TENTHS = 10;
    private static final long TENTHS_OF_A_PERCENT = 1_000;
    private static final Set<String> INHABITANTS = Set.of("region-population", "municipality-population");

    private final FollowedRequisitions followed;
    private final CurrentCaller caller;
    private final Places places;
    private final Language language;

    RecipientTables(FollowedRequisitions followed, CurrentCaller caller, Places places, Language language) {
        this.followed = followed;
        this.caller = caller;
        this.places = places;
        this.language = language;
    }

    /** The columns of one pot; cap and share only where it has a cap. */
    private record PotColumns(
            PotDefinition pot,
            Column amount,
            @Nullable Column cap,
            @Nullable Column share,
            Map<RecipientCode, Long> caps) {}

    RecipientTable table(
            ProgrammeInForce programme, @Nullable ShownPlan plan, Map<String, FollowedRequisition> requisitions) {
        ProgrammeDefinition definition = programme.definition();
        boolean onlyRegions = definition.recipients().stream().allMatch(recipient -> isRegion(recipient.code()));
        Column code = new Column("code", language.say("Kod", "Code"), Form.TEXT);
        Column name = new Column(
                "recipient",
                onlyRegions ? language.say("Region", "Region") : language.say("Mottagare", "Recipient"),
                Form.TEXT);
        Column requisition = new Column("requisition", language.say("Rekvisition", "Requisition"), Form.TEXT);
        List<PotColumns> pots =
                definition.pots().stream().map(pot -> columns(pot, definition)).toList();
        Column total = new Column("total", language.say("Summa", "Sum"), Form.KRONOR);
        Map<RecipientCode, Long> inhabitants = inhabitants(definition);
        Column perInhabitant = inhabitants.isEmpty()
                ? null
                : new Column("per-inhabitant", language.say("Kr per invånare", "SEK per inhabitant"), Form.TENTHS);
        Column movedAt = new Column("moved-at", language.say("Senast ändrad", "Last changed"), Form.MOMENT);

        List<Column> columns = new ArrayList<>(List.of(code, name, requisition));
        Map<String, Long> unmet = followed.unmetConditions(programme, requisitions);
        Column conditions = new Column("conditions", language.say("Villkor kvar", "Conditions left"), Form.COUNT);
        boolean blocked = definition.conditions().stream()
                .anyMatch(condition -> condition.effect() == Condition.Effect.BLOCKS_PAYMENT);
        if (blocked) {
            columns.add(conditions);
        }
        pots.forEach(pot -> Stream.of(pot.amount(), pot.cap(), pot.share())
                .filter(Objects::nonNull)
                .forEach(columns::add));
        columns.add(total);
        if (perInhabitant != null) {
            columns.add(perInhabitant);
        }
        columns.add(movedAt);

        Map<String, PlanDocument.Recipient> planned = plan == null
                ? Map.of()
                : plan.plan().recipients().stream()
                        .collect(Collectors.toMap(PlanDocument.Recipient::recipient, each -> each));
        List<DataTable.Row> rows = new ArrayList<>();
        for (Recipient recipient : definition.recipients()) {
            String id = recipient.code().value();
            PlanDocument.Recipient due = planned.get(id);
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(code, id, id));
            cells.add(Cell.text(name, recipient.name(), recipient.name()));
            FollowedRequisition.State state =
                    requisitions.containsKey(id) ? requisitions.get(id).state() : FollowedRequisition.State.MISSING;
            cells.add(Cell.text(requisition, title(state), state.name()));
            if (blocked) {
                cells.add(Cell.number(conditions, unmet.get(id)));
            }
            Map<String, Long> amounts = new HashMap<>();
            if (due != null) {
                due.lines().forEach(line -> amounts.put(line.pot(), line.amount()));
            }
            pots.forEach(
                    pot -> add(cells, pot, recipient, amounts.get(pot.pot().id().value())));
            Long sum = due == null ? null : due.total();
            cells.add(Cell.number(total, sum));
            if (perInhabitant != null) {
                cells.add(Cell.number(perInhabitant, part(sum, inhabitants.get(recipient.code()), TENTHS)));
            }
            cells.add(Cell.moment(movedAt, plan == null ? null : moved(plan, id, definition)));
            rows.add(new DataTable.Row(id, cells));
        }
        DataTable table = new DataTable(columns, rows);
        return new RecipientTable(
                onlyRegions,
                pots.stream().anyMatch(pot -> pot.cap() != null),
                table,
                rows.stream().map(row -> line(row, definition)).toList(),
                figures(columns),
                onlyRegions ? List.of() : counties(definition),
                Arrays.stream(FollowedRequisition.State.values())
                        .map(state -> new RecipientTable.Choice(state.name(), title(state)))
                        .toList());
    }

    private PotColumns columns(PotDefinition pot, ProgrammeDefinition definition) {
        String id = pot.id().value();
        if (pot.key() instanceof AllocationKey.UnitPriceWithCap capped) {
            return new PotColumns(
                    pot,
                    new Column(id, language.say("Intjänat", "Earned"), Form.KRONOR),
                    new Column(id + "-cap", language.say("Tak", "Cap"), Form.KRONOR),
                    new Column(id + "-share", language.say("Andel av taket", "Share of cap"), Form.PERCENT),
                    definition.table(capped.caps()).values());
        }
        return new PotColumns(pot, new Column(id, pot.title(), Form.KRONOR), null, null, Map.of());
    }

    private static void add(List<Cell> cells, PotColumns pot, Recipient recipient, @Nullable Long amount) {
        cells.add(Cell.number(pot.amount(), amount));
        Column cap = pot.cap();
        Column share = pot.share();
        if (cap != null && share != null) {
            Long most = pot.caps().get(recipient.code());
            cells.add(Cell.number(cap, most));
            cells.add(Cell.number(share, part(amount, most, TENTHS_OF_A_PERCENT)));
        }
    }

    /** Cut off; null where one of them is not known. */
    private static @Nullable Long part(@Nullable Long amount, @Nullable Long whole, long scale) {
        return amount == null || whole == null || whole == 0
                ? null
                : BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(scale))
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
    }

    private static Instant moved(ShownPlan plan, String recipient, ProgrammeDefinition definition) {
        return definition.pots().stream()
                .map(pot -> plan.movedAt()
                        .get(PlanDocument.recipientFigure(recipient, pot.id().value())))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(plan.plan().computedAt());
    }

    /** What the definition says of inhabitants: in tables that keys name so, or that are the reference data of that name. */
    private static Map<RecipientCode, Long> inhabitants(ProgrammeDefinition definition) {
        Map<RecipientCode, Long> inhabitants = new HashMap<>();
        definition.tables().stream()
                .filter(table -> isOfInhabitants(table, definition))
                .forEach(table -> inhabitants.putAll(table.values()));
        return inhabitants;
    }

    private static boolean isOfInhabitants(ReferenceTable table, ProgrammeDefinition definition) {
        TableReference reference = table.reference();
        return reference != null && INHABITANTS.contains(reference.table().value())
                || definition.pots().stream().anyMatch(pot -> table.id().equals(population(pot.key())));
    }

    private static @Nullable TableId population(AllocationKey key) {
        return switch (key) {
            case AllocationKey.TopRanked ranked -> ranked.population();
            case AllocationKey.RuralClasses rural -> rural.population();
            default -> null;
        };
    }

    private RecipientTable.Line line(DataTable.Row row, ProgrammeDefinition definition) {
        boolean hasFile = !row.cells().get(2).value().equals(FollowedRequisition.State.MISSING.name());
        return new RecipientTable.Line(
                row.key(),
                row.cells().get(1).words(),
                row.key().substring(0, REGION),
                hasFile && caller.get().is(Role.OFFICER, Role.DECISION_MAKER)
                        ? places.getCases() + "/desk/" + definition.id() + "/" + row.key()
                        : null,
                row.cells().subList(2, row.cells().size()));
    }

    /** Where code and name stand as one column. */
    private List<RecipientTable.Figure> figures(List<Column> columns) {
        List<RecipientTable.Figure> figures = new ArrayList<>();
        for (Form form : List.of(Form.TENTHS, Form.PERCENT, Form.KRONOR)) {
            for (int column = columns.size() - 1; column >= 0; column--) {
                if (columns.get(column).form() == form) {
                    figures.add(new RecipientTable.Figure(
                            column - 1,
                            columns.get(column).title(),
                            form == Form.KRONOR ? language.say("kr", "SEK") : ""));
                }
            }
        }
        return figures;
    }

    private static List<RecipientTable.Choice> counties(ProgrammeDefinition definition) {
        return definition.recipients().stream()
                .filter(recipient -> isRegion(recipient.code()))
                .map(recipient -> new RecipientTable.Choice(recipient.code().value(), recipient.name()))
                .toList();
    }

    private static boolean isRegion(RecipientCode code) {
        return code.value().length() == REGION;
    }

    private String title(FollowedRequisition.State state) {
        return switch (state) {
            case MISSING -> language.say("Saknas", "Missing");
            case WAITING -> language.say("Väntar på beslut", "Awaits decision");
            case RETURNED -> language.say("Åter för komplettering", "Returned for completion");
            case APPROVED -> language.say("Godkänd", "Approved");
            case REJECTED -> language.say("Avslagen", "Rejected");
            case WITHDRAWN -> language.say("Återkallad", "Withdrawn");
            case LATE -> language.say("För sent inkommen", "Too late");
        };
    }
}
