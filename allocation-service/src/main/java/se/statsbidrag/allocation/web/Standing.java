package se.statsbidrag.allocation.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How settled a plan is, and what it rests on.
 *
 * @param status PRELIMINARY, FINAL or STALE
 * @param text the status in the page's language
 * @param meaning one sentence
 * @param staleReason null unless the plan is stale
 * @param computedAt when its figures were computed
 * @param basis the last position of each log that it rests on
 * @param synthetic titles of the tables with made-up figures
 */
record Standing(
        String status,
        String text,
        String meaning,
        @Nullable String staleReason,
        Instant computedAt,
        String basis,
        List<String> synthetic) {}
