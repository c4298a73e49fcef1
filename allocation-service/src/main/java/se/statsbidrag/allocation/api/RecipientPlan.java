package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.read.PlanDocument;

/**
 * One recipient's part of a plan. Amounts are whole kronor.
 *
 * @param status of the whole plan: PRELIMINARY, FINAL or STALE
 * @param staleReason why the last computation failed; left out unless the plan is stale
 * @param digest of the whole plan
 * @param basis the last position of each log that the plan rests on
 * @param syntheticTables Swedish titles of the tables with made-up figures that it rests on; none when all is official
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecipientPlan(
        String programme,
        int programmeVersion,
        String status,
        @Nullable String staleReason,
        Instant computedAt,
        String digest,
        List<PlanDocument.Position> basis,
        String recipient,
        long total,
        List<PlanDocument.Line> lines,
        List<String> syntheticTables) {

    static RecipientPlan of(PlanDocument plan, PlanDocument.Recipient part) {
        return new RecipientPlan(
                plan.programme(),
                plan.programmeVersion(),
                plan.status(),
                plan.staleReason(),
                plan.computedAt(),
                plan.digest(),
                plan.basis(),
                part.recipient(),
                part.total(),
                part.lines(),
                plan.syntheticTables());
    }
}
