package se.statsbidrag.rules.document;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import se.statsbidrag.rules.fact.DeadlineInForce;
import se.statsbidrag.rules.fact.Delivery;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.plan.PayoutPlan;
import se.statsbidrag.rules.plan.PlanExplanation;
import se.statsbidrag.rules.plan.PlannedPot;
import se.statsbidrag.rules.plan.PlannedRecipient;
import se.statsbidrag.rules.plan.Swedish;
import se.statsbidrag.rules.programme.AmountSetBy;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineDefinition;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProcedureDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.RecipientKind;
import se.statsbidrag.rules.programme.Shares;
import se.statsbidrag.rules.value.DeadlineId;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.OperationCell;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.Provider;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/**
 * A made-up year of a programme and the plan that the rules make of it. Among the regions, and among the municipalities, the
 * first requisitions half where it may choose, the second not at all, and the third wants no more.
 */
final class RuleExample {
    /** So many of a kind are shown one by one. */
    private static final int SHOWN = 21;

    private static final int OF_MANY = 6;
    private static final Duration BEFORE_THE_END = Duration.ofDays(10);
    private static final ReporterId REPORTER = new ReporterId("exempel");

    private final ProgrammeDefinition definition;
    private final Shares shares;
    private long position;

    RuleExample(ProgrammeDefinition definition) {
        this.definition = definition;
        this.shares = Shares.of(definition);
    }

    void write(Markdown text) {
        PlanExplanation explanation = PlanExplanation.of(definition, facts());
        PayoutPlan plan = explanation.plan();
        text.heading(2, "Räkneexempel");
        text.paragraph("Ett påhittat år, uträknat av samma kod som räknar på riktigt. Alla sista dagar har passerat.");
        text.bullets(told());
        operations(text);
        text.heading(3, "Vad som blir av varje pott");
        text.table(
                List.of("Pott", "Belopp", "Fördelat", "Kvar", "Överfört", "Tillbaka"),
                1,
                plan.pots().stream()
                        .map(pot -> List.of(
                                definition.pot(pot.pot()).orElseThrow().title(),
                                Swedish.number(pot.amount()),
                                Swedish.number(pot.distributed()),
                                Swedish.number(pot.remaining()),
                                Swedish.number(pot.transferred()),
                                Swedish.number(pot.returned())))
                        .toList());
        text.paragraph("Kontroll: %s = %s fördelat + %s kvar + %s tillbaka."
                .formatted(
                        Swedish.kronor(definition.totals().pots()),
                        Swedish.number(sum(plan, PlannedPot::distributed)),
                        Swedish.number(sum(plan, PlannedPot::remaining)),
                        Swedish.number(sum(plan, PlannedPot::returned))));
        for (RecipientKind kind : RecipientKind.values()) {
            recipients(text, plan, kind);
        }
        RecipientCode explained = explained();
        text.heading(3, "Så förklaras beloppet för " + name(explained));
        text.verbatim(explanation.text(explained));
    }

    /** One that requisitions all and wants more, where there are so many. */
    private RecipientCode explained() {
        List<Recipient> regions = ofKind(RecipientKind.REGIONS);
        List<Recipient> among = regions.isEmpty() ? definition.recipients() : regions;
        return among.get(Math.min(3, among.size() - 1)).code();
    }

    private static long sum(PayoutPlan plan, ToLongFunction<PlannedPot> part) {
        return plan.pots().stream().mapToLong(part).sum();
    }

    private List<Recipient> ofKind(RecipientKind kind) {
        return definition.recipients().stream()
                .filter(recipient -> kind.includes(recipient.code()))
                .toList();
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (RecipientKind kind : RecipientKind.values()) {
            List<Recipient> some = ofKind(kind);
            if (some.size() > 3) {
                if (definition.amountSetBy() == AmountSetBy.RECIPIENT) {
                    told.add(some.get(0).name() + " rekvirerar hälften av sitt belopp och önskar mer");
                    told.add(some.get(2).name() + " rekvirerar hela sitt belopp och önskar inte mer");
                }
                told.add(some.get(1).name() + " rekvirerar inte");
            }
        }
        told.add(
                definition.amountSetBy() == AmountSetBy.RECIPIENT
                        ? "Alla andra rekvirerar hela sitt belopp och önskar mer"
                        : "Alla andra rekvirerar");
        return told;
    }

