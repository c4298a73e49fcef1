package se.statsbidrag.rules.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.Condition;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Purpose;
import se.statsbidrag.rules.programme.RecipientKind;
import se.statsbidrag.rules.programme.ReferenceTable;
import se.statsbidrag.rules.programme.Repayment;
import se.statsbidrag.rules.programme.RequisitionRules;
import se.statsbidrag.rules.programme.RuralClass;
import se.statsbidrag.rules.programme.SourcedText;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

/** A programme's rules as one document. */
public final class RuleDocument {
    private final ProgrammeDefinition definition;
    private final Markdown text = new Markdown();

    private RuleDocument(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    /** The document in Markdown, Swedish. */
    public static String of(ProgrammeDefinition definition) {
        return new RuleDocument(definition).write();
    }

    private String write() {
        text.heading(1, definition.title().swedish());
        text.paragraph("Framställt av koden ur programmets definition. Ändra definitionen, inte den här filen.");
        synthetic();
        overview();
        requisition();
        text.heading(2, "Potter och fördelningsnycklar");
        definition.pots().forEach(this::pot);
        deadlines();
        conditions();
        new FollowUpChapter(definition).write(text);
        new GovernmentReportsChapter(definition).write(text);
        repayment();
        interpretations();
        tables();
        new RuleExample(definition).write(text);
        return text.toString();
    }

    private void synthetic() {
        List<String> synthetic = definition.syntheticTables();
        if (!synthetic.isEmpty()) {
            text.paragraph("> **PÅHITTADE UPPGIFTER.** Dessa uppgifter är påhittade för demonstration: "
                    + Swedish.list(synthetic)
                    + ". De belopp som vilar på dem är därför också påhittade, och gäller inte på riktigt.");
        }
    }

    private void overview() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Program", Markdown.code(definition.id().value()) + ", version " + definition.version()));
        rows.add(List.of(
                "Beslut",
                definition.decision().caseNumber() + " ("
                        + definition.decision().source() + ")"));
        rows.add(List.of(
                "Ram",
                Swedish.kronor(definition.frame().amount()) + " ("
                        + definition.frame().source() + ")"));
        rows.add(List.of(
                "Myndighetens egen kostnad, högst",
                Swedish.kronor(definition.ownCost().amount()) + " ("
                        + definition.ownCost().source() + ")"));
        rows.add(List.of("Att fördela", Swedish.kronor(definition.totals().pots())));
        rows.add(List.of(
                "Period",
                Swedish.months(definition.period().from(), definition.period().to()) + " ("
                        + definition.period().source() + ")"));
        rows.add(List.of(
                "Mottagare",
                Swedish.number(definition.recipients().size()) + " (" + definition.recipientsSource() + ")"));
        rows.add(List.of(
                "Diarienummer",
                definition.caseNumberSeries().prefix() + "… ("
                        + definition.caseNumberSeries().source() + ")"));
        rows.add(List.of("Definitionens kontrollsumma", Markdown.code(definition.hash())));
        text.table(List.of("Vad", "Uppgift"), 2, rows);
    }

    private void requisition() {
        RequisitionRules rules = definition.requisition();
        text.heading(2, "Rekvisition");
        text.paragraph(rules.rule() + ", " + rules.source() + ". "
                + (rules.amountSetBy() == AmountSetBy.RECIPIENT
                        ? "Mottagaren anger ett belopp, högst summan av sina andelar."
                        : "Beloppet följer av programmet; mottagaren anger inget."));
        List<String> bullets = new ArrayList<>();
        if (rules.opening() != null) {
            bullets.add("Första dag: " + Swedish.date(rules.opening().date()) + ". Källa: "
                    + rules.opening().source());
        }
        add(bullets, "Intygande", rules.certification());
        if (rules.jointPlan() != null) {
            bullets.add("Gemensam plan som säger vem som utför vad. Källa: "
                    + rules.jointPlan().source()
                    + (rules.jointPlan().statedInRequisitionBy().isEmpty()
                            ? ""
                            : ". I rekvisitionen i stället: "
                                    + Swedish.list(rules.jointPlan().statedInRequisitionBy().stream()
                                            .map(this::name)
                                            .toList())));
        }
        text.bullets(bullets);
        text.table(
                List.of("Ändamål", "Vad", "För vem", "Källa"),
                4,
                rules.purposes().stream()
                        .map(purpose -> List.of(
                                Integer.toString(purpose.number()), purpose.text(), reach(purpose), purpose.source()))
                        .toList());
    }

