package se.statsbidrag.reporting.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.PotId;
import se.statsbidrag.rules.value.RecipientCode;

/**
 * All that a report is composed from: what was recorded by an instant, and the plan and balances that it gives.
 *
 * @param basis the last position of each log, by name of log
 * @param operations those in force for statistics, whenever they were received
 * @param counted those in force for money, credited to the home region
 * @param ledger what happened to the programme's money, in the order of the log
 * @param requisitions by recipient; left out for those that have sent none
 * @param reports follow-up reports by recipient
 * @param activityPlans by recipient
 * @param survey the last answer of each respondent, by county
 */
public record ReportFacts(
        ProgrammeDefinition definition,
        Instant asOf,
        List<EventReference> basis,
        OperationFigures operations,
        OperationCounts counted,
        Plan plan,
        List<Balance> balances,
        List<Recorded> ledger,
        SortedMap<RecipientCode, Requisition> requisitions,
        SortedMap<RecipientCode, FollowUpReport> reports,
        SortedMap<RecipientCode, ActivityPlan> activityPlans,
        SortedMap<RecipientCode, Map<SurveyRespondent, SurveyAnswered>> survey) {
    public ReportFacts {
        basis = List.copyOf(basis);
        balances = List.copyOf(balances);
        ledger = List.copyOf(ledger);
        requisitions = Collections.unmodifiableSortedMap(new TreeMap<>(requisitions));
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
        activityPlans = Collections.unmodifiableSortedMap(new TreeMap<>(activityPlans));
        survey = Collections.unmodifiableSortedMap(new TreeMap<>(survey));
    }

    /**
     * The plan of that instant, as allocation-service computes it. Whole kronor.
     *
     * @param status {@code PRELIMINARY}, {@code FINAL} or {@code STALE}
     * @param lines what each recipient is due, by recipient and pot
     */
    public record Plan(String status, List<Pot> pots, SortedMap<RecipientCode, SortedMap<PotId, Long>> lines) {
        public Plan {
            pots = List.copyOf(pots);
            lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        }

        /** What a recipient is due from a pot. */
        public long line(RecipientCode recipient, PotId pot) {
            return Optional.ofNullable(lines.get(recipient))
                    .map(each -> each.get(pot))
                    .orElse(0L);
        }
    }

    /** What becomes of a pot: amount = distributed + remaining + transferred + returned. Whole kronor. */
    public record Pot(
            PotId pot, String status, long amount, long distributed, long remaining, long transferred, long returned) {}

    /** How a recipient stands, as allocation-service says it. Whole kronor. */
    public record Balance(
            RecipientCode recipient,
            long entitled,
            long decided,
            long outstanding,
            long paid,
            long claimed,
            long waived,
            long repaid) {
        /** Both together, as the first one's. */
        Balance plus(Balance other) {
            return new Balance(
                    recipient,
                    Math.addExact(entitled, other.entitled),
                    Math.addExact(decided, other.decided),
                    Math.addExact(outstanding, other.outstanding),
                    Math.addExact(paid, other.paid),
                    Math.addExact(claimed, other.claimed),
                    Math.addExact(waived, other.waived),
                    Math.addExact(repaid, other.repaid));
        }
    }

    /** An event of the ledger and when it was recorded. */
    public record Recorded(LedgerEvent event, Instant at) {}

    /**
     * How a recipient's requisition stands.
     *
     * @param content what the decisive one says; null where there is none such
     * @param receivedOn the day that it arrived, Swedish local date; null where there is none such
     */
    public record Requisition(
            RequisitionStanding standing,
            @Nullable RequisitionContent content,
            @Nullable LocalDate receivedOn) {}

    /** What a recipient is called. */
    String name(RecipientCode code) {
        return definition.recipient(code).map(each -> each.name()).orElse(code.value());
    }
}
