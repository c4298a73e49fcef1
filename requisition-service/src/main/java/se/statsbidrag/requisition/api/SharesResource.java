package se.statsbidrag.requisition.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.deadline.ProgrammeInForce;
import se.statsbidrag.rules.programme.PotDefinition;
import se.statsbidrag.rules.programme.ProgrammeDefinition;
import se.statsbidrag.rules.programme.Recipient;
import se.statsbidrag.rules.programme.Shares;

/** What each recipient may requisition: its shares, which follow from the definition in force. */
@Path(ApiPaths.PROGRAMMES + "/{programme}/shares")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "programmes", description = "Grants and their definitions")
public class SharesResource {
    private final Lookup lookup;

    @Inject
    public SharesResource(Lookup lookup) {
        this.lookup = lookup;
    }

    /**
     * All recipients' shares.
     *
     * @param version of the definition that they follow from
     * @param syntheticTables Swedish titles of the tables with made-up figures that they rest on; none when all is official
     * @param recipients by code
     * @param log and {@code position}: the event that put the definition in force
     */
    @Schema(name = "ShareList")
    public record ShareList(
            String programme,
            int version,
            List<String> syntheticTables,
            List<RecipientShares> recipients,
            String log,
            long position) {}

    /**
     * One recipient's shares.
     *
     * @param total whole kronor: the most that a requisition may ask for where the recipient sets the amount
     * @param pots those in which it has a share, in the definition's order
     */
    @Schema(name = "RecipientShares")
    public record RecipientShares(String recipient, String name, long total, List<PotShare> pots) {}

    /** A share of one pot, whole kronor. */
    @Schema(name = "PotShare")
    public record PotShare(String pot, long amount) {}

    @GET
    @RolesAllowed({
        Roles.REPRESENTATIVE,
        Roles.DEPUTY,
        Roles.DATA_COORDINATOR,
        Roles.OFFICER,
        Roles.DECISION_MAKER,
        Roles.ECONOMIST,
        Roles.READER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listShares",
            summary = "What each recipient may requisition",
            description = "Each recipient's shares of the pots that are divided by a key, in whole kronor, by the"
                    + " definition in force. Made-up figures that they rest on are named.")
    @APIResponse(responseCode = "200", description = "The shares, by recipient")
    @APIResponse(responseCode = "404", description = "No such programme is in force; those that are, are named")
    public ShareList list(@PathParam("programme") String name) {
        ProgrammeInForce programme = lookup.programme(name);
        ProgrammeDefinition definition = programme.definition();
        Shares shares = Shares.of(definition);
        return new ShareList(
                programme.id().value(),
                programme.version(),
                definition.syntheticTables(),
                definition.recipients().stream()
                        .map(recipient -> shares(definition, shares, recipient))
                        .toList(),
                programme.activatedBy().log(),
                programme.activatedBy().position());
    }

    private static RecipientShares shares(ProgrammeDefinition definition, Shares shares, Recipient recipient) {
        return new RecipientShares(
                recipient.code().value(),
                recipient.name(),
                shares.total(recipient.code()),
                definition.pots().stream()
                        .map(PotDefinition::id)
                        .filter(pot -> shares.of(pot, recipient.code()) > 0)
                        .map(pot -> new PotShare(pot.value(), shares.of(pot, recipient.code())))
                        .toList());
    }
}
