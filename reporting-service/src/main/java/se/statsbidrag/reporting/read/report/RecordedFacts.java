package se.statsbidrag.reporting.read.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.ActivityCostsBooked;
import se.statsbidrag.events.ActivityMoneyMoved;
import se.statsbidrag.events.ActivityPlanSet;
import se.statsbidrag.events.ActivityPoliciesSet;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpDraftSaved;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.FollowUpReturned;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.LedgerEvent;
import se.statsbidrag.events.RequisitionChanged;
import se.statsbidrag.events.RequisitionContent;
import se.statsbidrag.events.RequisitionSubmitted;
import se.statsbidrag.events.SurveyAnswered;
import se.statsbidrag.events.SurveyRespondent;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.deadline.DeadlineInForce;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.events.facts.FactsFold;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.reporting.domain.report.OperationFigures;
import se.statsbidrag.reporting.domain.report.ReportFacts;
import se.statsbidrag.rules.fact.Facts;
import se.statsbidrag.rules.fact.Submission;
import se.statsbidrag.rules.programme.DeadlineDay;
import se.statsbidrag.rules.programme.DeadlineKind;
import se.statsbidrag.rules.programme.Period;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.rule.OperationCounts;
import se.statsbidrag.rules.rule.RequisitionInForce;
import se.statsbidrag.rules.rule.RequisitionStanding;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;
import se.statsbidrag.rules.value.ReporterId;

/** Folds what a report of one programme is composed from out of the events of all logs. Pure: the same events, the same facts. */
final class RecordedFacts {
    private final ProgrammeId programme;
    private final List<ReportFacts.Recorded> ledger = new ArrayList<>();
    private final Map<EventReference, RequisitionContent> contents = new HashMap<>();
    private final SortedMap<RecipientCode, FollowUpReport> reports = new TreeMap<>();
    private final SortedMap<RecipientCode, ActivityPlan> plans = new TreeMap<>();
    private final SortedMap<RecipientCode, Map<SurveyRespondent, SurveyAnswered>> survey = new TreeMap<>();

    private RecordedFacts(ProgrammeId programme) {
        this.programme = programme;
    }

    /**
     * @param fold of all events
     * @param events of these all that {@linkplain #tellsOf are told of}, each log's in its own order
     */
    static ReportFacts of(
            ProgrammeInForce inForce,
            FactsFold fold,
            List<DecodedEvent> events,
            ReporterId defaultReporter,
            Instant asOf,
            MoneyAtInstant.Money money) {
        ProgrammeDefinition definition = inForce.definition();
        RecordedFacts recorded = new RecordedFacts(definition.id());
        events.forEach(recorded::add);
        Facts facts = fold.facts(definition.id(), defaultReporter);
        Period period = definition.period();
        return new ReportFacts(
                definition,
                asOf,
                fold.positions().entrySet().stream()
                        .map(each -> new EventReference(each.getKey(), each.getValue()))
                        .toList(),
                OperationFigures.of(
                        facts.deliveries(),
                        facts.scopes(),
                        defaultReporter,
                        new Period(period.from().minusYears(1), period.to(), period.source())),
                inForce.deadline(DeadlineKind.DELIVERY_CUT_OFF)
                        .map(cutOff -> OperationCounts.of(facts, period, cutOff.end()))
                        .orElseGet(OperationCounts::none),
                money.plan(),
                money.balances(),
                recorded.ledger,
                recorded.requisitions(facts, inForce),
                recorded.reports,
                recorded.plans,
                recorded.survey);
    }

    /** Whether reports look at such an event itself, not only at what the fold makes of it. */
    static boolean tellsOf(GrantEvent event) {
        return event instanceof RequisitionSubmitted
                || event instanceof RequisitionChanged
                || event instanceof LedgerEvent
                || event instanceof FollowUpEvent;
    }

    private void add(DecodedEvent decoded) {
        EventReference reference = decoded.recorded().reference();
        switch (decoded.event()) {
            case RequisitionSubmitted it when it.programme().equals(programme) -> contents.put(reference, it.content());
            case RequisitionChanged it when it.programme().equals(programme) -> contents.put(reference, it.content());
            case LedgerEvent it
            when it.programme().equals(programme) ->
                ledger.add(new ReportFacts.Recorded(it, decoded.recorded().recordedAt()));
            case FollowUpEvent it
            when it.programme().equals(programme) -> add(it, decoded.recorded().version());
            default -> {
                // What else happens tells nothing of this programme's money and its use.
            }
        }
    }

    private void add(FollowUpEvent event, long version) {
        switch (event) {
            case ActivityPlanSet it -> plan(it.recipient(), it);
            case ActivityMoneyMoved it -> plan(it.recipient(), it);
            case ActivityCostsBooked it -> plan(it.recipient(), it);
            case ActivityPoliciesSet it -> plan(it.recipient(), it);
            case FollowUpDraftSaved it -> report(it.recipient(), version, it);
            case FollowUpSubmitted it -> report(it.recipient(), version, it);
            case FollowUpReturned it -> report(it.recipient(), version, it);
            case FollowUpAccepted it -> report(it.recipient(), version, it);
            case SurveyAnswered it ->
                survey.computeIfAbsent(it.county(), _ -> new EnumMap<>(SurveyRespondent.class))
                        .put(it.respondent(), it);
        }
    }

    private void plan(RecipientCode recipient, FollowUpEvent event) {
        plans.put(recipient, plans.getOrDefault(recipient, ActivityPlan.NONE).evolve(event));
    }

    private void report(RecipientCode recipient, long version, FollowUpEvent event) {
        reports.put(
                recipient, reports.getOrDefault(recipient, FollowUpReport.NONE).evolve(version, event));
    }

    private SortedMap<RecipientCode, ReportFacts.Requisition> requisitions(Facts facts, ProgrammeInForce inForce) {
        LocalDate due = inForce.deadline(DeadlineKind.REQUISITION)
                .map(DeadlineInForce::dueDate)
                .orElse(LocalDate.MAX);
        SortedMap<RecipientCode, ReportFacts.Requisition> requisitions = new TreeMap<>();
        facts.requisitions().forEach((recipient, submissions) -> {
            RequisitionStanding standing = RequisitionInForce.of(submissions, due);
            @Nullable Submission decisive = switch (standing) {
                case RequisitionStanding.InForce it -> it.submission();
                case RequisitionStanding.Undecided it -> it.submission();
                case RequisitionStanding.Ended it -> it.submission();
                case RequisitionStanding.Late it -> it.submission();
                case RequisitionStanding.Missing _ -> null;
            };
            requisitions.put(
                    recipient,
                    new ReportFacts.Requisition(
                            standing,
                            decisive == null ? null : contents.get(decisive.submitted()),
                            decisive == null ? null : LocalDate.ofInstant(decisive.receivedAt(), DeadlineDay.SWEDEN)));
        });
        return requisitions;
    }
}
