package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.requisition.read.CalendarEntry;
import se.statsbidrag.requisition.read.CalendarFeed;
import se.statsbidrag.requisition.read.CalendarFile;
import se.statsbidrag.requisition.read.CalendarKind;
import se.statsbidrag.requisition.read.GrantCalendar;

/**
 * The grant calendar, public: as JSON, for calendar programs and for feed readers. Its methods carry their whole paths: a
 * class at the API's base would be asked for every address under it, and hide the resources that all services share.
 */
@Path("/")
@Blocking
@Tag(name = "calendar", description = "Opening days and last days of all programmes")
public class CalendarResource {
    static final String ICALENDAR = "text/calendar";
    static final String ATOM = "application/atom+xml";

    private static final String IN_UTF_8 = ";charset=UTF-8";

    private final GrantCalendar calendar;
    private final Programmes programmes;

    @Inject
    public CalendarResource(GrantCalendar calendar, Programmes programmes) {
        this.calendar = calendar;
        this.programmes = programmes;
    }

    /** The days asked for, by date. */
    @Schema(name = "Calendar")
    public record Calendar(List<CalendarEntry> entries) {}

    /** Which days are asked for; all of them when nothing is said. */
    public static class Asked {
        @QueryParam("programme")
        @Parameter(description = "Only days of this programme; repeatable")
        @Nullable List<String> programme;

        @QueryParam("kind")
        @Parameter(
                description = "Only days of this kind; repeatable: OPENING, REQUISITION, DELIVERY_CUT_OFF,"
                        + " MONTHLY_REPORT, FOLLOW_UP_OPENING, FOLLOW_UP, SURVEY_OPENING, SURVEY, CALENDAR")
        @Nullable List<String> kind;

        @QueryParam("from")
        @Parameter(description = "The first day, such as 2025-01-01")
        @Nullable String from;

        @QueryParam("to")
        @Parameter(description = "The last day, such as 2025-12-31")
        @Nullable String to;
    }

    @GET
    @PermitAll
    @Path(ApiPaths.BASE + "/calendar")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getCalendar",
            summary = "The grant calendar",
            description =
                    "Opening days, last days with extensions, and monthly due dates of all programmes in force, by"
                            + " date. Public: no token is needed.")
    @APIResponse(responseCode = "200", description = "The days, by date")
    @APIResponse(responseCode = "422", description = "A parameter is wrong; every one at fault")
    public Calendar calendar(@BeanParam Asked asked) {
        return new Calendar(entries(asked));
    }

    @GET
    @PermitAll
    @Path(ApiPaths.BASE + "/calendar.ics")
    @Produces(ICALENDAR)
    @Operation(
            operationId = "getCalendarFile",
            summary = "The grant calendar for calendar programs",
            description =
                    "iCalendar (RFC 5545), to import or subscribe to. A day that is moved keeps its UID and gets a"
                            + " greater SEQUENCE. Public: no token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The days as all-day events",
            content = @Content(mediaType = ICALENDAR, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "422", description = "A parameter is wrong; every one at fault")
    public Response file(@BeanParam Asked asked) {
        return Response.ok(CalendarFile.of(entries(asked)), ICALENDAR + IN_UTF_8)
                .header("Content-Disposition", "inline; filename=\"statsbidragskalendern.ics\"")
                .build();
    }

    @GET
    @PermitAll
    @Path(ApiPaths.BASE + "/calendar.atom")
    @Produces(ATOM)
    @Operation(
            operationId = "getCalendarFeed",
            summary = "The grant calendar for feed readers",
            description = "Atom (RFC 4287); what was changed last comes first. Public: no token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The days as entries",
            content = @Content(mediaType = ATOM, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "422", description = "A parameter is wrong; every one at fault")
    public Response feed(@BeanParam Asked asked, @Context UriInfo address) {
        return Response.ok(CalendarFeed.of(entries(asked), address.getRequestUri()), ATOM + IN_UTF_8)
                .build();
    }

    private List<CalendarEntry> entries(Asked asked) {
        List<Fault> faults = new ArrayList<>();
        GrantCalendar.Filter filter = new GrantCalendar.Filter(
                programmes(asked.programme, faults),
                kinds(asked.kind, faults),
                date("from", asked.from, LocalDate.MIN, faults),
                date("to", asked.to, LocalDate.MAX, faults));
        if (faults.isEmpty() && filter.from().isAfter(filter.to())) {
            faults.add(Fault.of("to", asked.to, "It is before from", "Send a day that is not before " + asked.from));
        }
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        return calendar.entries(filter);
    }

    private Set<String> programmes(@Nullable List<String> names, List<Fault> faults) {
        if (names == null) {
            return Set.of();
        }
        Set<String> known = programmes.current().programmes().stream()
                .map(programme -> programme.id().value())
                .collect(Collectors.toSet());
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(Fault.of(
                        "programme",
                        name,
                        "No such programme is in force",
                        "Send one of " + known.stream().sorted().toList())));
        return new HashSet<>(names);
    }

    private static Set<CalendarKind> kinds(@Nullable List<String> names, List<Fault> faults) {
        Set<CalendarKind> kinds = EnumSet.noneOf(CalendarKind.class);
        for (String name : names == null ? List.<String>of() : names) {
            if (List.of(CalendarKind.values()).stream()
                    .noneMatch(kind -> kind.name().equals(name))) {
                faults.add(Fault.of(
                        "kind", name, "It is no kind of day", "Send one of " + List.of(CalendarKind.values())));
            } else {
                kinds.add(CalendarKind.valueOf(name));
            }
        }
        return kinds;
    }

    private static LocalDate date(String name, @Nullable String text, LocalDate whenLeftOut, List<Fault> faults) {
        if (text == null) {
            return whenLeftOut;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(Fault.of(name, text, "It is not a date", "Send a date such as 2025-01-31"));
            return whenLeftOut;
        }
    }
}