    private Facts facts() {
        Map<RecipientCode, List<Submission>> requisitions = new HashMap<>();
        for (RecipientKind kind : RecipientKind.values()) {
            List<Recipient> all = ofKind(kind);
            for (int index = 0; index < all.size(); index++) {
                if (index != 1) {
                    requisitions.put(
                            all.get(index).code(),
                            List.of(submission(all.get(index).code(), index)));
                }
            }
        }
        Map<DeadlineId, DeadlineInForce> deadlines = new HashMap<>();
        definition
                .deadlines()
                .forEach(deadline -> deadlines.put(
                        deadline.id(), new DeadlineInForce(deadline.id(), deadline.dueDate(), null, next())));
        return new Facts(requisitions, deliveries(), List.of(), REPORTER, deadlines, List.of(), List.of());
    }

    private Submission submission(RecipientCode recipient, int index) {
        long share = shares.total(recipient);
        return new Submission(
                before(DeadlineKind.REQUISITION),
                definition.amountSetBy() == AmountSetBy.PROGRAMME ? null : Long.valueOf(index == 0 ? share / 2 : share),
                index != 2,
                Submission.Outcome.APPROVED,
                next(),
                next(),
                false,
                null);
    }

    private List<Delivery> deliveries() {
        if (definition.procedures().isEmpty()) {
            return List.of();
        }
        List<OperationCell> cells = new ArrayList<>();
        for (Recipient recipient : definition.recipients()) {
            for (ProcedureDefinition procedure : definition.procedures()) {
                cells.add(new OperationCell(
                        recipient.code(),
                        recipient.code(),
                        Provider.PUBLIC,
                        procedure.code(),
                        count(recipient, procedure)));
            }
        }
        return List.of(new Delivery(
                REPORTER, definition.period().from(), 1, before(DeadlineKind.DELIVERY_CUT_OFF), cells, next()));
    }

    /** Made up, and different from one recipient to the next. */
    private int count(Recipient recipient, ProcedureDefinition procedure) {
        int first = definition.recipients().indexOf(recipient);
        int second = definition.procedures().indexOf(procedure);
        return 20 + (7 * first + 11 * second) % 60;
    }

    private Instant before(DeadlineKind kind) {
        return definition
                .onlyDeadline(kind)
                .map(DeadlineDefinition::dueDate)
                .map(DeadlineDay::endOf)
                .orElseThrow()
                .minus(BEFORE_THE_END);
    }

    private EventReference next() {
        position++;
        return new EventReference("exempel", position);
    }

    private void operations(Markdown text) {
        if (definition.procedures().isEmpty()) {
            return;
        }
        text.heading(3, "Påhittade operationer");
        List<String> header = new ArrayList<>(List.of("Mottagare"));
        definition.procedures().forEach(procedure -> header.add(procedure.plural()));
        text.table(
                header,
                1,
                definition.recipients().stream()
                        .map(recipient -> Stream.concat(
                                        Stream.of(recipient.name()),
                                        definition.procedures().stream()
                                                .map(procedure -> Swedish.number(count(recipient, procedure))))
                                .toList())
                        .toList());
    }

    private void recipients(Markdown text, PayoutPlan plan, RecipientKind kind) {
        List<PlannedRecipient> all = plan.recipients().stream()
                .filter(recipient -> kind.includes(recipient.recipient()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        List<PotId> pots = definition.pots().stream()
                .filter(pot -> pot.isFor(all.getFirst().recipient()))
                .map(PotDefinition::id)
                .toList();
        List<String> header = new ArrayList<>(List.of("Mottagare"));
        pots.forEach(pot -> header.add(Markdown.code(pot.value())));
        header.add("Summa");
        int shown = all.size() <= SHOWN ? all.size() : OF_MANY;
        List<List<String>> rows = new ArrayList<>();
        all.subList(0, shown).forEach(one -> rows.add(row(name(one.recipient()), pots, List.of(one))));
        if (shown < all.size()) {
            List<PlannedRecipient> others = all.subList(shown, all.size());
            rows.add(row("övriga " + Swedish.number(others.size()), pots, others));
        }
        rows.add(row("**Alla " + Swedish.number(all.size()) + "**", pots, all));
        text.heading(3, kind == RecipientKind.REGIONS ? "Vad regionerna får" : "Vad kommunerna får");
        text.table(header, 1, rows);
    }

    private static List<String> row(String title, List<PotId> pots, List<PlannedRecipient> recipients) {
        List<String> row = new ArrayList<>(List.of(title));
        for (PotId pot : pots) {
            row.add(Swedish.number(recipients.stream()
                    .flatMap(recipient -> recipient.lines().stream())
                    .filter(line -> line.pot().equals(pot))
                    .mapToLong(PlannedRecipient.Line::amount)
                    .sum()));
        }
        row.add(Swedish.number(
                recipients.stream().mapToLong(PlannedRecipient::total).sum()));
        return row;
    }

    private String name(RecipientCode code) {
        return definition.recipient(code).orElseThrow().name();
    }
}
