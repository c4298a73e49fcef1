package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.OrganisationPaymentDetails;
import se.statsbidrag.allocation.application.OrganisationPaymentDetails.InForce;
import se.statsbidrag.allocation.application.OrganisationPaymentDetails.Waiting;
import se.statsbidrag.allocation.application.PaymentBatches;
import se.statsbidrag.allocation.bank.AccountNumbers;
import se.statsbidrag.events.PaymentDetails;
import se.statsbidrag.events.PaymentDetailsSet;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.events.quarkus.Reasons;
import se.statsbidrag.events.quarkus.StrictJson;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Where organisations are paid, and where the agency pays from. */
@Path("/allocation/v1/payment-details")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment details", description = "Where organisations are paid, set by two persons")
public class PaymentDetailsResource {
    private static final int LONGEST_NAME = 140;

    private final OrganisationPaymentDetails details;
    private final PaymentBatches batches;
    private final Programmes programmes;
    private final Commands commands;

    @Inject
    PaymentDetailsResource(
            OrganisationPaymentDetails details, PaymentBatches batches, Programmes programmes, Commands commands) {
        this.details = details;
        this.batches = batches;
        this.programmes = programmes;
        this.commands = commands;
    }

    /**
     * Where to pay.
     *
     * @param kind {@code BANKGIRO}, {@code PLUSGIRO} or {@code ACCOUNT}
     * @param number with or without spaces and hyphens; an IBAN for an account
     * @param bank the BIC of an account's bank; left out for giro numbers
     * @param name as the bank knows the organisation
     */
    public record Request(
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) String number,
            @Nullable String bank,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String reason) {}

    /**
     * What the second person says.
     *
     * @param proposal the position of the proposal that he saw; left out, it is the one that waits
     */
    @Schema(name = "PaymentDetailsDecision")
    public record Second(
            @JsonProperty(required = true) String reason,
            @Nullable Long proposal) {}

    /** Where an organisation is paid. */
    @Schema(name = "PaymentDetailsShown")
    public record Shown(String kind, String number, String bank, String name, String reason) {
        static Shown of(PaymentDetailsSet set) {
            return new Shown(
                    set.details().kind().name(),
                    set.details().number(),
                    set.details().bank(),
                    set.name(),
                    set.reason());
        }
    }

    /**
     * An organisation's details.
     *
     * @param state {@code IN_FORCE}, {@code PROPOSED} where others wait for a second person, or {@code NONE}
     * @param inForce left out where there are none
     * @param proposed left out where none wait
     * @param proposal the position of the proposal that waits; an approval may name it
     * @param log where this was recorded; left out where nothing is in force
     */
    @Schema(name = "OrganisationPaymentDetails")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            String organisationNumber,
            String state,
            @Nullable Shown inForce,
            @Nullable Shown proposed,
            @Nullable Long proposal,
            @Nullable String log,
            @Nullable Long position) {}

    /** Those of all organisations that have any, by number. */
    @Schema(name = "PaymentDetailsList")
    public record All(List<Document> paymentDetails) {}

    @GET
    @RolesAllowed({Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Operation(
            operationId = "listPaymentDetails",
            summary = "Where organisations are paid",
            description = "The agency's own and those of all recipients' organisations that have any, by number.")
    @APIResponse(
            responseCode = "200",
            description = "Payment details",
            content = @Content(schema = @Schema(implementation = All.class)))
    public All list() {
        SortedSet<OrganisationNumber> known = new TreeSet<>();
        known.add(batches.agency());
        programmes.current().programmes().stream()
                .flatMap(each -> each.definition().recipients().stream())
                .map(Recipient::organisationNumber)
                .filter(Objects::nonNull)
                .forEach(known::add);
        return new All(known.stream()
                .map(number -> shown(number, null))
                .filter(each -> !each.state().equals("NONE"))
                .toList());
    }

    @GET
    @RolesAllowed({Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Path("/{organisationNumber}")
    @Operation(operationId = "getPaymentDetails", summary = "Where an organisation is paid")
    @APIResponse(
            responseCode = "200",
            description = "Its payment details",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Document details(
            @PathParam("organisationNumber") @Parameter(description = "Such as 232100-0016") String organisation) {
        Document document = shown(number(organisation), null);
        if (document.state().equals("NONE")) {
            throw Problems.notFound("payment details of " + organisation);
        }
        return document;
    }

    @PUT
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{organisationNumber}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposePaymentDetails",
            summary = "Propose where an organisation is paid",
            description = "In force when another person approves. Numbers are held against their check digits.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Request.class)))
    @APIResponse(
            responseCode = "202",
            description = "Proposed: it waits for a second person",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Response propose(
            @PathParam("organisationNumber") @Parameter(description = "Such as 232100-0016") String organisation,
            byte[] body) {
        return commands.execute(body, command -> {
            PaymentDetailsSet set = set(number(organisation), StrictJson.read(body, Request.class));
            RecordedEvent event = details.propose(command, set);
            return new Answer(202, shown(set.organisation(), event), 0);
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{organisationNumber}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "approvePaymentDetails",
            summary = "Put proposed payment details in force",
            description = "By another person than the one who proposed them.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Second.class)))
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Response approve(
            @PathParam("organisationNumber") @Parameter(description = "Such as 232100-0016") String organisation,
            byte[] body) {
        return commands.execute(body, command -> {
            Second second = StrictJson.read(body, Second.class);
            OrganisationNumber number = number(organisation);
            RecordedEvent event =
                    details.approve(command, number, second.proposal(), Reasons.required(second.reason()));
            return new Answer(200, shown(number, event), 0);
        });
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/{organisationNumber}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnPaymentDetails",
            summary = "Return proposed payment details",
            description = "They are not put in force. The one who proposed them may take them back in this way too.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Second.class)))
    @APIResponse(
            responseCode = "200",
            description = "Returned; what was in force still is",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Response giveBack(
            @PathParam("organisationNumber") @Parameter(description = "Such as 232100-0016") String organisation,
            byte[] body) {
        return commands.execute(body, command -> {
            Second second = StrictJson.read(body, Second.class);
            OrganisationNumber number = number(organisation);
            RecordedEvent event =
                    details.giveBack(command, number, second.proposal(), Reasons.required(second.reason()));
            return new Answer(200, shown(number, event), 0);
        });
    }

    private Document shown(OrganisationNumber number, @Nullable RecordedEvent recorded) {
        @Nullable InForce inForce = details.find(number).orElse(null);
        @Nullable Waiting waiting = details.waiting(number).orElse(null);
        @Nullable RecordedEvent event = recorded != null ? recorded : inForce == null ? null : inForce.event();
        return new Document(
                number.value(),
                waiting != null ? "PROPOSED" : inForce != null ? "IN_FORCE" : "NONE",
                inForce == null ? null : Shown.of(inForce.set()),
                waiting == null ? null : Shown.of(waiting.set()),
                waiting == null ? null : waiting.position(),
                event == null ? null : event.log(),
                event == null ? null : event.position());
    }

    private static PaymentDetailsSet set(OrganisationNumber organisation, Request request) {
        List<Fault> faults = new ArrayList<>();
        String number = AccountNumbers.bare(request.number());
        String bank = request.bank() == null ? "" : request.bank().strip();
        PaymentDetails.@Nullable Kind kind = null;
        try {
            kind = PaymentDetails.Kind.valueOf(request.kind());
        } catch (IllegalArgumentException e) {
            faults.add(Fault.of("kind", request.kind(), "There is none such", "Use BANKGIRO, PLUSGIRO or ACCOUNT"));
        }
        if (kind != null) {
            AccountNumbers.fault(kind, number)
                    .ifPresent(fault -> faults.add(
                            Fault.of("number", request.number(), fault, "Copy it from the organisation's own document")
                                    .inSwedish("Numret har fel form eller fel kontrollsiffra.")));
            if (kind == PaymentDetails.Kind.ACCOUNT ? !AccountNumbers.isBic(bank) : !bank.isEmpty()) {
                faults.add(Fault.of(
                                "bank",
                                bank,
                                "An account needs its bank's BIC, a giro number has none",
                                "Send a BIC such as ESSESESS, or leave it out")
                        .inSwedish("Ange bankens BIC för ett konto, inget för ett gironummer."));
            }
        }
        String name = request.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(Fault.of(
                            "name", name, "It has not between 1 and 140 characters", "Use the name that the bank knows")
                    .inSwedish("Skriv namnet som banken känner till, högst 140 tecken."));
        }
        Reasons.check(request.reason(), faults);
        if (!faults.isEmpty() || kind == null) {
            throw Problems.invalid(faults);
        }
        return new PaymentDetailsSet(
                organisation,
                name,
                new PaymentDetails(kind, number, bank),
                request.reason().strip());
    }

    private static OrganisationNumber number(String text) {
        try {
            return new OrganisationNumber(text);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("organisation '" + text + "'");
        }
    }
}
