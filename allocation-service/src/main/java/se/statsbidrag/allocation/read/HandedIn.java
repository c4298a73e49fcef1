package se.statsbidrag.allocation.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.FollowUpAccepted;
import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.events.FollowUpSubmitted;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.inbox.EventSource;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Logs;
import se.statsbidrag.rules.value.EventReference;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** What recipients have handed in of follow-up reports, as far as claims depend on it (R-K10, R-T6, R-G7). */
@ApplicationScoped
class HandedIn {
    private static final String LOG = "operations";
    private static final String SUBMITTED = "follow-up-submitted";
    private static final String ACCEPTED = "follow-up-accepted";

    private final Logs logs;
    private final EventCodec codec;

    @Inject
    HandedIn(Logs logs, EventCodec codec) {
        this.logs = logs;
        this.codec = codec;
    }

    /**
     * A recipient's report.
     *
     * @param submissions by their version within the report's stream
     * @param accepted the latest that an officer accepted; null while none is
     */
    record Report(
            Map<Long, Submission> submissions, @Nullable Submission accepted) {

        /** What was used of the grant, as the accepted report says; empty where it does not. */
        Optional<Long> used() {
            return accepted == null
                    ? Optional.empty()
                    : Optional.ofNullable(accepted.event().content().used());
        }
    }

    /** A report that was handed in, and where that is recorded. */
    record Submission(FollowUpSubmitted event, EventReference reference) {}

    /** The reports of a programme that were handed in, by recipient. */
    Map<RecipientCode, Report> of(ProgrammeId programme) {
        Map<RecipientCode, Report> reports = new HashMap<>();
        EventSource source = logs.source(LOG);
        long position = 0;
        while (true) {
            List<RecordedEvent> page = source.readAfter(position, EventSource.PAGE);
            if (page.isEmpty()) {
                return reports;
            }
            for (RecordedEvent recorded : page) {
                if ((recorded.type().equals(SUBMITTED) || recorded.type().equals(ACCEPTED))
                        && codec.decode(recorded).event() instanceof FollowUpEvent event
                        && event.programme().equals(programme)) {
                    add(reports, recorded, event);
                }
            }
            position = page.getLast().position();
        }
    }

    private static void add(Map<RecipientCode, Report> reports, RecordedEvent recorded, FollowUpEvent event) {
        if (event instanceof FollowUpSubmitted submitted) {
            Map<Long, Submission> submissions = new HashMap<>();
            Report before = reports.get(submitted.recipient());
            if (before != null) {
                submissions.putAll(before.submissions());
            }
            submissions.put(recorded.version(), new Submission(submitted, recorded.reference()));
            reports.put(submitted.recipient(), new Report(submissions, before == null ? null : before.accepted()));
        } else if (event instanceof FollowUpAccepted accepted) {
            reports.computeIfPresent(
                    accepted.recipient(),
                    (recipient, report) -> new Report(
                            report.submissions(), report.submissions().get(accepted.submission())));
        }
    }
}
