package se.statsbidrag.rules.programme;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.TableId;

/** That what a definition refers to exists, once, and that the rules can follow it. */
final class ReferenceChecks {
    static final String IDS_UNIQUE = "ids-unique";
    static final String REFERENCES_EXIST = "references-exist";
    static final String TABLES_COVER_RECIPIENTS = "tables-cover-recipients";
    static final String ORGANISATION_NUMBERS_COMPLETE = "organisation-numbers-complete";
    static final String PERIOD_IN_ORDER = "period-in-order";
    static final String DEADLINES_COMPLETE = "deadlines-complete";
    static final String INTERPRETATIONS_KNOWN = "interpretations-known";
    static final String INTERPRETATIONS_STATED = "interpretations-stated";

    private final ProgrammeDefinition definition;
    private final List<Fault> faults = new ArrayList<>();

    private ReferenceChecks(ProgrammeDefinition definition) {
        this.definition = definition;
    }

    static List<Fault> check(ProgrammeDefinition definition) {
        ReferenceChecks checks = new ReferenceChecks(definition);
        checks.unique();
        checks.organisationNumbers();
        checks.tables();
        checks.period();
        checks.pots();
        checks.deadlines();
        checks.followUp();
        checks.governmentReports();
        checks.interpretations();
        checks.requisition();
        checks.totals();
        return List.copyOf(checks.faults);
    }

    private void unique() {
        unique("recipients.entries", definition.recipients(), Recipient::code);
        unique("tables", definition.tables(), ReferenceTable::id);
        unique("procedures", definition.procedures(), ProcedureDefinition::code);
        unique("pots", definition.pots(), PotDefinition::id);
        unique("deadlines", definition.deadlines(), DeadlineDefinition::id);
        unique("interpretations", definition.interpretations(), Interpretation::id);
        unique("requisition.purposes", definition.requisition().purposes(), Purpose::number);
        unique("conditions", definition.conditions(), Condition::id);
        unique("repayment.grounds", definition.repayment().grounds(), Repayment.Ground::id);
    }

    private <T, I> void unique(String path, List<T> elements, Function<T, I> id) {
        Set<I> seen = new HashSet<>();
        elements.stream()
                .map(id)
                .filter(each -> !seen.add(each))
                .forEach(each -> fail(IDS_UNIQUE, path, each, "stands more than once", "keep one"));
    }

    /** All recipients and a source, or none at all, as in definitions of before representatives. */
    private void organisationNumbers() {
        boolean stated = definition.organisationNumbersSource() != null;
        definition.recipients().stream()
                .filter(recipient -> stated != (recipient.organisationNumber() != null))
                .forEach(recipient -> fail(
                        ORGANISATION_NUMBERS_COMPLETE,
                        "recipients.entries",
                        recipient.code(),
                        stated ? "has no organisation number" : "has an organisation number of no stated source",
                        "state every recipient's number, and their source in organisationNumbersSource"));
    }

    /** A table of figures has one for each recipient of the kinds that it knows; classes and names are for some alone. */
    private void tables() {
        List<RecipientCode> recipients =
                definition.recipients().stream().map(Recipient::code).toList();
        for (ReferenceTable table : definition.tables()) {
            String path = "tables." + table.id() + ".values";
            Set<RecipientCode> named = table.content().recipients();
            if (table.content() instanceof ReferenceTable.Figures) {
                recipients.stream()
                        .filter(code -> !named.contains(code) && table.knowsKindOf(code))
                        .sorted()
                        .forEach(code -> fail(
                                TABLES_COVER_RECIPIENTS,
                                path,
                                code,
                                "a recipient has no value",
                                "add one for the recipient"));
            }
            named.stream()
                    .filter(code -> !recipients.contains(code))
                    .forEach(code -> fail(
                            TABLES_COVER_RECIPIENTS, path, code, "is no recipient", "remove it or add the recipient"));
        }
    }

    private void period() {
        Period period = definition.period();
        if (period.to().isBefore(period.from())) {
            fail(PERIOD_IN_ORDER, "period.to", period.to(), "is before period.from", "correct the months");
        }
    }

    private void pots() {
        for (int index = 0; index < definition.pots().size(); index++) {
            PotDefinition pot = definition.pots().get(index);
            String path = "pots." + pot.id();
            List<PotDefinition> earlier = definition.pots().subList(0, index);
            if (pot.funding() instanceof PotDefinition.RemainderOf part
                    && earlier.stream()
                            .noneMatch(source -> source.id().equals(part.pot())
                                    && source.funding() instanceof PotDefinition.Appropriated)) {
                fail(
                        REFERENCES_EXIST,
                        path + ".derivedFrom",
                        part.pot(),
                        "is no source pot that stands before it",
                        "name one, or move the pot behind it");
            }
            pot.closedBy().stream()
                    .filter(deadline -> !closes(deadline))
                    .forEach(deadline -> fail(
                            REFERENCES_EXIST,
                            path + ".closedBy",
                            deadline,
                            "is no deadline for requisitions or deliveries",
                            "add the deadline or name one of those there are"));
            closing(path, pot);
            faults.addAll(KeyChecks.check(definition, pot));
        }
    }

