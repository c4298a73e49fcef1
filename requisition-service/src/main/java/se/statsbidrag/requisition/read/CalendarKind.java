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
    /** A day of the agency's own that closes no intake. */
    CALENDAR;

    static CalendarKind of(DeadlineKind kind) {
        return switch (kind) {
            case REQUISITION -> REQUISITION;
            case DELIVERY_CUT_OFF -> DELIVERY_CUT_OFF;
            case MONTHLY_REPORT -> MONTHLY_REPORT;
            case CALENDAR -> CALENDAR;
        };
    }
}
