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

/**
 * What recipients have handed in of follow-up reports, as far as claims depend on it (R-K10, R-T6, R-G7). What was
 * read of the log is remembered: it only grows.
 */
@ApplicationScoped
class HandedIn {
    private static final String LOG = "operations";
    private static final String SUBMITTED = "follow-up-submitted";
    private static final String ACCEPTED = "follow-up-accepted";

    private final Logs logs;
    private final EventCodec codec;
    private final Map<ProgrammeId, Map<RecipientCode, Report>> read = new HashMap<>();
    private long position;

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
    synchronized Map<RecipientCode, Report> of(ProgrammeId programme) {
        EventSource source = logs.source(LOG);
        List<RecordedEvent> page = source.readAfter(position, EventSource.PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(HandedIn::isOfReports).forEach(this::add);
            position = page.getLast().position();
            page = source.readAfter(position, EventSource.PAGE);
        }
        return Map.copyOf(read.getOrDefault(programme, Map.of()));
    }

    private static boolean isOfReports(RecordedEvent recorded) {
        return recorded.type().equals(SUBMITTED) || recorded.type().equals(ACCEPTED);
    }

    private void add(RecordedEvent recorded) {
        if (codec.decode(recorded).event() instanceof FollowUpEvent event) {
            add(read.computeIfAbsent(event.programme(), none -> new HashMap<>()), recorded, event);
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