    private boolean closes(DeadlineId deadline) {
        return definition.deadline(deadline).map(DeadlineDefinition::kind).stream()
                .anyMatch(kind -> kind == DeadlineKind.REQUISITION || kind == DeadlineKind.DELIVERY_CUT_OFF);
    }

    /** A source pot closes with its requisitions, and one that counts operations with their deliveries too (I-R5). */
    private void closing(String path, PotDefinition pot) {
        if (pot.funding() instanceof PotDefinition.RemainderOf) {
            return;
        }
        Set<DeadlineKind> kinds = pot.closedBy().stream()
                .flatMap(deadline -> definition.deadline(deadline).stream())
                .map(DeadlineDefinition::kind)
                .collect(Collectors.toSet());
        Set<DeadlineKind> needed = pot.key() instanceof AllocationKey.UnitPriceWithCap
                ? EnumSet.of(DeadlineKind.REQUISITION, DeadlineKind.DELIVERY_CUT_OFF)
                : EnumSet.of(DeadlineKind.REQUISITION);
        needed.stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> fail(
                        DEADLINES_COMPLETE,
                        path + ".closedBy",
                        kind,
                        "the pot is not closed by a deadline of this kind",
                        "add the deadline, so that nothing is handed out before it"));
    }

    private void deadlines() {
        one(DeadlineKind.REQUISITION, true);
        boolean counts = definition.pots().stream()
                .anyMatch(pot -> pot.key() instanceof AllocationKey.UnitPriceWithCap
                        || pot.key() instanceof AllocationKey.TopRanked);
        one(DeadlineKind.DELIVERY_CUT_OFF, counts);
        one(DeadlineKind.FOLLOW_UP, definition.followUp() != null);
        one(DeadlineKind.SURVEY, survey().isPresent());
        for (DeadlineDefinition deadline : definition.deadlines()) {
            String path = "deadlines." + deadline.id();
            if ((deadline.kind() == DeadlineKind.MONTHLY_REPORT) != (deadline.month() != null)) {
                fail(
                        DEADLINES_COMPLETE,
                        path + ".month",
                        deadline.month() == null ? "" : deadline.month(),
                        "a monthly report states its month, other deadlines none",
                        "add or remove the month");
            }
            interpretation(path, deadline.interpretation());
        }
    }

    private Optional<FollowUp.Survey> survey() {
        return Optional.ofNullable(definition.followUp()).map(FollowUp::survey);
    }

    /** Its windows open before they close, each part is asked for once, and object codes are recipients'. */
    private void followUp() {
        FollowUp followUp = definition.followUp();
        if (followUp == null) {
            return;
        }
        unique("followUp.parts", followUp.parts(), FollowUp.Part::kind);
        window("followUp.opensOn", followUp.opening(), DeadlineKind.FOLLOW_UP);
        survey().ifPresent(survey -> window("followUp.survey.opensOn", survey.opening(), DeadlineKind.SURVEY));
        if (followUp.activityPlans() != null) {
            String path = "followUp.activityPlans.objectCodes";
            unique(path, followUp.activityPlans().objectCodes(), FollowUp.ObjectCode::recipient);
            followUp.activityPlans().objectCodes().stream()
                    .filter(each -> definition.recipient(each.recipient()).isEmpty())
                    .forEach(each -> fail(
                            REFERENCES_EXIST,
                            path,
                            each.recipient(),
                            "is no recipient",
                            "remove it or add the recipient"));
        }
    }

    /** Each is asked for once, and is due by deadlines that there are, or at a time in words. */
    private void governmentReports() {
        unique("governmentReports", definition.governmentReports(), GovernmentReport::kind);
        for (GovernmentReport report : definition.governmentReports()) {
            String path = "governmentReports." + report.kind();
            if (report.deadlines().isEmpty() == (report.when() == null)) {
                fail(
                        DEADLINES_COMPLETE,
                        path,
                        report.when() == null ? "" : report.when(),
                        "is due by deadlines or at a time in words",
                        "write deadlines or when, and not both");
            }
            report.deadlines().stream()
                    .filter(each -> definition
                            .deadline(each)
                            .filter(found -> found.kind() == DeadlineKind.CALENDAR)
                            .isEmpty())
                    .forEach(each -> fail(
                            REFERENCES_EXIST,
                            path + ".deadlines",
                            each,
                            "is no deadline of kind CALENDAR",
                            "name one, or add it"));
        }
    }

    private void window(String path, FollowUp.Opening opening, DeadlineKind closing) {
        interpretation(path, opening.interpretation());
        definition
                .onlyDeadline(closing)
                .filter(last -> last.dueDate().isBefore(opening.date()))
                .ifPresent(last -> fail(
                        DEADLINES_COMPLETE,
                        path + ".date",
                        opening.date(),
                        "is after the last day " + last.dueDate(),
                        "correct one of the days"));
    }

    private void one(DeadlineKind kind, boolean needed) {
        long number = definition.deadlines().stream()
                .filter(deadline -> deadline.kind() == kind)
                .count();
        if (number > 1 || (needed && number == 0)) {
            fail(
                    DEADLINES_COMPLETE,
                    "deadlines",
                    kind,
                    "there must be exactly one of this kind, not " + number,
                    "add it or keep one");
        }
    }

    private void interpretations() {
        definition.interpretations().stream()
                .filter(stated -> !KnownInterpretation.isOnlyShown(stated.id()))
                .forEach(this::known);
        definition.pots().stream()
                .flatMap(pot -> KnownInterpretation.neededBy(pot.key(), definition.amountSetBy()).stream())
                .distinct()
                .filter(needed -> definition.interpretation(needed.id()).isEmpty())
                .forEach(needed -> fail(
                        INTERPRETATIONS_STATED,
                        "interpretations",
                        needed.id(),
                        "the keys need this interpretation, and it is not stated",
                        "add it, so that it is shown as an assumption"));
    }

    private void known(Interpretation stated) {
        String path = "interpretations." + stated.id();
        Set<String> values = KnownInterpretation.of(stated.id())
                .map(KnownInterpretation::knownValues)
                .orElse(null);
        if (values == null) {
            fail(
                    INTERPRETATIONS_KNOWN,
                    path,
                    stated.id(),
                    "is not an interpretation that the rules know",
                    "remove it, or write the rule first");
        } else if (!values.contains(stated.value())) {
            fail(
                    INTERPRETATIONS_KNOWN,
                    path + ".value",
                    stated.value(),
                    "is not a value that the rules know",
                    "write one of " + values);
        }
    }

    private void requisition() {
        for (Purpose purpose : definition.requisition().purposes()) {
            String path = "requisition.purposes." + purpose.number();
            switch (purpose.reach()) {
                case null -> {
                    // it is for all
                }
                case Purpose.WithShareIn some ->
                    some.pots().stream()
                            .filter(pot -> definition.pot(pot).isEmpty())
                            .forEach(pot -> fail(
                                    REFERENCES_EXIST, path, pot, "is no pot of the programme", "name one that is"));
                case Purpose.NamedIn some -> table(path, some.table());
            }
            interpretation(path, purpose.interpretation());
        }
        RequisitionRules.JointPlanRule plan = definition.requisition().jointPlan();
        if (plan != null) {
            plan.statedInRequisitionBy().stream()
                    .filter(code -> definition.recipient(code).isEmpty())
                    .forEach(code -> fail(
                            REFERENCES_EXIST,
                            "requisition.jointPlan.statedInRequisitionBy",
                            code,
                            "is no recipient",
                            "remove it or add the recipient"));
        }
    }

    private void interpretation(String path, @Nullable String interpretation) {
        if (interpretation != null && definition.interpretation(interpretation).isEmpty()) {
            fail(
                    REFERENCES_EXIST,
                    path + ".interpretation",
                    interpretation,
                    "is no interpretation of the programme",
                    "add it to interpretations");
        }
    }

    private void table(String path, TableId table) {
        if (definition.findTable(table).isEmpty()) {
            fail(REFERENCES_EXIST, path, table, "is no table of the programme", "add it to tables");
        }
    }

    private void totals() {
        for (StatedTotals.TableTotal total : definition.totals().tables()) {
            table("controlTotals.tables.table", total.table());
            total.factors().forEach(factor -> table("controlTotals.tables.factors", factor));
            boolean source = definition.pot(total.pot()).map(PotDefinition::funding).stream()
                    .anyMatch(PotDefinition.Appropriated.class::isInstance);
            if (!source) {
                fail(
                        REFERENCES_EXIST,
                        "controlTotals.tables.pot",
                        total.pot(),
                        "is no source pot of the programme",
                        "name one");
            }
        }
    }

    private void fail(String control, String path, Object value, String problem, String remedy) {
        faults.add(Fault.ofControl(control, path, value, problem, remedy));
    }
}
