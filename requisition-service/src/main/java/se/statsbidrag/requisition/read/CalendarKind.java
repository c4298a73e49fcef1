package se.statsbidrag.requisition.read;

import se.statsbidrag.rules.programme.DeadlineKind;

/** What happens on a day of the grant calendar. */
public enum CalendarKind {
    /** The first day for requisitions, where a source gives one. */
    OPENING,
    /** The last day for requisitions. */
    REQUISITION,
    /** The last day for deliveries of operation counts that move money. */
    DELIVERY_CUT_OFF,
    /** The day by which one month's operation counts are to be reported. */
    MONTHLY_REPORT,
    /** The first day for follow-up reports. */
    FOLLOW_UP_OPENING,
    /** The last day for follow-up reports. */
    FOLLOW_UP,
    /** The first day for answers to the survey. */
    SURVEY_OPENING,
    /** The last day for answers to the survey. */
    SURVEY,
    /** A day of the agency's own that closes no intake. */
    CALENDAR;

    static CalendarKind of(DeadlineKind kind) {
        return switch (kind) {
            case REQUISITION -> REQUISITION;
            case DELIVERY_CUT_OFF -> DELIVERY_CUT_OFF;
            case MONTHLY_REPORT -> MONTHLY_REPORT;
            case FOLLOW_UP -> FOLLOW_UP;
            case SURVEY -> SURVEY;
            case CALENDAR -> CALENDAR;
        };
    }
}