    private static void add(List<String> bullets, String what, @Nullable SourcedText stated) {
        if (stated != null) {
            bullets.add(what + ": " + stated.text() + (stated.text().endsWith(".") ? "" : ".") + " Källa: "
                    + stated.source());
        }
    }

    private String name(RecipientCode code) {
        return definition.recipient(code).orElseThrow().name() + " (" + code + ")";
    }

    private String reach(Purpose purpose) {
        String whom = switch (purpose.reach()) {
            case null -> "alla";
            case Purpose.WithShareIn pots ->
                "de som har andel i "
                        + Swedish.list(pots.pots().stream()
                                .map(pot -> definition.pot(pot).orElseThrow().title())
                                .toList());
            case Purpose.NamedIn named -> "de som nämns i " + title(named.table());
        };
        return purpose.interpretation() == null ? whom : whom + " (antagande " + purpose.interpretation() + ")";
    }

    private void pot(PotDefinition pot) {
        text.heading(3, pot.title());
        List<String> bullets = new ArrayList<>();
        bullets.add("Pott " + Markdown.code(pot.id().value()) + ", " + pot.rule() + ". Källa: " + pot.source());
        bullets.add(
                switch (pot.funding()) {
                    case PotDefinition.Appropriated source -> "Belopp: " + Swedish.kronor(source.amount());
                    case PotDefinition.RemainderOf part ->
                        "Belopp: " + part.percent() + Swedish.NO_BREAK_SPACE + "procent av det som är kvar i "
                                + definition.pot(part.pot()).orElseThrow().title() + " när den stängs";
                });
        if (pot.recipients() != null) {
            bullets.add("För " + (pot.recipients() == RecipientKind.REGIONS ? "regionerna" : "kommunerna"));
        }
        if (!pot.closedBy().isEmpty()) {
            bullets.add("Stängs när dessa dagar har passerat och inget i den är oavgjort: "
                    + Swedish.list(pot.closedBy().stream()
                            .map(day ->
                                    "”" + definition.deadline(day).orElseThrow().title() + "”")
                            .toList()));
        }
        bullets.add("Nyckel: " + key(pot.key()));
        text.bullets(bullets);
        parameters(pot.key());
    }

    private String key(AllocationKey key) {
        return switch (key) {
            case AllocationKey.EqualShares _ -> "delas lika";
            case AllocationKey.FixedTable fixed -> "enligt tabellen " + title(fixed.amounts());
            case AllocationKey.Weighted weighted -> "efter " + product(weighted.weights());
            case AllocationKey.FixedPartPlusWeighted weighted ->
                Swedish.kronor(weighted.fixed().amount()) + " var ("
                        + weighted.fixed().source() + "), resten efter " + product(weighted.weights());
            case AllocationKey.RuralClasses rural ->
                "efter invånare i landsbygd och glesbygd (" + title(rural.population()) + "), vägda efter "
                        + title(rural.classes()) + "; en region väger vad dess kommuner väger";
            case AllocationKey.UnitPriceWithCap priced -> "ett pris per operation, högst " + title(priced.caps());
            case AllocationKey.TopRanked ranked ->
                "de " + Swedish.words(ranked.places()) + " mottagare som har flest "
                        + definition.procedure(ranked.procedure()).orElseThrow().plural() + " per invånare ("
                        + title(ranked.population()) + "), efter " + title(ranked.weights());
            case AllocationKey.WantingMore _ ->
                "de som har rekvirerat hela sitt belopp och önskat mer, efter deras andelar i den pott som lämnat"
                        + " pengarna; finns ingen går beloppet tillbaka till staten";
        };
    }

