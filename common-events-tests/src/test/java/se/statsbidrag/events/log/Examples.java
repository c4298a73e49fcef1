package se.statsbidrag.events.log;

import java.util.List;
import java.util.stream.IntStream;
import se.statsbidrag.events.GrantEvent;
import se.statsbidrag.events.RequisitionApproved;
import se.statsbidrag.rules.value.ProgrammeId;
import se.statsbidrag.rules.value.RecipientCode;

/** Events and streams for tests of the log. */
final class Examples {
    static final Origin OFFICER = new Origin("officer-1", "4bf92f3577b34da6a3ce929d0e0e4736", "loa3;e-identification");

    private Examples() {}

    static StreamName stream(String name) {
        return new StreamName("requisition/shorter-queues-2025/" + name);
    }

    static GrantEvent event(String reason) {
        return new RequisitionApproved(new ProgrammeId("shorter-queues-2025"), new RecipientCode("23"), 1, reason);
    }

    /** So many events at the end of a stream that holds {@code expectedVersion} of them. */
    static StreamAppend add(String stream, long expectedVersion, int count) {
        return new StreamAppend(
                stream(stream),
                expectedVersion,
                IntStream.range(0, count)
                        .mapToObj(i -> event(stream + " " + (expectedVersion + i + 1)))
                        .toList());
    }

    static StreamAppend guard(String stream, long expectedVersion) {
        return new StreamAppend(stream(stream), expectedVersion, List.of());
    }

    static Appended append(EventLog log, StreamAppend... appends) {
        return log.append(List.of(appends), OFFICER);
    }

    static List<RecordedEvent> all(EventLog log) {
        return log.readAfter(0, Integer.MAX_VALUE);
    }
}
