package se.statsbidrag.events.deadline;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days on which Swedish banks pay: Monday to Friday, but for public holidays and the eves that banks keep closed. */
public final class BankDays {
    private static final HolidayManager SWEDISH =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    private BankDays() {}

    public static boolean isBankDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !SWEDISH.isHoliday(day);
    }

    /** The bank day that lies this many bank days before a day, which need not be one itself; {@code bankDays} from 1. */
    public static LocalDate before(LocalDate day, int bankDays) {
        return walk(day, bankDays, -1);
    }

    /** The bank day that lies this many bank days after a day, which need not be one itself; {@code bankDays} from 1. */
    public static LocalDate after(LocalDate day, int bankDays) {
        return walk(day, bankDays, 1);
    }

    private static LocalDate walk(LocalDate from, int bankDays, int step) {
        if (bankDays < 1) {
            throw new IllegalArgumentException("not a number of bank days: " + bankDays);
        }
        LocalDate day = from;
        int left = bankDays;
        while (left > 0) {
            day = day.plusDays(step);
            if (isBankDay(day)) {
                left--;
            }
        }
        return day;
    }
}
