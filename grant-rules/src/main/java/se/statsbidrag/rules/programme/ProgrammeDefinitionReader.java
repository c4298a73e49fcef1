package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.ConditionId;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.FollowUpPart;
import se.statsbidrag.rules.value.OrganisationNumber;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;
import se.statsbidrag.rules.value.TableStatus;

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
        checkContent(Tree.of(tree).trees("tables"), faults);
        checkReach(Tree.of(tree).tree("requisition").trees("purposes"), faults);
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

    private static void checkContent(List<Tree> tables, List<Fault> faults) {
        for (int index = 0; index < tables.size(); index++) {
            Tree table = tables.get(index);
            long contents =
                    Stream.of("values", "classes", "named").filter(table::has).count();
            if (contents != 1) {
                faults.add(Fault.ofForm(
                        "tables[" + index + "]",
                        table.text("id"),
                        "has " + contents + " contents",
                        "write one of values, classes and named"));
            }
        }
    }

    private static void checkReach(List<Tree> purposes, List<Fault> faults) {
        for (int index = 0; index < purposes.size(); index++) {
            Tree purpose = purposes.get(index);
            if (purpose.has("onlyFor")
                    && purpose.tree("onlyFor").has("pots")
                            == purpose.tree("onlyFor").has("table")) {
                faults.add(Fault.ofForm(
                        "requisition.purposes[" + index + "].onlyFor",
                        "",
                        "must say one thing",
                        "write pots, or table, and not both"));
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
                requisition(tree.tree("requisition")),
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
                tree.trees("conditions").stream()
                        .map(ProgrammeDefinitionReader::condition)
                        .toList(),
                tree.has("repayment") ? repayment(tree.tree("repayment")) : Repayment.NONE,
                tree.has("followUp") ? followUp(tree.tree("followUp")) : null,
                tree.trees("governmentReports").stream()
                        .map(ProgrammeDefinitionReader::governmentReport)
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

    private static RequisitionRules requisition(Tree tree) {
        return new RequisitionRules(
                AmountSetBy.valueOf(tree.text("amountSetBy")),
                tree.optional("rule", text -> text).orElse("R-K4"),
                tree.text("source"),
                tree.has("opensOn") ? opening(tree.tree("opensOn")) : null,
                tree.has("certification") ? sourcedText(tree.tree("certification")) : null,
                tree.trees("purposes").stream()
                        .map(ProgrammeDefinitionReader::purpose)
                        .toList(),
                tree.has("jointPlan") ? jointPlan(tree.tree("jointPlan")) : null);
    }

    private static RequisitionRules.Opening opening(Tree tree) {
        return new RequisitionRules.Opening(LocalDate.parse(tree.text("date")), tree.text("source"));
    }

    private static RequisitionRules.JointPlanRule jointPlan(Tree tree) {
        return new RequisitionRules.JointPlanRule(
                tree.text("source"), new TreeSet<>(tree.texts("statedInRequisitionBy", RecipientCode::new)));
    }

    private static Purpose purpose(Tree tree) {
        return new Purpose(
                (int) tree.whole("number"),
                tree.text("text"),
                tree.text("source"),
                tree.has("onlyFor") ? reach(tree.tree("onlyFor")) : null,
                tree.optional("interpretation", text -> text).orElse(null));
    }

    private static Purpose.Reach reach(Tree tree) {
        return tree.has("pots")
                ? new Purpose.WithShareIn(tree.texts("pots", PotId::new))
                : new Purpose.NamedIn(new TableId(tree.text("table")));
    }

    private static Condition condition(Tree tree) {
        return new Condition(
                new ConditionId(tree.text("id")),
                tree.text("title"),
                Condition.Effect.valueOf(tree.text("effect")),
                tree.text("source"));
    }

    private static Repayment repayment(Tree tree) {
        return new Repayment(
                tree.trees("grounds").stream()
                        .map(ground ->
                                new Repayment.Ground(ground.text("id"), ground.text("text"), ground.text("source")))
                        .toList(),
                tree.has("waiver") ? sourcedText(tree.tree("waiver")) : null,
                tree.has("appeal") ? sourcedText(tree.tree("appeal")) : null);
    }

    private static FollowUp followUp(Tree tree) {
        return new FollowUp(
                followUpOpening(tree.tree("opensOn")),
                tree.trees("parts").stream()
                        .map(part -> new FollowUp.Part(
                                FollowUpPart.valueOf(part.text("part")), part.text("text"), part.text("source")))
                        .toList(),
                tree.has("activityPlans") ? activityPlans(tree.tree("activityPlans")) : null,
                tree.has("survey") ? survey(tree.tree("survey")) : null);
    }

    private static FollowUp.Opening followUpOpening(Tree tree) {
        return new FollowUp.Opening(
                LocalDate.parse(tree.text("date")),
                tree.text("source"),
                tree.optional("interpretation", text -> text).orElse(null));
    }

    private static FollowUp.ActivityPlans activityPlans(Tree tree) {
        return new FollowUp.ActivityPlans(
                tree.text("text"),
                tree.text("source"),
                tree.trees("objectCodes").stream()
                        .map(each -> new FollowUp.ObjectCode(
                                new RecipientCode(each.text("recipient")), each.text("code"), each.text("source")))
                        .toList());
    }

    private static FollowUp.Survey survey(Tree tree) {
        return new FollowUp.Survey(followUpOpening(tree.tree("opensOn")), tree.text("text"), tree.text("source"));
    }

    private static GovernmentReport governmentReport(Tree tree) {
        return new GovernmentReport(
                GovernmentReport.Kind.valueOf(tree.text("report")),
                tree.text("title"),
                tree.optional("when", text -> text).orElse(null),
                tree.texts("deadlines", DeadlineId::new),
                tree.text("source"));
    }

    private static SourcedText sourcedText(Tree tree) {
        return new SourcedText(tree.text("text"), tree.text("source"));
    }

    private static ReferenceTable table(Tree tree) {
        return new ReferenceTable(
                new TableId(tree.text("id")),
                tree.text("title"),
                tree.text("source"),
                tree.optional("date", LocalDate::parse).orElse(null),
                tree.optional("status", TableStatus::valueOf).orElse(TableStatus.OFFICIAL),
                tree.has("reference") ? reference(tree.tree("reference")) : null,
                content(tree));
    }

    private static TableReference reference(Tree tree) {
        return new TableReference(new TableId(tree.text("table")), (int) tree.whole("version"));
    }

    private static ReferenceTable.Content content(Tree tree) {
        if (tree.has("values")) {
            return new ReferenceTable.Figures(
                    new TreeMap<>(tree.table("values", RecipientCode::new, value -> ((Number) value).longValue())));
        }
        return tree.has("classes")
                ? new ReferenceTable.Classes(new TreeMap<>(
                        tree.table("classes", RecipientCode::new, value -> RuralClass.valueOf((String) value))))
                : new ReferenceTable.Named(new TreeSet<>(tree.texts("named", RecipientCode::new)));
    }

    private static PotDefinition pot(Tree tree) {
        AllocationKey key = key(tree.tree("key"));
        return new PotDefinition(
                new PotId(tree.text("id")),
                tree.text("title"),
                tree.has("amount")
                        ? new PotDefinition.Appropriated(tree.whole("amount"))
                        : new PotDefinition.RemainderOf(
                                new PotId(tree.text("derivedFrom")), (int) tree.whole("percent")),
                key,
                tree.optional("rule", text -> text).orElseGet(() -> ruleOf(key)),
                tree.optional("for", RecipientKind::valueOf).orElse(null),
                tree.texts("closedBy", DeadlineId::new),
                tree.text("source"));
    }

    /** In definitions of before pots stated their rule. */
    private static String ruleOf(AllocationKey key) {
        return switch (key) {
            case AllocationKey.EqualShares _ -> "R-K5";
            case AllocationKey.UnitPriceWithCap _ -> "R-K6, R-K7";
            case AllocationKey.TopRanked _ -> "R-K8";
            case AllocationKey.FixedTable _, AllocationKey.FixedPartPlusWeighted _ -> "R-T1";
            case AllocationKey.Weighted _ -> "R-G1, R-G3";
            case AllocationKey.RuralClasses _ -> "R-G2, R-G4";
            case AllocationKey.WantingMore _ -> "R-T2, R-G7";
        };
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
            case "FIXED_TABLE" -> new AllocationKey.FixedTable(new TableId(tree.text("amounts")));
            case "WEIGHTED" -> new AllocationKey.Weighted(tree.texts("weights", TableId::new));
            case "FIXED_PART_PLUS_WEIGHTED" ->
                new AllocationKey.FixedPartPlusWeighted(
                        sourcedAmount(tree.tree("fixed")), tree.texts("weights", TableId::new));
            case "RURAL_CLASSES" ->
                new AllocationKey.RuralClasses(
                        new TableId(tree.text("classes")),
                        new TableId(tree.text("population")),
                        tree.table("weights", RuralClass::valueOf, weight -> sourcedAmount(Tree.of(weight))));
            case "WANTING_MORE" -> new AllocationKey.WantingMore();
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
