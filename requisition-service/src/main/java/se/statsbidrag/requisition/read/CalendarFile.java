package se.statsbidrag.requisition.read;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.LastModified;
import biweekly.property.Trigger;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import se.statsbidrag.events.deadline.BankDays;

/**
 * The grant calendar as iCalendar (RFC 5545): all-day events. A day that is moved keeps its UID and gets a greater
 * SEQUENCE, so that a calendar program moves what it has rather than adding another.
 */
public final class CalendarFile {
    /** Characters to a line; a Swedish letter has two bytes of the 75 that a line may have (RFC 5545, 3.1). */
    private static final int LINE = 37;

    /** How many bank days before the last day of what recipients hand in a calendar program reminds of it. */
    private static final List<Integer> REMINDERS = List.of(10, 5, 1);

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private CalendarFile() {}

    /** The text of a file that calendar programs import or subscribe to. */
    public static String of(List<CalendarEntry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Statsbidrag//Statsbidragskalendern//SV");
        calendar.setName("Statsbidragskalendern");
        calendar.addExperimentalProperty("X-WR-CALNAME", "Statsbidragskalendern");
        calendar.addExperimentalProperty("X-PUBLISHED-TTL", "PT12H");
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Without METHOD, DTSTAMP says when the entry was last revised (RFC 5545, 3.8.7.2). */
    private static VEvent event(CalendarEntry entry) {
        Date revised = Date.from(entry.changedAt());
        VEvent event = new VEvent();
        event.setUid(new Uid(entry.identity() + "@statsbidrag"));
        event.setDateTimeStamp(revised);
        event.setLastModified(new LastModified(revised));
        event.setSequence(Math.toIntExact(entry.position()));
        event.setDateStart(day(entry.date()));
        event.setDateEnd(day(entry.date().plusDays(1)));
        event.setSummary(entry.title()).setLanguage("sv");
        event.setDescription(entry.description()).setLanguage("sv");
        event.addCategories(entry.programmeTitle());
        event.setClassification(Classification.PUBLIC);
        event.setTransparency(true);
        if (entry.kind() == CalendarKind.FOLLOW_UP || entry.kind() == CalendarKind.SURVEY) {
            REMINDERS.forEach(bankDays -> event.addAlarm(reminder(entry, bankDays)));
        }
        return event;
    }

    /** In the morning of a bank day, whatever day the last one is. */
    private static VAlarm reminder(CalendarEntry entry, int bankDays) {
        Date at = Date.from(BankDays.before(entry.date(), bankDays)
                .atTime(MORNING)
                .atZone(SWEDEN)
                .toInstant());
        String left = bankDays == 1 ? "En bankdag kvar" : bankDays + " bankdagar kvar";
        return VAlarm.display(new Trigger(at), left + ": " + entry.title());
    }

    /** A date without a time: the same day wherever the calendar is read. */
    private static ICalDate day(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }
}
