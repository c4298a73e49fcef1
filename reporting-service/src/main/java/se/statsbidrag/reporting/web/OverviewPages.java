package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.pages.Language;
import se.statsbidrag.reporting.read.FollowedRequisitions;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.reporting.read.PlanStore;
import se.statsbidrag.reporting.read.PlanStore.ShownPlan;
import se.statsbidrag.reporting.web.OverviewPage.Deadline;
import se.statsbidrag.reporting.web.OverviewPage.Grant;
import se.statsbidrag.reporting.web.OverviewPage.Money;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Puts together the first page; computes no money. */
@ApplicationScoped
public class OverviewPages {
    private static final long TENTHS_OF_A_PERCENT = 1_000;

    private final Programmes programmes;
    private final PlanStore plans;
    private final FollowedRequisitions requisitions;
    private final WhatWaits waits;
    private final BusinessClock clock;
    private final Language language;

    OverviewPages(
            Programmes programmes,
            PlanStore plans,
            FollowedRequisitions requisitions,
            WhatWaits waits,
            BusinessClock clock,
            Language language) {
        this.programmes = programmes;
        this.plans = plans;
        this.requisitions = requisitions;
        this.waits = waits;
        this.clock = clock;
        this.language = language;
    }

    @Transactional
    OverviewPage page() {
        return new OverviewPage(
                programmes.current().programmes().stream().map(this::grant).toList());
    }

    private Grant grant(ProgrammeInForce programme) {
        ProgrammeDefinition definition = programme.definition();
        ShownPlan plan = plans.plan(definition.id().value()).orElse(null);
        return new Grant(
                definition.id().value(),
                language.say(definition.title().swedish(), definition.title().english()),
                definition.decision().caseNumber(),
                recipients(definition, language),
                !definition.syntheticTables().isEmpty(),
                plan == null ? null : money(plan.plan(), definition),
                plan == null ? "" : plan.plan().status(),
                plan == null ? "" : status(plan.plan().status(), language),
                next(programme),
                waits.of(programme, plan, requisitions.of(programme)));
    }

    /** Who may receive it, such as {@code 21 regioner och 290 kommuner}. */
    static String recipients(ProgrammeDefinition definition, Language language) {
        long regions = definition.recipients().stream()
                .filter(recipient -> recipient.code().value().length() == 2)
                .count();
        long municipalities = definition.recipients().size() - regions;
        String some = regions + language.say(" regioner", " regions");
        return municipalities == 0
                ? some
                : some + language.say(" och ", " and ") + municipalities + language.say(" kommuner", " municipalities");
    }

    /** The plan's status in the page's language. */
    static String status(String status, Language language) {
        return switch (status) {
            case "FINAL" -> language.say("Slutlig", "Final");
            case "STALE" -> language.say("Inaktuell", "Out of date");
            default -> language.say("Preliminär", "Preliminary");
        };
    }

    static Money money(PlanDocument plan, ProgrammeDefinition definition) {
        long total = definition.pots().stream()
                .map(PotDefinition::funding)
                .mapToLong(funding -> funding instanceof PotDefinition.Appropriated source ? source.amount() : 0)
                .reduce(0, Math::addExact);
        long distributed = sum(plan, Part.DISTRIBUTED);
        return new Money(
                total,
                distributed,
                sum(plan, Part.REMAINING),
                sum(plan, Part.RETURNED),
                total == 0
                        ? 0
                        : BigInteger.valueOf(distributed)
                                .multiply(BigInteger.valueOf(TENTHS_OF_A_PERCENT))
                                .divide(BigInteger.valueOf(total))
                                .longValueExact());
    }

    /** What can have become of a pot's money; what was transferred is another pot's. */
    private enum Part {
        DISTRIBUTED,
        REMAINING,
        RETURNED;

        long of(PlanDocument.Pot pot) {
            return switch (this) {
                case DISTRIBUTED -> pot.distributed();
                case REMAINING -> pot.remaining();
                case RETURNED -> pot.returned();
            };
        }
    }

    private static long sum(PlanDocument plan, Part part) {
        return plan.pots().stream().mapToLong(part::of).reduce(0, Math::addExact);
    }

    private @Nullable Deadline next(ProgrammeInForce programme) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
        Optional<DeadlineInForce> next = programme.deadlines().stream()
                .filter(deadline -> !deadline.passed() && !deadline.dueDate().isBefore(today))
                .min(Comparator.comparing(DeadlineInForce::dueDate));
        return next.map(deadline -> new Deadline(
                        deadline.definition().title(),
                        deadline.dueDate(),
                        ChronoUnit.DAYS.between(today, deadline.dueDate())))
                .orElse(null);
    }
}
