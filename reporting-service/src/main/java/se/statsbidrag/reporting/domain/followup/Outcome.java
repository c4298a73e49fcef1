package se.statsbidrag.reporting.domain.followup;

import se.statsbidrag.events.FollowUpEvent;
import se.statsbidrag.reporting.domain.Faults;

/** What a command on money that was got, or on a report about it, leads to. */
public sealed interface Outcome {

    /** To be recorded. */
    record Recorded(FollowUpEvent event) implements Outcome {}

    /** It says what was there already. */
    record Unchanged() implements Outcome {}

    /** It is readable, but wrong. */
    record Wrong(Faults faults) implements Outcome {}

    /** It does not fit the state that the thing is in. */
    record Conflict(String detail, String action) implements Outcome {}

    /** The event, unless there are faults. */
    static Outcome of(Faults faults, FollowUpEvent event) {
        return faults.isEmpty() ? new Recorded(event) : new Wrong(faults);
    }
}
