package se.statsbidrag.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one programme shows. Amounts are whole kronor; shares are tenths of a percent, cut off.
 *
 * @param title in the page's language
 * @param decision the government's decision
 * @param recipients who may receive it, such as {@code 21 regioner}
 * @param countsOperations whether the grant follows operations, on a page of their own
 * @param synthetic titles of the tables whose figures are made up for demonstration
 * @param plan null until one has been computed
 * @param story what has happened to the money and why
 * @param waits what needs a human today
 * @param table the recipients by code
 * @param deadlines by day
 */
public record ProgrammePage(
        String id,
        String title,
        String decision,
        String recipients,
        YearMonth from,
        YearMonth to,
        boolean countsOperations,
        List<String> synthetic,
        @Nullable PlanHead plan,
        List<String> story,
        List<WhatWaits.Item> waits,
        RecipientTable table,
        List<DeadlineRow> deadlines,
        List<PotRow> potRows) {

    /**
     * How settled the plan is, and what it rests on.
     *
     * @param status PRELIMINARY, FINAL or STALE
     * @param statusText in the page's language, as is the explanation
     * @param money the total is that of the source pots
     */
    public record PlanHead(
            String status,
            String statusText,
            String explanation,
            @Nullable String staleReason,
            Instant computedAt,
            String basis,
            OverviewPage.Money money) {}

    /**
     * A deadline.
     *
     * @param state {@code PASSED} when its mark stands in the log, {@code ENDED} until then, else {@code OPEN}
     * @param daysLeft until the end of the day; 0 on the day itself
     * @param extendedFrom the definition's own day, when another is in force
     */
    public record DeadlineRow(
            String id,
            String title,
            LocalDate dueDate,
            String state,
            long daysLeft,
            @Nullable Instant passedAt,
            @Nullable LocalDate extendedFrom,
            String source) {}

    /**
     * What becomes of a pot.
     *
     * @param how it is divided, in the page's language
     */
    public record PotRow(
            String pot,
            String title,
            String how,
            String statusText,
            long amount,
            long distributed,
            long remaining,
            long transferred,
            long returned,
            Instant movedAt) {}
}
