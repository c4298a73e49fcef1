package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Role;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.QueryParameters;
import se.statsbidrag.requisition.application.Mandates;
import se.statsbidrag.requisition.application.StoredMandate;
import se.statsbidrag.requisition.domain.MandateCommand;
import se.statsbidrag.requisition.read.MandateHistoryView;
import se.statsbidrag.requisition.read.MandateView;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Organisations' representatives: applied for, approved, ended, read. */
@Path(ApiPaths.REPRESENTATIVES)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "representatives", description = "Who may act for an organisation, for all grants")
public class MandatesResource {
    private final Lookup lookup;
    private final Waiting waiting;
    private final Mandates mandates;
    private final MandateCommands commands;
    private final Access access;

    @Inject
    public MandatesResource(
            Lookup lookup, Waiting waiting, Mandates mandates, MandateCommands commands, Access access) {
        this.lookup = lookup;
        this.waiting = waiting;
        this.mandates = mandates;
        this.commands = commands;
        this.access = access;
    }

    /**
     * A page of the list.
     *
     * @param mandates by organisation number
     * @param page from 1
     * @param limit lines on a page
     * @param total lines over all pages
     */
    @Schema(name = "MandatePage")
    public record Page(List<MandateView> mandates, int page, int limit, long total) {}

    /**
     * Why.
     *
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "MandateApproval")
    public record Approval(String reason) {}

    /**
     * Whose, and why.
     *
     * @param representative opaque id; left out for one's own, and for the only one there is when an officer asks
     * @param reason at most 2000 characters, without names of people
     */
    @Schema(name = "MandateWithdrawal")
    public record Withdrawal(@Nullable String representative, String reason) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listMandates",
            summary = "The mandates of all organisations",
            description =
                    "One line per organisation behind a recipient of a programme in force, straight from its events; "
                            + "those who act for organisations see their own.")
    @APIResponse(responseCode = "200", description = "A page of the list")
    @APIResponse(responseCode = "422", description = "A parameter is wrong; all faults at once")
    @APIResponse(responseCode = "504", description = "The position is not included yet; how far the list has come")
    public Page list(
            @Parameter(description = "Page, from 1") @QueryParam("page") @Nullable String page,
            @Parameter(description = "Lines on a page, 20 when left out, at most 500") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    @Nullable List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable String wait) {
        List<Fault> faults = new ArrayList<>();
        int number = QueryParameters.page(page, faults);
        int size = QueryParameters.limit(limit, Paging.MOST, faults);
        if (!faults.isEmpty()) {
            throw Problems.invalid(faults);
        }
        waiting.until(after, wait);
        List<OrganisationNumber> readable = lookup.organisations().keySet().stream()
                .filter(organisation -> access.mayRead(Optional.of(organisation)))
                .toList();
        return new Page(
                readable.stream()
                        .skip((number - 1L) * size)
                        .limit(size)
                        .map(organisation -> view(mandates.load(organisation)))
                        .toList(),
                number,
                size,
                readable.size());
    }

    @GET
    @Path("/{organisationNumber}")
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getMandate",
            summary = "An organisation's mandate",
            description = "Whose mandate is in force, who has applied, and who acts on the mandate, by opaque ids.")
    @APIResponse(
            responseCode = "200",
            description = "The mandate; its version is the ETag",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No recipient of a programme in force has that organisation number")
    public Response get(@PathParam("organisationNumber") String number) {
        StoredMandate stored = read(number);
        return Response.ok(view(stored))
                .tag(new EntityTag(Long.toString(stored.version())))
                .build();
    }

    @GET
    @Path("/{organisationNumber}/history")
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getMandateHistory",
            summary = "Everything that happened to an organisation's mandate",
            description = "Every event in order: when, by whom, about whom, and where it stands in the log.")
    @APIResponse(responseCode = "200", description = "The events, the first first")
    @APIResponse(
            responseCode = "404",
            description = "No recipient of a programme in force has that organisation number")
    public MandateHistoryView history(@PathParam("organisationNumber") String number) {
        return MandateHistoryView.of(read(number));
    }

    @PUT
    @Path("/{organisationNumber}")
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY})
    @Operation(
            operationId = "applyForMandate",
            summary = "Apply to be an organisation's representative",
            description =
                    "For oneself, for all grants. It gives no power until an officer approves it; approval ends an "
                            + "earlier representative's mandate. Again by the same person it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The caller has applied before, or has the mandate: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Applied: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No recipient of a programme in force has that organisation number")
    @APIResponse(responseCode = "409", description = "Another person's application waits")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    public Response apply(@PathParam("organisationNumber") String number) {
        return commands.execute(
                number, command -> new MandateCommand.Apply(command.caller().subject(), command.receivedAt()));
    }

    @POST
    @Path("/{organisationNumber}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(
            operationId = "approveMandate",
            summary = "Approve the application that waits",
            description =
                    "An earlier representative's mandate ends, and the powers of those whom that one had invited.")
    @RequestBody(
            description = "Why",
            required = true,
            content = @Content(schema = @Schema(implementation = Approval.class)))
    @APIResponse(
            responseCode = "200",
            description = "In force: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(
            responseCode = "404",
            description = "No recipient of a programme in force has that organisation number")
    @APIResponse(responseCode = "409", description = "No application waits, or it is the caller's own")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response approve(@PathParam("organisationNumber") String number, byte[] body) {
        return commands.execute(
                number,
                body,
                (fields, command) -> new MandateCommand.Approve(command.caller().subject(), fields.text("reason")));
    }

    @POST
    @Path("/{organisationNumber}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.REPRESENTATIVE, Roles.DEPUTY, Roles.OFFICER})
    @Operation(
            operationId = "withdrawMandate",
            summary = "End a mandate, or take an application back",
            description =
                    "One's own, or any when an officer asks. With a mandate in force end the powers of those whom its "
                            + "representative had invited; what they send from then on is held.")
    @RequestBody(
            description = "Whose, and why",
            required = true,
            content = @Content(schema = @Schema(implementation = Withdrawal.class)))
    @APIResponse(
            responseCode = "200",
            description = "Ended: the mandate as it stands",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON")
    @APIResponse(
            responseCode = "404",
            description = "No recipient of a programme in force has that organisation number")
    @APIResponse(responseCode = "409", description = "There is no such mandate or application")
    @APIResponse(responseCode = "412", description = "Changed by another since the version in If-Match")
    @APIResponse(responseCode = "415", description = "Another media type than application/json")
    @APIResponse(responseCode = "422", description = "Readable, but wrong; every field at fault")
    public Response withdraw(@PathParam("organisationNumber") String number, byte[] body) {
        return commands.execute(
                number,
                body,
                (fields, command) -> new MandateCommand.Withdraw(
                        command.caller().subject(),
                        command.caller().is(Role.OFFICER),
                        fields.optionalText("representative"),
                        fields.text("reason")));
    }

    private StoredMandate read(String number) {
        OrganisationNumber organisation = lookup.organisation(number);
        access.read(organisation);
        return mandates.load(organisation);
    }

    private MandateView view(StoredMandate stored) {
        return MandateView.of(stored, lookup.recipients(stored.organisation()));
    }
}
