package se.statsbidrag.events.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import se.statsbidrag.events.DeadlinePassed;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.events.log.VersionConflict;

/**
 * Appends the mark of each deadline that this log owns, {@link #AFTER_END} after the end of its day in force: longer than
 * any request may take, so that what was received in time stands before the mark. Of two instances that race one wins.
 */
public final class DeadlineMarker {
    /** From the end of the due day until its mark. */
    public static final Duration AFTER_END = Duration.ofMinutes(1);

    private static final Origin ORIGIN = Origin.ofSystem("deadlines");

    private final EventLog log;
    private final Supplier<ProgrammeRegister> register;
    private final EventCodec codec;

    /** @param register the newest that this service can know, which may be older than the log */
    public DeadlineMarker(EventLog log, Supplier<ProgrammeRegister> register, EventCodec codec) {
        this.log = log;
        this.register = register;
        this.codec = codec;
    }

    /**
     * Appends every mark that has come due.
     *
     * @param now by the business clock
     * @return how many this call appended
     */
    public int markAllDue(Instant now) {
        int marked = 0;
        for (ProgrammeInForce programme : register.get().programmes()) {
            for (DeadlineInForce deadline : programme.deadlines()) {
                if (isDue(deadline, now) && mark(deadline)) {
                    marked++;
                }
            }
        }
        return marked;
    }

    private boolean isDue(DeadlineInForce deadline, Instant now) {
        return deadline.kind().log().equals(log.name())
                && !deadline.passed()
                && !now.isBefore(deadline.end().plus(AFTER_END));
    }

    private boolean mark(DeadlineInForce deadline) {
        StreamName stream = new StreamName("deadline/" + deadline.programme() + "/" + deadline.id());
        DeadlinePassed mark = new DeadlinePassed(deadline.programme(), deadline.id(), deadline.dueDate());
        List<RecordedEvent> recorded = log.readStream(stream);
        // The register may be older than the stream: another instance may have marked it meanwhile.
        if (recorded.stream().map(codec::decode).anyMatch(event -> event.event().equals(mark))) {
            return false;
        }
        try {
            log.append(List.of(new StreamAppend(stream, recorded.size(), List.of(mark))), ORIGIN);
            return true;
        } catch (VersionConflict another) {
            return false;
        }
    }
}
