package se.statsbidrag.rules.programme;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** The fields of a definition file. {@link ProgrammeDefinitionReader} reads a tree that has this shape. */
final class DefinitionShape {
    private static final long MOST_KRONOR = 1_000_000_000_000L;

    private static final Shape.Text TEXT = new Shape.Text(text -> text, Shape.Text.ANY);
    private static final String NAME_FORM = "lower-case words and digits joined by hyphens";
    private static final Shape.Text POT = new Shape.Text(PotId::new, NAME_FORM);
    private static final Shape.Text TABLE = new Shape.Text(TableId::new, NAME_FORM);
    private static final Shape.Text DEADLINE = new Shape.Text(DeadlineId::new, NAME_FORM);
    private static final Shape.Text RECIPIENT =
            new Shape.Text(RecipientCode::new, "two digits for a region, four for a municipality");
    private static final Shape.Text ORGANISATION =
            new Shape.Text(OrganisationNumber::new, "an organisation number with its check digit, such as 232100-0016");
    private static final Shape.Text PROCEDURE =
            new Shape.Text(Procedure::new, "upper-case words and digits joined by underscores");
    private static final Shape.Text MONTH = new Shape.Text(YearMonth::parse, "a month such as \"2025-02\"");
    private static final Shape.Text DATE = new Shape.Text(LocalDate::parse, "a date such as \"2025-06-02\"");
    private static final Shape KRONOR = new Shape.Whole(0, MOST_KRONOR);
    private static final Shape SOURCED_AMOUNT = fields(field("amount", KRONOR), field("source", TEXT));

    private static final Shape SOURCED_TEXT = fields(field("text", TEXT), field("source", TEXT));
    private static final Shape WEIGHTS = new Shape.Many(TABLE, 1);

    private static final Shape KEY = new Shape.Choice("type", keys());

    private static final Shape POT_SHAPE = optional(
            fields(field("id", POT), field("title", TEXT), field("source", TEXT), field("key", KEY)),
            field("amount", KRONOR),
            field("derivedFrom", POT),
            field("percent", new Shape.Whole(1, 100)),
            field("closedBy", new Shape.Many(DEADLINE, 1)),
            field("rule", TEXT),
            field("for", oneOf(RecipientKind.values())));

    private static final Shape PURPOSE = optional(
            fields(field("number", new Shape.Whole(1, 1000)), field("text", TEXT), field("source", TEXT)),
            field("onlyFor", optional(fields(), field("pots", new Shape.Many(POT, 1)), field("table", TABLE))),
            field("interpretation", TEXT));

    private static final Shape REQUISITION = optional(
            fields(field("amountSetBy", oneOf(AmountSetBy.values())), field("source", TEXT)),
            field("rule", TEXT),
            field("opensOn", fields(field("date", DATE), field("source", TEXT))),
            field("certification", SOURCED_TEXT),
            field("purposes", new Shape.Many(PURPOSE, 1)),
            field(
                    "jointPlan",
                    optional(
                            fields(field("source", TEXT)),
                            field("statedInRequisitionBy", new Shape.Many(RECIPIENT, 1)))));

    private static final Shape TABLE_SHAPE = optional(
            fields(field("id", TABLE), field("title", TEXT), field("source", TEXT)),
            field("date", DATE),
            field("status", oneOf(TableStatus.values())),
            field("reference", fields(field("table", TABLE), field("version", new Shape.Whole(1, 100_000)))),
            field("values", new Shape.Table(RECIPIENT, KRONOR)),
            field("classes", new Shape.Table(RECIPIENT, oneOf(RuralClass.values()))),
            field("named", new Shape.Many(RECIPIENT, 1)));

    private static final Shape CONDITION = fields(
            field("id", new Shape.Text(ConditionId::new, NAME_FORM)),
            field("title", TEXT),
            field("effect", oneOf(Condition.Effect.values())),
            field("source", TEXT));

    private static final Shape REPAYMENT = optional(
            fields(field(
                    "grounds",
                    new Shape.Many(fields(field("id", TABLE), field("text", TEXT), field("source", TEXT)), 1))),
            field("waiver", SOURCED_TEXT),
            field("appeal", SOURCED_TEXT));

    private static final Shape WINDOW =
            optional(fields(field("date", DATE), field("source", TEXT)), field("interpretation", TEXT));

    private static final Shape FOLLOW_UP = optional(
            fields(
                    field("opensOn", WINDOW),
                    field(
                            "parts",
                            new Shape.Many(
                                    fields(
                                            field("part", oneOf(FollowUpPart.values())),
                                            field("text", TEXT),
                                            field("source", TEXT)),
                                    1))),
            field(
                    "activityPlans",
                    optional(
                            fields(field("text", TEXT), field("source", TEXT)),
                            field(
                                    "objectCodes",
                                    new Shape.Many(
                                            fields(
                                                    field("recipient", RECIPIENT),
                                                    field("code", TEXT),
                                                    field("source", TEXT)),
                                            1)))),
            field("survey", fields(field("opensOn", WINDOW), field("text", TEXT), field("source", TEXT))));

