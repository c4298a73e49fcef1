package se.statsbidrag.reporting.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.pages.Language;
import se.statsbidrag.pages.TableFiles;
import se.statsbidrag.reporting.domain.FollowedRequisition;
import se.statsbidrag.reporting.read.FollowedRequisitions;
import se.statsbidrag.reporting.read.PlanDocument;
import se.statsbidrag.reporting.read.PlanStore;
import se.statsbidrag.reporting.read.PlanStore.ShownPlan;
import se.statsbidrag.reporting.web.ProgrammePage.DeadlineRow;
import se.statsbidrag.reporting.web.ProgrammePage.PlanHead;
import se.statsbidrag.reporting.web.ProgrammePage.PotRow;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;

/** Puts together what a programme's page shows; computes no money. */
@ApplicationScoped
public class ProgrammePages {
    private final PlanStore plans;
    private final FollowedRequisitions requisitions;
    private final WhatWaits waits;
    private final ProgrammeStory story;
    private final RecipientTables tables;
    private final BusinessClock clock;
    private final Language language;

    ProgrammePages(
            PlanStore plans,
            FollowedRequisitions requisitions,
            WhatWaits waits,
            ProgrammeStory story,
            RecipientTables tables,
            BusinessClock clock,
            Language language) {
        this.plans = plans;
        this.requisitions = requisitions;
        this.waits = waits;
        this.story = story;
        this.tables = tables;
        this.clock = clock;
        this.language = language;
    }

    @Transactional
    ProgrammePage page(ProgrammeInForce programme) {
        Instant now = clock.instant();
        ProgrammeDefinition definition = programme.definition();
        ShownPlan plan = plans.plan(definition.id().value()).orElse(null);
        Map<String, FollowedRequisition> followed = requisitions.of(programme);
        return new ProgrammePage(
                definition.id().value(),
                language.say(definition.title().swedish(), definition.title().english()),
                definition.decision().source(),
                OverviewPages.recipients(definition, language),
                definition.period().from(),
                definition.period().to(),
                !definition.procedures().isEmpty(),
                definition.syntheticTables(),
                plan == null ? null : head(plan.plan(), definition),
                story.of(definition, plan == null ? null : plan.plan(), followed),
                waits.of(programme, plan, followed),
                tables.table(programme, plan, followed),
                programme.deadlines().stream()
                        .sorted(Comparator.comparing(DeadlineInForce::dueDate))
                        .map(deadline -> deadline(deadline, now))
                        .toList(),
                plan == null ? List.of() : pots(definition, plan));
    }

    /** The table of recipients alone, to be fetched as a file. */
    @Transactional
    RecipientTable recipients(ProgrammeInForce programme) {
        return tables.table(programme, plans.plan(programme.id().value()).orElse(null), requisitions.of(programme));
    }

    /** What such a file is called, and what it says about itself. */
    @Transactional
    TableFiles.About about(ProgrammeInForce programme) {
        ProgrammeDefinition definition = programme.definition();
        List<String> notes = new ArrayList<>();
        plans.plan(definition.id().value())
                .ifPresent(shown -> notes.add(language.say("Plan: ", "Plan: ")
                        + OverviewPages.status(shown.plan().status(), language) + ", "
                        + basis(shown.plan())));
        notes.add(language.say(
                "Underlag, inte beslut. Belopp i kronor.", "A basis for decisions, not decisions. Amounts in SEK."));
        boolean synthetic = !definition.syntheticTables().isEmpty();
        if (synthetic) {
            notes.add(language.say("Bygger delvis på påhittade uppgifter: ", "Rests partly on made-up figures: ")
                    + String.join(", ", definition.syntheticTables()));
        }
        return new TableFiles.About(
                definition.id().value()
                        + language.say("_mottagare", "_recipients")
                        + (synthetic ? language.say("_delvis-pahittat", "_partly-made-up") : ""),
                language.say(definition.title().swedish(), definition.title().english()),
                notes,
                clock.instant());
    }

    private PlanHead head(PlanDocument plan, ProgrammeDefinition definition) {
        return new PlanHead(
                plan.status(),
                OverviewPages.status(plan.status(), language),
                switch (plan.status()) {
                    case "FINAL" -> language.say("Alla potter är stängda.", "All pots are closed.");
                    case "STALE" ->
                        language.say(
                                "Den senaste beräkningen gick inte att göra. Siffrorna är från den förra.",
                                "The latest computation could not be made. The figures are from the one before.");
                    default ->
                        language.say(
                                "Minst en pott är öppen eller en delad plats obestämd. Siffrorna kan ändras.",
                                "At least one pot is open or one tie unresolved. The figures can change.");
                },
                plan.staleReason(),
                plan.computedAt(),
                basis(plan),
                OverviewPages.money(plan, definition));
    }

    private static String basis(PlanDocument plan) {
        return plan.basis().stream()
                .map(basis -> basis.log() + ":" + basis.position())
                .collect(Collectors.joining(", "));
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

    private List<PotRow> pots(ProgrammeDefinition definition, ShownPlan shown) {
        Map<String, PotDefinition> definitions = definition.pots().stream()
                .collect(Collectors.toMap(pot -> pot.id().value(), pot -> pot));
        return shown.plan().pots().stream()
                .map(pot -> {
                    PotDefinition defined = definitions.get(pot.pot());
                    return new PotRow(
                            pot.pot(),
                            defined == null ? pot.pot() : defined.title(),
                            defined == null ? "" : story.how(defined, definition),
                            pot.status().equals("CLOSED")
                                    ? language.say("Stängd", "Closed")
                                    : language.say("Öppen", "Open"),
                            pot.amount(),
                            pot.distributed(),
                            pot.remaining(),
                            pot.transferred(),
                            pot.returned(),
                            moved(shown, pot.pot()));
                })
                .toList();
    }

    private static Instant moved(ShownPlan shown, String pot) {
        return Stream.of("amount", "distributed", "remaining", "transferred", "returned")
                .map(part -> shown.movedAt().get(PlanDocument.potFigure(pot, part)))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(shown.plan().computedAt());
    }
}
