package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/**
 * Reads a definition from the tree that a YAML or JSON parser gives: maps with text keys, lists, text, whole numbers and
 * booleans. Codes, months and dates must be text.
 */
public final class ProgrammeDefinitionReader {
    private ProgrammeDefinitionReader() {}

    /**
     * @param tree the whole file
     * @return the definition, or all faults of its form; when its form is right, all control totals that fail
     */
    public static DefinitionReading read(@Nullable Object tree) {
        List<Fault> faults = new ArrayList<>();
        DefinitionShape.WHOLE.check("", tree, faults::add);
        if (tree == null || !faults.isEmpty()) {
            return new DefinitionReading.Refused(faults);
        }
        checkFunding(Tree.of(tree).trees("pots"), faults);
        if (!faults.isEmpty()) {
            return new DefinitionReading.Refused(faults);
        }
        String canonicalText = CanonicalForm.text(tree);
        ProgrammeDefinition definition = definition(Tree.of(tree), CanonicalForm.sha256(canonicalText));
        List<Fault> failing = ControlTotals.check(definition);
        return failing.isEmpty()
                ? new DefinitionReading.Accepted(definition, canonicalText)
                : new DefinitionReading.Refused(failing);
    }

    private static void checkFunding(List<Tree> pots, List<Fault> faults) {
        for (int index = 0; index < pots.size(); index++) {
            Tree pot = pots.get(index);
            boolean source = pot.has("amount") && !pot.has("derivedFrom") && !pot.has("percent") && pot.has("closedBy");
            boolean derived =
                    !pot.has("amount") && pot.has("derivedFrom") && pot.has("percent") && !pot.has("closedBy");
            if (!source && !derived) {
                faults.add(Fault.ofForm(
                        "pots[" + index + "]",
                        pot.text("id"),
                        "is neither a source pot nor a derived one",
                        "write amount and closedBy, or derivedFrom and percent, and not the others"));
            }
        }
    }

    private static ProgrammeDefinition definition(Tree tree, String hash) {
        Tree title = tree.tree("title");
        Tree decision = tree.tree("decision");
        Tree series = tree.tree("caseNumberSeries");
        Tree period = tree.tree("period");
        Tree recipients = tree.tree("recipients");
        return new ProgrammeDefinition(
                new ProgrammeId(tree.text("id")),
                (int) tree.whole("version"),
                hash,
                new Title(title.text("sv"), title.text("en")),
                new GovernmentDecision(decision.text("caseNumber"), decision.text("source")),
                new CaseNumberSeries(series.text("prefix"), series.text("source")),
                sourcedAmount(tree.tree("frame")),
                sourcedAmount(tree.tree("ownCost")),
                AmountSetBy.valueOf(tree.tree("requisition").text("amountSetBy")),
                new Period(
                        YearMonth.parse(period.text("from")),
                        YearMonth.parse(period.text("to")),
                        period.text("source")),
                recipients.trees("entries").stream()
                        .map(ProgrammeDefinitionReader::recipient)
                        .toList(),
                recipients.text("source"),
                recipients.optional("organisationNumbersSource", text -> text).orElse(null),
                tree.trees("tables").stream()
                        .map(ProgrammeDefinitionReader::table)
                        .toList(),
                tree.trees("procedures").stream()
                        .map(entry -> new ProcedureDefinition(
                                new Procedure(entry.text("code")),
                                entry.text("name"),
                                entry.text("plural"),
                                entry.text("source")))
                        .toList(),
                tree.trees("pots").stream().map(ProgrammeDefinitionReader::pot).toList(),
                tree.trees("deadlines").stream()
                        .map(ProgrammeDefinitionReader::deadline)
                        .toList(),
                tree.trees("interpretations").stream()
                        .map(entry -> new Interpretation(
                                entry.text("id"), entry.text("text"), entry.text("value"), entry.text("source")))
                        .toList(),
                totals(tree.tree("controlTotals")));
    }

    private static SourcedAmount sourcedAmount(Tree tree) {
        return new SourcedAmount(tree.whole("amount"), tree.text("source"));
    }

    private static Recipient recipient(Tree tree) {
        return new Recipient(
                new RecipientCode(tree.text("code")),
                tree.text("name"),
                tree.optional("organisationNumber", OrganisationNumber::new).orElse(null));
    }

    private static ReferenceTable table(Tree tree) {
        return new ReferenceTable(
                new TableId(tree.text("id")),
                tree.text("title"),
                tree.text("source"),
                tree.table("values", RecipientCode::new, value -> ((Number) value).longValue()));
    }

    private static PotDefinition pot(Tree tree) {
        return new PotDefinition(
                new PotId(tree.text("id")),
                tree.text("title"),
                tree.has("amount")
                        ? new PotDefinition.Appropriated(tree.whole("amount"))
                        : new PotDefinition.RemainderOf(
                                new PotId(tree.text("derivedFrom")), (int) tree.whole("percent")),
                key(tree.tree("key")),
                tree.texts("closedBy", DeadlineId::new),
                tree.text("source"));
    }

    private static AllocationKey key(Tree tree) {
        return switch (tree.text("type")) {
            case "EQUAL_SHARES" -> new AllocationKey.EqualShares();
            case "UNIT_PRICE_WITH_CAP" ->
                new AllocationKey.UnitPriceWithCap(
                        tree.table("rates", Procedure::new, rate -> sourcedAmount(Tree.of(rate))),
                        new TableId(tree.text("caps")));
            case "TOP_RANKED" ->
                new AllocationKey.TopRanked(
                        new Procedure(tree.text("procedure")),
                        (int) tree.whole("places"),
                        new TableId(tree.text("population")),
                        new TableId(tree.text("weights")));
            default -> throw new IllegalStateException("the shape should have refused the key " + tree.text("type"));
        };
    }

    private static DeadlineDefinition deadline(Tree tree) {
        return new DeadlineDefinition(
                new DeadlineId(tree.text("id")),
                DeadlineKind.valueOf(tree.text("kind")),
                LocalDate.parse(tree.text("dueDate")),
                tree.optional("month", YearMonth::parse).orElse(null),
                tree.text("title"),
                tree.text("source"),
                tree.optional("interpretation", text -> text).orElse(null));
    }

    private static StatedTotals totals(Tree tree) {
        return new StatedTotals(
                tree.whole("pots"),
                tree.whole("frame"),
                tree.whole("ownCost"),
                (int) tree.whole("recipients"),
                tree.trees("tables").stream()
                        .map(entry -> new StatedTotals.TableTotal(
                                new TableId(entry.text("table")),
                                new PotId(entry.text("pot")),
                                entry.texts("factors", TableId::new)))
                        .toList());
    }
}
