package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.reporting.read.PlanStore;
import se.statsbidrag.reporting.read.PlanStore.ShownPlan;
import se.statsbidrag.reporting.web.ProgrammePage.DeadlineRow;
import se.statsbidrag.reporting.web.ProgrammePage.PlanHead;
import se.statsbidrag.reporting.web.ProgrammePage.PotCell;
import se.statsbidrag.reporting.web.ProgrammePage.PotColumn;
import se.statsbidrag.reporting.web.ProgrammePage.PotRow;
import se.statsbidrag.reporting.web.ProgrammePage.RegionRow;
import se.statsbidrag.rules.programme.AllocationKey;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;

/** Puts together what a programme's page shows; computes no money. */
@ApplicationScoped
public class ProgrammePages {
    private static final long TENTHS_OF_A_PERCENT = 1_000;

    private final PlanStore plans;
    private final BusinessClock clock;

    ProgrammePages(PlanStore plans, BusinessClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Transactional
    ProgrammePage page(ProgrammeInForce programme) {
        Instant now = clock.instant();
        ProgrammeDefinition definition = programme.definition();
        ShownPlan plan = plans.plan(definition.id().value()).orElse(null);
        return new ProgrammePage(
                definition.id().value(),
                definition.title().swedish(),
                definition.decision().source(),
                definition.period().from(),
                definition.period().to(),
                definition.syntheticTables(),
                plan == null ? null : head(plan.plan(), definition),
                definition.pots().stream()
                        .map(pot -> new PotColumn(
                                pot.id().value(), pot.title(), pot.key() instanceof AllocationKey.UnitPriceWithCap))
                        .toList(),
                definition.recipients().stream()
                        .map(recipient -> region(recipient, definition, plan))
                        .toList(),
                !definition.procedures().isEmpty(),
                programme.deadlines().stream()
                        .sorted(Comparator.comparing(DeadlineInForce::dueDate))
                        .map(deadline -> deadline(deadline, now))
                        .toList(),
                plan == null ? List.of() : pots(definition, plan));
    }

    private static PlanHead head(PlanDocument plan, ProgrammeDefinition definition) {
        Set<String> sources = definition.pots().stream()
                .filter(pot -> pot.funding() instanceof PotDefinition.Appropriated)
                .map(pot -> pot.id().value())
                .collect(Collectors.toSet());
        return new PlanHead(
                plan.status(),
                switch (plan.status()) {
                    case "FINAL" -> "Slutlig";
                    case "STALE" -> "Inaktuell";
                    default -> "Preliminär";
                },
                switch (plan.status()) {
                    case "FINAL" -> "Alla potter är stängda.";
                    case "STALE" -> "Den senaste beräkningen gick inte att göra. Siffrorna är från den förra.";
                    default -> "Minst en pott är öppen eller en delad plats obestämd. Siffrorna kan ändras.";
                },
                plan.staleReason(),
                plan.computedAt(),
                plan.basis().stream()
                        .map(basis -> basis.log() + ":" + basis.position())
                        .collect(Collectors.joining(", ")),
                sum(plan.pots().stream()
                        .filter(pot -> sources.contains(pot.pot()))
                        .map(PlanDocument.Pot::amount)),
                sum(plan.pots().stream().map(PlanDocument.Pot::distributed)),
                sum(plan.pots().stream().map(PlanDocument.Pot::remaining)),
                sum(plan.pots().stream().map(PlanDocument.Pot::returned)));
    }

    private static long sum(java.util.stream.Stream<Long> amounts) {
        return amounts.reduce(0L, Math::addExact);
    }

    private static RegionRow region(Recipient recipient, ProgrammeDefinition definition, @Nullable ShownPlan plan) {
        String code = recipient.code().value();
        PlanDocument.Recipient planned = plan == null
                ? null
                : plan.plan().recipients().stream()
                        .filter(each -> each.recipient().equals(code))
                        .findFirst()
                        .orElse(null);
        Map<String, Long> amounts = new HashMap<>();
        if (planned != null) {
            planned.lines().forEach(line -> amounts.put(line.pot(), line.amount()));
        }
        List<PotCell> cells = new ArrayList<>();
        for (PotDefinition pot : definition.pots()) {
            Long amount = amounts.get(pot.id().value());
            Long cap = pot.key() instanceof AllocationKey.UnitPriceWithCap capped
                    ? definition.table(capped.caps()).values().get(recipient.code())
                    : null;
            cells.add(new PotCell(
                    pot.id().value(),
                    amount,
                    cap,
                    amount == null || cap == null || cap == 0 ? null : share(amount, cap),
                    plan == null
                            ? null
                            : plan.movedAt()
                                    .get(PlanDocument.recipientFigure(
                                            code, pot.id().value()))));
        }
        return new RegionRow(
                code,
                recipient.name(),
                cells,
                planned == null ? null : planned.total(),
                plan == null ? null : latest(plan, "recipient/" + code + "/"));
    }

    private static long share(long amount, long cap) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(TENTHS_OF_A_PERCENT))
                .divide(BigInteger.valueOf(cap))
                .longValueExact();
    }

    /** When one of the figures whose names begin so last moved. */
    private static Instant latest(ShownPlan plan, String beginning) {
        return plan.movedAt().entrySet().stream()
                .filter(figure -> figure.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .orElse(plan.plan().computedAt());
    }

    private static DeadlineRow deadline(DeadlineInForce deadline, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, DeadlineDay.SWEDEN);
        boolean ended = !now.isBefore(deadline.end());
        return new DeadlineRow(
                deadline.id().value(),
                deadline.definition().title(),
                deadline.dueDate(),
                deadline.passed() ? "PASSED" : ended ? "ENDED" : "OPEN",
                Math.max(0, ChronoUnit.DAYS.between(today, deadline.dueDate())),
                deadline.passedAt(),
                deadline.dueDate().equals(deadline.definition().dueDate())
                        ? null
                        : deadline.definition().dueDate(),
                deadline.definition().source());
    }

    private static List<PotRow> pots(ProgrammeDefinition definition, ShownPlan shown) {
        Map<String, String> titles = new HashMap<>();
        definition.pots().forEach(pot -> titles.put(pot.id().value(), pot.title()));
        return shown.plan().pots().stream()
                .map(pot -> new PotRow(
                        pot.pot(),
                        titles.getOrDefault(pot.pot(), pot.pot()),
                        pot.status().equals("CLOSED") ? "Stängd" : "Öppen",
                        pot.amount(),
                        pot.distributed(),
                        pot.remaining(),
                        pot.transferred(),
                        pot.returned(),
                        latest(shown, "pot/" + pot.pot() + "/")))
                .toList();
    }
}
