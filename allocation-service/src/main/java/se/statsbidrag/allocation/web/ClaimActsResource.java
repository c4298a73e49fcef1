package se.statsbidrag.allocation.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import se.statsbidrag.allocation.api.ClaimDecisionResource;
import se.statsbidrag.allocation.api.ClaimInvoiceResource;
import se.statsbidrag.allocation.api.ClaimResource;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Problems;
import se.statsbidrag.pages.Form;
import se.statsbidrag.pages.FormActs;
import se.statsbidrag.pages.Pages;

/** What is done with a claim on its page: told, answered, decided by two persons, taken back, invoiced and repaid. */
@Path("/money/claims/{programme}")
@RolesAllowed({Roles.OFFICER, Roles.ECONOMIST})
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
public class ClaimActsResource {
    private static final String CLAIM = "/{claim:[0-9]{1,9}}";
    private static final String REASON = "reason";

    private final Pages pages;
    private final ClaimPages claims;
    private final ClaimResource operations;
    private final ClaimDecisionResource decisions;
    private final ClaimInvoiceResource invoices;
    private final FormActs acts;

    ClaimActsResource(
            Pages pages,
            ClaimPages claims,
            ClaimResource operations,
            ClaimDecisionResource decisions,
            ClaimInvoiceResource invoices,
            FormActs acts) {
        this.pages = pages;
        this.claims = claims;
        this.operations = operations;
        this.decisions = decisions;
        this.invoices = invoices;
        this.acts = acts;
    }

    @POST
    @Path(CLAIM + "/notice")
    @Operation(hidden = true)
    public Response notice(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "notice",
                "told",
                sent,
                typed -> operations.notice(programme, claim, body(typed, reason(typed), "answerBy")));
    }

    @POST
    @RolesAllowed(Roles.REPRESENTATIVE)
    @Path(CLAIM + "/answer")
    @Operation(hidden = true)
    public Response answer(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "answer",
                "answered",
                sent,
                typed -> operations.answerOf(
                        programme, claim, body(typed, Map.of("answer", typed.getOrDefault("answer", "")))));
    }

    @POST
    @Path(CLAIM + "/decision")
    @Operation(hidden = true)
    public Response decide(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(programme, claim, "decide", "decision-proposed", sent, typed -> {
            List<Fault> faults = new ArrayList<>();
            long claimed = Kronor.read("claimed", typed.getOrDefault("claimed", ""), faults);
            long waived = Kronor.read("waived", typed.getOrDefault("waived", "0"), faults);
            if (!faults.isEmpty()) {
                throw Problems.invalid(faults);
            }
            return decisions.decision(
                    programme,
                    claim,
                    acts.body(
                            new ClaimDecisionResource.ClaimDecision(claimed, waived, typed.getOrDefault(REASON, ""))));
        });
    }

    /** What a decision would change; records nothing. */
    @POST
    @Path(CLAIM + "/decision/consequences")
    @Operation(hidden = true)
    public Response consequences(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        Form form = new Form("decide", FormActs.typed(sent), List.of(), null);
        return pages.still(200, ClaimsResource.Templates.claim(claims.one(programme, claim, "consequences", form)));
    }

    @POST
    @RolesAllowed(Roles.DECISION_MAKER)
    @Path(CLAIM + "/decision/approval")
    @Operation(hidden = true)
    public Response approve(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "settle",
                "decided",
                sent,
                typed -> decisions.approve(programme, claim, acts.body(second(typed))));
    }

    @POST
    @RolesAllowed({Roles.OFFICER, Roles.ECONOMIST, Roles.DECISION_MAKER})
    @Path(CLAIM + "/decision/return")
    @Operation(hidden = true)
    public Response giveBack(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "settle",
                "returned",
                sent,
                typed -> decisions.giveBack(programme, claim, acts.body(second(typed))));
    }

    @POST
    @Path(CLAIM + "/withdrawal")
    @Operation(hidden = true)
    public Response withdraw(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "withdraw",
                "withdrawn",
                sent,
                typed -> operations.withdraw(programme, claim, acts.body(reason(typed))));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(CLAIM + "/invoice")
    @Operation(hidden = true)
    public Response invoice(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "invoice",
                "invoiced",
                sent,
                typed -> invoices.invoice(programme, claim, body(typed, reason(typed), "due")));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path(CLAIM + "/repayments")
    @Operation(hidden = true)
    public Response repay(
            @PathParam("programme") String programme,
            @PathParam("claim") String claim,
            MultivaluedMap<String, String> sent) {
        return act(
                programme,
                claim,
                "repay",
                "repaid",
                sent,
                typed -> invoices.repay(
                        programme,
                        claim,
                        acts.body(new ClaimInvoiceResource.ClaimRepayment(
                                Kronor.required("amount", typed.getOrDefault("amount", "")),
                                typed.getOrDefault("day", ""),
                                typed.getOrDefault("reference", ""),
                                typed.getOrDefault(REASON, "")))));
    }

    private static Map<String, String> reason(Map<String, String> typed) {
        return Map.of(REASON, typed.getOrDefault(REASON, ""));
    }

    private static ClaimDecisionResource.ClaimSecond second(Map<String, String> typed) {
        String seen = typed.getOrDefault("proposal", "");
        return new ClaimDecisionResource.ClaimSecond(
                typed.getOrDefault(REASON, ""), seen.matches("[0-9]{1,18}") ? Long.valueOf(seen) : null);
    }

    /** A body of these fields; {@code optional} ones only where something was typed. */
    private byte[] body(Map<String, String> typed, Map<String, String> required, String... optional) {
        Map<String, String> fields = new HashMap<>(required);
        for (String field : optional) {
            if (!typed.getOrDefault(field, "").isBlank()) {
                fields.put(field, typed.getOrDefault(field, "").strip());
            }
        }
        return acts.body(fields);
    }

    private Response act(
            String programme,
            String claim,
            String form,
            String done,
            MultivaluedMap<String, String> sent,
            Function<Map<String, String>, Response> operation) {
        Map<String, String> typed = FormActs.typed(sent);
        return acts.act(
                form,
                typed,
                () -> operation.apply(typed),
                "/money/claims/" + programme + "/" + claim + "?done=" + done,
                again -> ClaimsResource.Templates.claim(claims.one(programme, claim, "", again)));
    }
}
