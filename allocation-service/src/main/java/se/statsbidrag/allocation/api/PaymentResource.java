package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.PaymentsOverview;
import se.statsbidrag.allocation.application.PaymentsOverview.Agreement;
import se.statsbidrag.allocation.application.PaymentsOverview.Followed;
import se.statsbidrag.allocation.application.PaymentsOverview.Overview;
import se.statsbidrag.allocation.domain.ledger.Payments.SetAside;
import se.statsbidrag.allocation.domain.payment.DoublePayment;
import se.statsbidrag.allocation.domain.payment.Reconciliation.Sums;
import se.statsbidrag.allocation.read.PlanDocument.Position;
import se.statsbidrag.allocation.read.PlanQueries;
import se.statsbidrag.events.BankEntrySettled;
import se.statsbidrag.events.access.Roles;

/** Where each payment has come, and whether all agrees to the krona. */
@Path("/allocation/v1/programmes/{programme}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Orders to the bank, what it answers, and whether all agrees to the krona")
public class PaymentResource {
    private final PlanQueries queries;
    private final PaymentsOverview overview;

    @Inject
    PaymentResource(PlanQueries queries, PaymentsOverview overview) {
        this.queries = queries;
        this.overview = overview;
    }

    /**
     * A payment.
     *
     * @param state {@code PREPARED}, {@code ORDERED}, {@code PAID}, {@code REJECTED}, {@code RETURNED} (its batch was
     *     given back) or {@code MISSING}: ordered, and on no statement some bank days after it was to be paid
     * @param code the bank's reason for what it said last; left out where it gave none
     * @param bookedOn the day on which it left the account; left out before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FollowedPayment")
    public record Payment(
            String payment,
            int batch,
            String recipient,
            List<Integer> decisions,
            long amount,
            String state,
            LocalDate executionDate,
            @Nullable String code,
            @Nullable LocalDate bookedOn) {
        static Payment of(Followed each) {
            return new Payment(
                    each.payment().id(),
                    each.batch(),
                    each.payment().recipient().value(),
                    each.payment().decisions(),
                    each.payment().amount(),
                    each.state().name(),
                    each.executionDate(),
                    each.code().isEmpty() ? null : each.code(),
                    each.bookedOn());
        }
    }

    /** A programme's payments, by batch and recipient. */
    @Schema(name = "FollowedPayments")
    public record Payments(List<Payment> payments) {}

    /**
     * Sums in whole kronor: {@code decided = ordered − rejected + notOrdered} and {@code ordered = paid + rejected + onItsWay
     * + prepared}.
     *
     * @param agrees whether both hold, nothing is missing and nothing waits for a person
     */
    @Schema(name = "ReconciledSums")
    public record Line(
            String recipient,
            long decided,
            long notOrdered,
            long ordered,
            long prepared,
            long onItsWay,
            long rejected,
            long paid,
            boolean agrees,
            List<String> faults) {
        static Line of(String recipient, Sums sums, List<String> faults) {
            return new Line(
                    recipient,
                    sums.decided(),
                    sums.notOrdered(),
                    sums.ordered(),
                    sums.prepared(),
                    sums.onItsWay(),
                    sums.rejected(),
                    sums.paid(),
                    faults.isEmpty(),
                    faults);
        }
    }

    /**
     * An entry of the bank's that did not fit.
     *
     * @param entry its number, to settle it by
     * @param outcome what a person found it to be; left out while it waits
     * @param reason left out while it waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BankEntry")
    public record Entry(
            long entry,
            String file,
            String reference,
            String payment,
            boolean outgoing,
            long amount,
            String fault,
            Position event,
            @Nullable String outcome,
            @Nullable String reason) {
        static Entry of(SetAside each) {
            BankEntrySettled settled = each.settled();
            return new Entry(
                    each.reference().position(),
                    each.event().file(),
                    each.event().reference(),
                    each.event().payment(),
                    each.event().outgoing(),
                    each.event().amount(),
                    each.event().fault(),
                    Position.of(each.reference()),
                    settled == null ? null : settled.outcome().name(),
                    settled == null ? null : settled.reason());
        }
    }

    /** Money that may have gone out twice, and where it is recorded. */
    @Schema(name = "SuspectedDoublePayment")
    public record Suspected(String kind, String recipient, long amount, List<String> payments, List<Position> events) {
        static Suspected of(DoublePayment each) {
            return new Suspected(
                    each.kind().name(),
                    each.recipient().value(),
                    each.amount(),
                    each.payments(),
                    each.events().stream().map(Position::of).toList());
        }
    }

    /**
     * Whether a programme's money agrees.
     *
     * @param agrees whether all recipients' does and nothing waits for a person
     * @param total of all recipients; its recipient is empty
     */
    @Schema(name = "Reconciliation")
    public record Reconciled(
            String programme,
            boolean agrees,
            Line total,
            List<Line> recipients,
            List<Entry> setAside,
            List<Suspected> suspectedDoublePayments) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Path("/payments")
    @Operation(
            operationId = "listPayments",
            summary = "Where each payment has come",
            description = "By batch and recipient. What no statement shows some bank days after it was to be paid is"
                    + " missing.")
    @APIResponse(
            responseCode = "200",
            description = "The payments",
            content = @Content(schema = @Schema(implementation = Payments.class)))
    public Payments payments(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        return new Payments(overview.of(queries.requireProgramme(programme)).payments().stream()
                .map(Payment::of)
                .toList());
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Path("/reconciliation")
    @Operation(
            operationId = "getReconciliation",
            summary = "Whether decided, ordered and paid agree to the krona",
            description =
                    "Per recipient and in all, each figure from its own events. Rejected payments are to be ordered"
                            + " anew, and count among what is not ordered until they are.")
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = @Content(schema = @Schema(implementation = Reconciled.class)))
    public Reconciled reconciliation(
            @PathParam("programme") @Parameter(description = "The programme's name") String programme) {
        Overview found = overview.of(queries.requireProgramme(programme));
        List<Line> lines = found.agreements().stream()
                .map((Agreement each) -> Line.of(each.recipient().value(), each.sums(), each.faults()))
                .toList();
        return new Reconciled(
                programme,
                found.agrees(),
                Line.of("", found.total(), found.faults()),
                lines,
                found.setAside().stream().map(Entry::of).toList(),
                found.suspected().stream().map(Suspected::of).toList());
    }
}
