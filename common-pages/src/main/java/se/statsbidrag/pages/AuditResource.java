package se.statsbidrag.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.Head;
import se.statsbidrag.events.quarkus.LogsResource;
import se.statsbidrag.events.quarkus.TrailResource;
import se.statsbidrag.events.quarkus.Verification;
import se.statsbidrag.rules.programme.DeadlineDay;

/**
 * Who did what in a service, and whether its logs are as they were recorded, by the operations that machines call. Each
 * service says by a subclass where its own page is: {@code <root>/audit}. The pages stand still: an auditor reads what was.
 */
@Produces(Pages.HTML)
@Blocking
public abstract class AuditResource {
    private static final String LINES = "50";

    private final TrailResource trail;
    private final LogsResource logs;
    private final Pages pages;
    private final Frame frame;
    private final String[] base;

    /** @param base of the service's API, such as {@code /requisition/v1} */
    protected AuditResource(TrailResource trail, LogsResource logs, Pages pages, Frame frame, String base) {
        this.trail = trail;
        this.logs = logs;
        this.pages = pages;
        this.frame = frame;
        this.base = base.substring(1).split("/", 2);
    }

    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(AuditPage page);

        static native TemplateInstance auditLogs(LogsPage page);
    }

    /**
     * What is looked for, as it was typed; empty for no condition.
     *
     * @param from Swedish local date, from its beginning
     * @param to Swedish local date, to its end
     */
    public record Sought(String actor, String recipient, String programme, String log, String from, String to) {}

    /**
     * A page of the trail.
     *
     * @param previous address of the page before; null for none
     * @param next address of the page after; null for none
     */
    public record AuditPage(
            List<TrailResource.Act> acts,
            long total,
            Sought sought,
            List<String> logs,
            @Nullable String previous,
            @Nullable String next) {}

    /** The logs' heads, and what the verifier found out where it was asked; null where it was not. */
    public record LogsPage(List<Head> heads, @Nullable Verification verification) {}

    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public Response read(
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("recipient") @DefaultValue("") String recipient,
            @QueryParam("programme") @DefaultValue("") String programme,
            @QueryParam("log") @DefaultValue("") String log,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("page") @DefaultValue("1") String page) {
        Sought sought = new Sought(actor.strip(), recipient.strip(), programme.strip(), log, day(from, 0), day(to, 0));
        String number = page.matches("[1-9][0-9]{0,5}") ? page : "1";
        TrailResource.Page found = trail.read(
                base[0],
                base[1],
                given(sought.actor()),
                given(sought.recipient()),
                given(sought.programme()),
                given(sought.log()),
                instant(day(from, 0)),
                instant(day(to, 1)),
                number,
                LINES);
        return pages.still(
                200,
                Templates.audit(new AuditPage(
                        found.acts(),
                        found.total(),
                        sought,
                        logs.list(base[0], base[1]).logs().stream()
                                .map(Head::log)
                                .toList(),
                        found.page() > 1 ? address(sought, found.page() - 1) : null,
                        (long) found.page() * found.limit() < found.total()
                                ? address(sought, found.page() + 1)
                                : null)));
    }

    @GET
    @Path("/logs")
    @RolesAllowed({Roles.AUDITOR, Roles.OPERATOR})
    @Operation(hidden = true)
    public Response logs(@QueryParam("verify") @DefaultValue("") String verify) {
        Verification verification = verify.isEmpty() ? null : logs.verification(base[0], base[1], verify);
        return pages.still(
                200,
                Templates.auditLogs(new LogsPage(logs.list(base[0], base[1]).logs(), verification)));
    }

    private String address(Sought sought, int page) {
        return frame.getRoot() + "/audit?actor=" + encoded(sought.actor()) + "&recipient=" + encoded(sought.recipient())
                + "&programme=" + encoded(sought.programme()) + "&log=" + encoded(sought.log()) + "&from="
                + encoded(sought.from()) + "&to=" + encoded(sought.to()) + "&page=" + page;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The day so many days later; empty for what is no day, which a browser's field cannot hold. */
    private static String day(String text, int later) {
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text).plusDays(later).toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    private static @Nullable String instant(String day) {
        return day.isEmpty()
                ? null
                : LocalDate.parse(day)
                        .atStartOfDay(DeadlineDay.SWEDEN)
                        .toInstant()
                        .toString();
    }
}