    private static final Shape GOVERNMENT_REPORT = optional(
            fields(field("report", oneOf(GovernmentReport.Kind.values())), field("title", TEXT), field("source", TEXT)),
            field("when", TEXT),
            field("deadlines", new Shape.Many(DEADLINE, 1)));

    private static final Shape DEADLINE_SHAPE = optional(
            fields(
                    field("id", DEADLINE),
                    field("kind", oneOf(DeadlineKind.values())),
                    field("dueDate", DATE),
                    field("title", TEXT),
                    field("source", TEXT)),
            field("month", MONTH),
            field("interpretation", TEXT));

    private static final Shape TOTALS = optional(
            fields(
                    field("pots", KRONOR),
                    field("frame", KRONOR),
                    field("ownCost", KRONOR),
                    field("recipients", new Shape.Whole(1, 10_000))),
            field(
                    "tables",
                    new Shape.Many(
                            optional(
                                    fields(field("table", TABLE), field("pot", POT)),
                                    field("factors", new Shape.Many(TABLE, 1))),
                            0)));

    static final Shape WHOLE = optional(
            fields(
                    field("id", new Shape.Text(ProgrammeId::new, NAME_FORM)),
                    field("version", new Shape.Whole(1, 100_000)),
                    field("title", fields(field("sv", TEXT), field("en", TEXT))),
                    field("decision", fields(field("caseNumber", TEXT), field("source", TEXT))),
                    field("caseNumberSeries", fields(field("prefix", TEXT), field("source", TEXT))),
                    field("frame", SOURCED_AMOUNT),
                    field("ownCost", SOURCED_AMOUNT),
                    field("requisition", REQUISITION),
                    field("period", fields(field("from", MONTH), field("to", MONTH), field("source", TEXT))),
                    field(
                            "recipients",
                            optional(
                                    fields(
                                            field("source", TEXT),
                                            field(
                                                    "entries",
                                                    new Shape.Many(
                                                            optional(
                                                                    fields(
                                                                            field("code", RECIPIENT),
                                                                            field("name", TEXT)),
                                                                    field("organisationNumber", ORGANISATION)),
                                                            1))),
                                    field("organisationNumbersSource", TEXT))),
                    field("tables", new Shape.Many(TABLE_SHAPE, 0)),
                    field(
                            "procedures",
                            new Shape.Many(
                                    fields(
                                            field("code", PROCEDURE),
                                            field("name", TEXT),
                                            field("plural", TEXT),
                                            field("source", TEXT)),
                                    0)),
                    field("pots", new Shape.Many(POT_SHAPE, 1)),
                    field("deadlines", new Shape.Many(DEADLINE_SHAPE, 1)),
                    field(
                            "interpretations",
                            new Shape.Many(
                                    fields(
                                            field("id", TEXT),
                                            field("text", TEXT),
                                            field("value", TEXT),
                                            field("source", TEXT)),
                                    0)),
                    field("controlTotals", TOTALS)),
            field("conditions", new Shape.Many(CONDITION, 1)),
            field("repayment", REPAYMENT),
            field("followUp", FOLLOW_UP),
            field("governmentReports", new Shape.Many(GOVERNMENT_REPORT, 1)));

    private DefinitionShape() {}

    /** In the order that a fault lists them. */
    private static Map<String, Shape.Fields> keys() {
        Map<String, Shape.Fields> keys = new LinkedHashMap<>();
        keys.put("EQUAL_SHARES", fields());
        keys.put(
                "UNIT_PRICE_WITH_CAP",
                fields(field("rates", new Shape.Table(PROCEDURE, SOURCED_AMOUNT)), field("caps", TABLE)));
        keys.put(
                "TOP_RANKED",
                fields(
                        field("procedure", PROCEDURE),
                        field("places", new Shape.Whole(1, 1000)),
                        field("population", TABLE),
                        field("weights", TABLE)));
        keys.put("FIXED_TABLE", fields(field("amounts", TABLE)));
        keys.put("WEIGHTED", fields(field("weights", WEIGHTS)));
        keys.put("FIXED_PART_PLUS_WEIGHTED", fields(field("fixed", SOURCED_AMOUNT), field("weights", WEIGHTS)));
        keys.put(
                "RURAL_CLASSES",
                fields(
                        field("classes", TABLE),
                        field("population", TABLE),
                        field("weights", new Shape.Table(oneOf(RuralClass.values()), SOURCED_AMOUNT))));
        keys.put("WANTING_MORE", fields());
        return keys;
    }

    private record Field(String name, Shape shape) {}

    private static Field field(String name, Shape shape) {
        return new Field(name, shape);
    }

    private static Shape.Fields fields(Field... required) {
        return new Shape.Fields(inOrder(required), Map.of());
    }

    private static Shape.Fields optional(Shape.Fields fields, Field... optional) {
        return new Shape.Fields(fields.required(), inOrder(optional));
    }

    private static Map<String, Shape> inOrder(Field... entries) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (Field entry : entries) {
            fields.put(entry.name(), entry.shape());
        }
        return fields;
    }

    private static Shape.Text oneOf(Enum<?>... values) {
        List<String> names = Stream.of(values).map(Enum::name).toList();
        return new Shape.Text(
                text -> Stream.of(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst()
                        .orElseThrow(),
                "one of " + String.join(", ", names),
                names);
    }
}
