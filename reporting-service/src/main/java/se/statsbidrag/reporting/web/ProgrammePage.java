package se.statsbidrag.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one programme shows. Amounts are whole kronor; shares are tenths of a percent, cut off.
 *
 * @param synthetic titles of the tables whose figures are made up for demonstration
 * @param plan null until one has been computed
 * @param pots the pots' columns of the table of regions
 * @param regions by code
 * @param countsOperations whether the grant follows operations, on a page of their own
 * @param deadlines by day
 */
public record ProgrammePage(
        String id,
        String title,
        String decision,
        YearMonth from,
        YearMonth to,
        List<String> synthetic,
        @Nullable PlanHead plan,
        List<PotColumn> pots,
        List<RegionRow> regions,
        boolean countsOperations,
        List<DeadlineRow> deadlines,
        List<PotRow> potRows) {

    /** Whether only regions may receive the grant. */
    public boolean isOnlyRegions() {
        return regions.stream().allMatch(region -> region.code().length() == 2);
    }

    /** Whether what can be earned from a pot has a cap. */
    public boolean isAnyCapped() {
        return pots.stream().anyMatch(PotColumn::capped);
    }

    /**
     * How settled the plan is, and what it rests on.
     *
     * @param status PRELIMINARY, FINAL or STALE
     * @param statusText in Swedish
     * @param total of the source pots
     */
    public record PlanHead(
            String status,
            String statusText,
            String explanation,
            @Nullable String staleReason,
            Instant computedAt,
            String basis,
            long total,
            long distributed,
            long remaining,
            long returned) {}

    /** A pot as a column; {@code capped} where what a region can earn has a cap. */
    public record PotColumn(String pot, String title, boolean capped) {}

    /**
     * One region's money.
     *
     * @param total null without a plan
     * @param movedAt when one of its figures last moved; null without a plan
     */
    public record RegionRow(
            String code,
            String name,
            List<PotCell> cells,
            @Nullable Long total,
            @Nullable Instant movedAt) {}

    /**
     * What a region is due from a pot.
     *
     * @param amount null without a plan
     * @param cap null where the pot has no cap
     * @param share amount of cap in tenths of a percent; null without amount or cap
     */
    public record PotCell(
            String pot,
            @Nullable Long amount,
            @Nullable Long cap,
            @Nullable Long share,
            @Nullable Instant movedAt) {}

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

    /** What becomes of a pot. */
    public record PotRow(
            String pot,
            String title,
            String statusText,
            long amount,
            long distributed,
            long remaining,
            long transferred,
            long returned,
            Instant movedAt) {}
}