    private void parameters(AllocationKey key) {
        if (key instanceof AllocationKey.UnitPriceWithCap priced) {
            text.table(
                    List.of("Operation", "Källa", "Kronor per operation"),
                    2,
                    definition.procedures().stream()
                            .flatMap(procedure -> Stream.ofNullable(
                                            priced.rates().get(procedure.code()))
                                    .map(rate ->
                                            List.of(procedure.name(), rate.source(), Swedish.number(rate.amount()))))
                            .toList());
        }
        if (key instanceof AllocationKey.RuralClasses rural) {
            text.table(
                    List.of("Klass", "Källa", "Vikt per invånare"),
                    2,
                    Stream.of(RuralClass.values())
                            .flatMap(each -> Stream.ofNullable(rural.weights().get(each))
                                    .map(weight -> List.of(
                                            Swedish.rural(each), weight.source(), Swedish.number(weight.amount()))))
                            .toList());
        }
    }

    private String product(List<TableId> tables) {
        return String.join(" gånger ", tables.stream().map(this::title).toList());
    }

    private String title(TableId id) {
        ReferenceTable table = definition.table(id);
        return table.title() + (table.status() == TableStatus.SYNTHETIC ? " (PÅHITTAT)" : "");
    }

    private void deadlines() {
        text.heading(2, "Sista dagar");
        text.table(
                List.of("Dag", "Vad", "Källa"),
                3,
                definition.deadlines().stream()
                        .map(day -> List.of(
                                Swedish.date(day.dueDate()),
                                day.title() + " (" + Markdown.code(day.id().value()) + ")",
                                day.source()))
                        .toList());
    }

    private void conditions() {
        if (definition.conditions().isEmpty()) {
            return;
        }
        text.heading(2, "Villkor");
        text.table(
                List.of("Villkor", "Följd när det inte är uppfyllt", "Källa"),
                3,
                definition.conditions().stream()
                        .map(condition -> List.of(
                                condition.title(),
                                condition.effect() == Condition.Effect.BLOCKS_PAYMENT
                                        ? "ingen utbetalning"
                                        : "följs upp i efterhand",
                                condition.source()))
                        .toList());
    }

    private void repayment() {
        Repayment repayment = definition.repayment();
        if (repayment.grounds().isEmpty()) {
            return;
        }
        text.heading(2, "Återbetalning");
        text.table(
                List.of("Grund", "Källa"),
                2,
                repayment.grounds().stream()
                        .map(ground -> List.of(ground.text(), ground.source()))
                        .toList());
        List<String> bullets = new ArrayList<>();
        add(bullets, "Särskilda skäl", repayment.waiver());
        add(bullets, "Överklagande", repayment.appeal());
        text.bullets(bullets);
    }

    private void interpretations() {
        text.heading(2, "Antaganden");
        text.paragraph("Här är källorna tysta. Detta är antaganden, inte regler ur någon källa.");
        text.table(
                List.of("Nummer", "Antagande", "Värde", "Varför"),
                4,
                definition.interpretations().stream()
                        .map(each -> List.of(each.id(), each.text(), Markdown.code(each.value()), each.source()))
                        .toList());
    }

    private void tables() {
        text.heading(2, "Referenstabeller");
        text.table(
                List.of("Tabell", "Källa", "Datum", "Status", "Inläst som", "Antal", "Summa"),
                5,
                definition.tables().stream()
                        .map(table -> List.of(
                                table.title(),
                                table.source(),
                                table.date() == null ? "" : Swedish.date(table.date()),
                                table.status() == TableStatus.SYNTHETIC ? "**PÅHITTAD**" : "officiell",
                                table.reference() == null
                                        ? ""
                                        : table.reference().table() + ", version "
                                                + table.reference().version(),
                                Swedish.number(table.content().recipients().size()),
                                sum(table)))
                        .toList());
    }

    private static String sum(ReferenceTable table) {
        return table.values().isEmpty()
                ? ""
                : Swedish.number(table.values().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
