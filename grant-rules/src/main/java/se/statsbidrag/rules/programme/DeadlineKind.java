package se.statsbidrag.rules.programme;

/** What a deadline closes, and thereby which service's log carries its mark. */
public enum DeadlineKind {
    /** The last day for requisitions. */
    REQUISITION("requisitions"),
    /** The last day for deliveries of operation counts that move money. */
    DELIVERY_CUT_OFF("operations"),
    /** The day by which one month's operation counts are to be reported. */
    MONTHLY_REPORT("operations"),
    /** The last day for follow-up reports. */
    FOLLOW_UP("operations"),
    /** The last day for answers to the survey. */
    SURVEY("operations"),
    /** A day of the agency's own that closes no intake. */
    CALENDAR("requisitions");

    private final String log;

    DeadlineKind(String log) {
        this.log = log;
    }

    /** The name of the log that carries the mark. */
    public String log() {
        return log;
    }
}
