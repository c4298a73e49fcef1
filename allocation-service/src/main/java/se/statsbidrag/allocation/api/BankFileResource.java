package se.statsbidrag.allocation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.allocation.application.BankFiles;
import se.statsbidrag.allocation.application.BankFiles.Share;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Answer;
import se.statsbidrag.events.quarkus.Commands;

/** What the bank sends back: what became of orders, and statements of the agency's account. */
@Path("/allocation/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments", description = "Orders to the bank, what it answers, and whether all agrees to the krona")
public class BankFileResource {
    private final Commands commands;
    private final BankFiles files;

    @Inject
    BankFileResource(Commands commands, BankFiles files) {
        this.commands = commands;
        this.files = files;
    }

    /**
     * What a file came to.
     *
     * @param message the file's identification
     * @param fileSha256 64 hexadecimal digits
     * @param log where the last of it was recorded
     */
    @Schema(name = "BankFile")
    public record Document(
            String message, String fileSha256, List<ProgrammeShare> programmes, String log, long position) {
        static Document of(BankFiles.Taken taken) {
            return new Document(
                    taken.message(),
                    taken.fileHash(),
                    taken.shares().stream().map(ProgrammeShare::of).toList(),
                    taken.last().log(),
                    taken.last().position());
        }
    }

    /** What it came to in one programme; lists that hold nothing are empty. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BankFileShare")
    public record ProgrammeShare(
            String programme,
            @Nullable Integer batch,
            List<Status> statuses,
            List<Booked> booked,
            List<Repaid> repaid,
            List<SetAside> setAside) {
        static ProgrammeShare of(Share share) {
            return new ProgrammeShare(
                    share.programme().value(),
                    share.batch(),
                    share.statuses().stream()
                            .map(each -> new Status(each.payment(), each.accepted(), each.code()))
                            .toList(),
                    share.booked().stream()
                            .map(each -> new Booked(each.reference(), each.payment(), each.amount(), each.day()))
                            .toList(),
                    share.repaid().stream()
                            .map(each -> new Repaid(each.claim(), each.amount(), each.day()))
                            .toList(),
                    share.setAside().stream()
                            .map(each -> new SetAside(
                                    each.reference(), each.payment(), each.outgoing(), each.amount(), each.fault()))
                            .toList());
        }
    }

    /** What the bank says about a payment. */
    @Schema(name = "PaymentStatus")
    public record Status(String payment, boolean accepted, String code) {}

    /** A payment that left the account. */
    @Schema(name = "BookedPayment")
    public record Booked(String reference, String payment, long amount, LocalDate day) {}

    /** A claim paid back. */
    @Schema(name = "RepaidClaim")
    public record Repaid(int claim, long amount, LocalDate day) {}

    /** What waits for a person, and why. */
    @Schema(name = "SetAsideEntry")
    public record SetAside(String reference, String payment, boolean outgoing, long amount, String fault) {}

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/payment-status-reports")
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "takeInStatusReport",
            summary = "Take in a payment status report",
            description =
                    "ISO 20022 pain.002.001.10. What is about no file of ours, cut off, or about other figures is"
                            + " refused whole; what does not fit is set aside with its reason. The same file again changes nothing.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Response statusReport(byte[] body) {
        return commands.execute(body, command -> new Answer(200, Document.of(files.statusReport(command, body)), 0));
    }

    @POST
    @RolesAllowed(Roles.ECONOMIST)
    @Path("/bank-statements")
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(
            operationId = "takeInBankStatement",
            summary = "Take in a statement of account",
            description = "ISO 20022 camt.053.001.08 of the agency's account. Of another account, or with sums that do"
                    + " not hold, it is refused whole; entries that do not fit are set aside with their reason. The same file"
                    + " again changes nothing.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_XML))
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content = @Content(schema = @Schema(implementation = Document.class)))
    public Response statement(byte[] body) {
        return commands.execute(body, command -> new Answer(200, Document.of(files.statement(command, body)), 0));
    }
}
