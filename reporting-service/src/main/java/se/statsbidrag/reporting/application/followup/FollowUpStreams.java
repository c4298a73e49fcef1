package se.statsbidrag.reporting.application.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.codec.DecodedEvent;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.quarkus.Command;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.reporting.application.FaultProblems;
import se.statsbidrag.reporting.domain.followup.ActivityPlan;
import se.statsbidrag.reporting.domain.followup.FollowUpReport;
import se.statsbidrag.reporting.domain.followup.Outcome;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Reads and writes the streams of follow-up: one activity plan and one report per programme and recipient. */
@ApplicationScoped
public class FollowUpStreams {
    private final EventLog log;
    private final EventCodec codec;

    public FollowUpStreams(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * Something folded from its stream.
     *
     * @param events in order
     */
    public record Stored<S>(StreamName stream, S state, List<DecodedEvent> events) {
        public Stored {
            events = List.copyOf(events);
        }

        /** The ETag. */
        public long version() {
            return events.size();
        }

        /** Where what is in force stands; empty when nothing was recorded. */
        public Optional<EventReference> last() {
            return events.isEmpty()
                    ? Optional.empty()
                    : Optional.of(events.getLast().recorded().reference());
        }
    }

    public Stored<ActivityPlan> activityPlan(ProgrammeId programme, RecipientCode recipient) {
        StreamName stream = new StreamName("activity-plan/" + programme + "/" + recipient);
        return activityPlan(stream, read(stream));
    }

    public Stored<FollowUpReport> report(ProgrammeId programme, RecipientCode recipient) {
        StreamName stream = new StreamName("follow-up/" + programme + "/" + recipient);
        return report(stream, read(stream));
    }

    /** The answers of a county's region and RSS, in order. */
    public Stored<List<FollowUpEvent>> survey(ProgrammeId programme, RecipientCode county) {
        StreamName stream = new StreamName("survey/" + programme + "/" + county);
        return survey(stream, read(stream));
    }

    /** Records what was decided over the plan as it was loaded. */
    public Stored<ActivityPlan> recordPlan(Stored<ActivityPlan> before, Outcome outcome, Command command) {
        return activityPlan(before.stream(), recorded(before, outcome, command));
    }

    /** Records what was decided over the report as it was loaded. */
    public Stored<FollowUpReport> recordReport(Stored<FollowUpReport> before, Outcome outcome, Command command) {
        return report(before.stream(), recorded(before, outcome, command));
    }

    /** Records what was decided over the survey as it was loaded. */
    public Stored<List<FollowUpEvent>> recordSurvey(
            Stored<List<FollowUpEvent>> before, Outcome outcome, Command command) {
        return survey(before.stream(), recorded(before, outcome, command));
    }

    /** @throws se.statsbidrag.events.quarkus.ProblemException 409 or 422 when the outcome is a refusal */
    private List<DecodedEvent> recorded(Stored<?> before, Outcome outcome, Command command) {
        return switch (outcome) {
            case Outcome.Unchanged _ -> before.events();
            case Outcome.Wrong(var faults) -> throw FaultProblems.refused(faults);
            case Outcome.Conflict(String detail, String action) -> throw Problems.conflict(detail, action);
            case Outcome.Recorded(FollowUpEvent event) -> {
                List<DecodedEvent> all = new ArrayList<>(before.events());
                log.append(
                                List.of(new StreamAppend(before.stream(), before.version(), List.of(event))),
                                command.origin())
                        .events()
                        .forEach(each -> all.add(codec.decode(each)));
                yield all;
            }
        };
    }

    private List<DecodedEvent> read(StreamName stream) {
        return log.readStream(stream).stream().map(codec::decode).toList();
    }

    private static Stored<ActivityPlan> activityPlan(StreamName stream, List<DecodedEvent> events) {
        ActivityPlan plan = ActivityPlan.NONE;
        for (DecodedEvent each : events) {
            plan = plan.evolve((FollowUpEvent) each.event());
        }
        return new Stored<>(stream, plan, events);
    }

    private static Stored<FollowUpReport> report(StreamName stream, List<DecodedEvent> events) {
        FollowUpReport report = FollowUpReport.NONE;
        for (DecodedEvent each : events) {
            report = report.evolve(each.recorded().version(), (FollowUpEvent) each.event());
        }
        return new Stored<>(stream, report, events);
    }

    private static Stored<List<FollowUpEvent>> survey(StreamName stream, List<DecodedEvent> events) {
        return new Stored<>(
                stream,
                events.stream().map(each -> (FollowUpEvent) each.event()).toList(),
                events);
    }
}
