package se.statsbidrag.requisition.web.mine;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.events.quarkus.BusinessClock;
import se.statsbidrag.pages.Pages;
import se.statsbidrag.requisition.read.CalendarEntry;
import se.statsbidrag.requisition.read.GrantCalendar;
import se.statsbidrag.requisition.web.mine.MineViews.Calendar;
import se.statsbidrag.requisition.web.mine.MineViews.Day;
import se.statsbidrag.rules.programme.DeadlineDay;

/** The grant calendar, for everybody who is signed in. */
@Path("/cases/calendar")
@RolesAllowed("**")
@Produces(Pages.HTML)
@Blocking
public class MineCalendarResource {
    private final GrantCalendar calendar;
    private final BusinessClock clock;
    private final Pages pages;
    private final MineWords words;

    MineCalendarResource(GrantCalendar calendar, BusinessClock clock, Pages pages, MineWords words) {
        this.calendar = calendar;
        this.clock = clock;
        this.pages = pages;
        this.words = words;
    }

    @CheckedTemplate(basePath = "pages/mine")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance calendar(Calendar calendar);
    }

    @GET
    @Operation(hidden = true)
    public Response calendar() {
        return pages.live(() -> Templates.calendar(view()));
    }

    private Calendar view() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DeadlineDay.SWEDEN);
        List<Day> days =
                calendar.entries(new GrantCalendar.Filter(Set.of(), Set.of(), LocalDate.MIN, LocalDate.MAX)).stream()
                        .map(entry -> day(entry, today))
                        .toList();
        return new Calendar(
                days.stream().filter(day -> !day.date().isBefore(today)).toList(),
                days.stream().filter(day -> day.date().isBefore(today)).toList().reversed());
    }

    private Day day(CalendarEntry entry, LocalDate today) {
        return new Day(
                entry.programme() + "-" + (entry.deadline() == null ? "opening" : entry.deadline()),
                entry.date(),
                entry.programmeTitle(),
                entry.title(),
                words.kind(entry.kind()),
                entry.source(),
                ChronoUnit.DAYS.between(today, entry.date()),
                entry.date().equals(entry.definedDate()) ? null : entry.definedDate());
    }
}
