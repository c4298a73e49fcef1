package se.statsbidrag.reporting.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Caller;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.CurrentCaller;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.SpooledBody;
import se.statsbidrag.reporting.application.DeliveryCommands;
import se.statsbidrag.reporting.application.DeliveryOutcome;
import se.statsbidrag.reporting.application.DeliveryRows;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.domain.Delivery;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.reporting.domain.DeliveryStatus;
import se.statsbidrag.reporting.domain.IntakeRules;
import se.statsbidrag.reporting.domain.LateDeliveryId;
import se.statsbidrag.reporting.domain.Revision;
import se.statsbidrag.reporting.read.DeliveryInForce;
import se.statsbidrag.reporting.read.SettledLateDelivery;
import se.statsbidrag.rules.value.ReporterId;

/** Deliveries of monthly operation counts. */
@Path("/reporting/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "Monthly operation counts, whole per reporter and month")
@Blocking
public class DeliveriesResource {
    private static final String CSV = "text/csv";

    private final Commands commands;
    private final DeliveryCommands deliveries;
    private final Reporting reporting;
    private final Positions positions;
    private final CurrentCaller current;

    DeliveriesResource(
            Commands commands,
            DeliveryCommands deliveries,
            Reporting reporting,
            Positions positions,
            CurrentCaller current) {
        this.commands = commands;
        this.deliveries = deliveries;
        this.reporting = reporting;
        this.positions = positions;
        this.current = current;
    }

    @PUT
    @RolesAllowed(Roles.REGISTER_FEED)
    @Path("/{reporter}/{month}")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "deliver",
            summary = "Deliver a month",
            description = "Replaces what the reporter delivered for the month before, as a whole. A cell that is left"
                    + " out is 0; the same delivery again changes nothing. All faults are named at once. A register feed delivers"
                    + " for its own reporters alone.")
    @RequestBody(
            description = "All cells of the month",
            required = true,
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    @APIResponse(
            responseCode = "201",
            description = "The month's first delivery is recorded",
            content = @Content(schema = @Schema(implementation = DeliveryDocument.Outcome.class)))
    @APIResponse(
            responseCode = "200",
            description = "A new revision is recorded, or nothing had changed",
            content = @Content(schema = @Schema(implementation = DeliveryDocument.Outcome.class)))
    public Response deliver(
            @PathParam("reporter") String reporter,
            @PathParam("month") String month,
            @Context HttpHeaders headers,
            byte[] body) {
        requireMayReport(reporter);
        DeliveryRows rows = rows(headers, () -> new ByteArrayInputStream(body), new DeliveryAddress(reporter, month));
        return commands.execute(body, command -> {
            DeliveryOutcome outcome = deliveries.deliver(command, rows).getFirst();
            int revision = outcome.delivered().revision();
            boolean first = revision == 1 && outcome.status() != DeliveryStatus.UNCHANGED;
            return new Answer(first ? 201 : 200, DeliveryDocument.of(outcome), revision);
        });
    }

    @POST
    @RolesAllowed(Roles.REGISTER_FEED)
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "deliverMany",
            summary = "Deliver many months at once",
            description = "Each reporter and month is its own delivery; all are recorded or none. At most 200,000 rows"
                    + " and 20 MB. One reporter that the caller does not deliver for refuses the request whole.")
    @RequestBody(
            description = "Rows that name their reporter and month",
            required = true,
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    @APIResponse(
            responseCode = "200",
            description = "One line for each delivery, by reporter and month",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = DeliveryDocument.Outcome.class)))
    public Response deliverMany(@Context HttpHeaders headers, InputStream body) {
        try (SpooledBody spooled = SpooledBody.of(body)) {
            DeliveryRows rows = rows(headers, spooled::open, null);
            return commands.execute(
                    spooled,
                    command -> new Answer(
                            200,
                            deliveries.deliver(command, rows).stream()
                                    .map(DeliveryDocument::of)
                                    .toList(),
                            0));
        }
    }

    @POST
    @RolesAllowed(Roles.REGISTER_FEED)
    @Path("/{reporter}/{month}/validation")
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "validateDelivery",
            summary = "Try a delivery",
            description = "Answers as the delivery would, and records nothing.")
    @RequestBody(
            description = "All cells of the month",
            required = true,
            content = {@Content(mediaType = MediaType.APPLICATION_JSON), @Content(mediaType = CSV)})
    @APIResponse(
            responseCode = "200",
            description = "What delivering it would come to",
            content = @Content(schema = @Schema(implementation = DeliveryDocument.Outcome.class)))
    public DeliveryDocument.Outcome validateDelivery(
            @PathParam("reporter") String reporter,
            @PathParam("month") String month,
            @Context HttpHeaders headers,
            byte[] body) {
        requireMayReport(reporter);
        DeliveryRows rows = rows(headers, () -> new ByteArrayInputStream(body), new DeliveryAddress(reporter, month));
        return DeliveryDocument.of(deliveries.validate(current.get(), rows).getFirst());
    }

    @GET
    @RolesAllowed({
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR,
        Roles.REGISTER_FEED
    })
    @Path("/{reporter}/{month}")
    @Operation(
            operationId = "readDelivery",
            summary = "A delivery with its cells",
            description =
                    "The revision in force for statistics, or an earlier one, and for which programmes' money it is"
                            + " in force.")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = DeliveryDocument.Whole.class)))
    @APIResponse(responseCode = "404", description = "Nothing is delivered, or there is no such revision")
    public Response readDelivery(
            @PathParam("reporter") String reporter,
            @PathParam("month") String month,
            @QueryParam("revision") @Parameter(description = "An earlier revision, from 1", example = "1") @Nullable String revision) {
        requireMayRead(reporter);
        List<Fault> faults = new ArrayList<>();
        YearMonth when = Parameters.month("month", month, faults);
        if (revision != null && !revision.matches("[1-9][0-9]{0,8}")) {
            faults.add(Fault.of("revision", revision, "It is not a revision", "Use a whole number from 1"));
        }
        Parameters.refuse(faults);
        Delivery delivery = delivery(reporter, when);
        Revision found = (revision == null ? delivery.inForce() : delivery.revision(Integer.parseInt(revision)))
                .orElseThrow(() -> Problems.notFound("delivery of " + reporter + " for " + month
                        + (revision == null ? "" : " with revision " + revision)));
        return Response.ok(DeliveryDocument.of(delivery, found, reporting.rules()))
                .header("ETag", "\"" + delivery.revisions().size() + "\"")
                .build();
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Operation(
            operationId = "listDeliveries",
            summary = "The deliveries in force for statistics",
            description = "The latest recorded first; without their cells.")
    @APIResponse(responseCode = "200", description = "One page of deliveries")
    public DeliveryDocument.Deliveries listDeliveries(
            @QueryParam("reporter") @Nullable String reporter,
            @QueryParam("month") @Nullable String month,
            @BeanParam Paging paging) {
        List<Fault> faults = new ArrayList<>();
        YearMonth when = Parameters.month("month", month, faults);
        Paging.Chosen chosen = paging.chosen(faults);
        paging.await(positions, faults);
        LocalDate day = when == null ? null : when.atDay(1);
        IntakeRules rules = reporting.rules();
        Set<LateDeliveryId> admitted = SettledLateDelivery.all().stream()
                .filter(each -> each.admitted)
                .map(SettledLateDelivery::id)
                .collect(Collectors.toSet());
        return new DeliveryDocument.Deliveries(
                DeliveryInForce.latestFirst(reporter, day).page(chosen.page() - 1, chosen.limit()).list().stream()
                        .map(each -> DeliveryDocument.of(each, rules, admitted))
                        .toList(),
                chosen.page(),
                chosen.limit(),
                DeliveryInForce.latestFirst(reporter, day).count());
    }

    private void requireMayReport(String reporter) {
        if (!current.get().mayReportFor(reporter)) {
            throw Problems.forbidden(
                    "You do not deliver for this reporter; nothing was recorded", "Deliver for your own reporter");
        }
    }

    private void requireMayRead(String reporter) {
        Caller caller = current.get();
        if (!caller.readsAll() && !caller.mayReportFor(reporter)) {
            throw Problems.forbidden(
                    "You may read the deliveries of your own reporter alone", "Ask for one that you deliver for");
        }
    }

    private static DeliveryRows rows(HttpHeaders headers, DeliveryRows.Body body, @Nullable DeliveryAddress address) {
        MediaType type = headers.getMediaType();
        if (type == null) {
            throw new NotSupportedException();
        }
        return type.getSubtype().equalsIgnoreCase("csv")
                ? new CsvDeliveryRows(body, address)
                : new JsonDeliveryRows(body, address);
    }

    private Delivery delivery(String reporter, @Nullable YearMonth month) {
        try {
            return month == null
                    ? notThere(reporter)
                    : reporting.delivery(new DeliveryKey(new ReporterId(reporter), month));
        } catch (IllegalArgumentException notInForm) {
            return notThere(reporter);
        }
    }

    private static Delivery notThere(String reporter) {
        throw Problems.notFound("delivery of " + reporter);
    }
}
