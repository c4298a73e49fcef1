package se.statsbidrag.reporting.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All grants in force at a glance. */
public record OverviewPage(List<Grant> grants) {
    public OverviewPage {
        grants = List.copyOf(grants);
    }

    /**
     * A grant.
     *
     * @param title in the page's language
     * @param decision what it rests on
     * @param recipients who may receive it, such as {@code 21 regioner}
     * @param money null until a plan has been computed
     * @param statusText of the plan, in the page's language; empty without one
     * @param deadline the next one; null where all have passed
     * @param waits what needs a human today
     */
    public record Grant(
            String id,
            String title,
            String decision,
            String recipients,
            boolean synthetic,
            @Nullable Money money,
            String status,
            String statusText,
            @Nullable Deadline deadline,
            List<WhatWaits.Item> waits) {
        public Grant {
            waits = List.copyOf(waits);
        }
    }

    /**
     * Where a grant's money is, in whole kronor: the total is the other three together.
     *
     * @param share what is distributed, in tenths of a percent of the total, cut off
     */
    public record Money(long total, long distributed, long remaining, long returned, long share) {}

    /** The next deadline, with its title as the definition has it; days left until its end, 0 on the day itself. */
    public record Deadline(String title, LocalDate dueDate, long daysLeft) {}
}
