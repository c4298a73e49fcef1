package se.statsbidrag.events.quarkus;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;

/** What waits for a second person in this service, under the API's own base. */
@Path(ApiProfile.BASE + "/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "proposals", description = "Acts that take two persons")
public class ProposalsResource {
    private final Settings settings;
    private final OpenProposals proposals;
    private final Positions positions;
    private final List<ProposalsOfUse> ofUse;

    @Inject
    ProposalsResource(
            Settings settings, OpenProposals proposals, Positions positions, @All List<ProposalsOfUse> ofUse) {
        this.settings = settings;
        this.proposals = proposals;
        this.positions = positions;
        this.ofUse = ofUse;
    }

    /**
     * A proposal that waits.
     *
     * @param act the kind of act
     * @param subject what it is about
     * @param content what is proposed
     * @param proposer the opaque id of who proposed it, who cannot approve it
     * @param position where it stands in the service's log; an approval may name it
     */
    @Schema(name = "WaitingProposal")
    public record Waiting(
            String act,
            String subject,

            @JsonRawValue @Schema(implementation = Object.class)
            String content,

            String reason,
            String proposer,
            Instant recordedAt,
            long position) {}

    /** All that waits, the oldest first. */
    @Schema(name = "WaitingProposals")
    public record WaitingProposals(List<Waiting> proposals) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.AUDITOR})
    @Operation(
            operationId = "listProposals",
            summary = "What waits for a second person",
            description = "Every act of this service that was proposed and neither approved nor returned, the oldest"
                    + " first. Who proposed it cannot approve it. What has been settled in another way meanwhile is left"
                    + " out.")
    @APIResponse(responseCode = "200", description = "What waits")
    public WaitingProposals list(
            @Parameter(hidden = true) @PathParam("api") String api,
            @Parameter(hidden = true) @PathParam("version") String version,
            @Parameter(description = "Answer once this position of a log is included, <log>:<position>")
                    @QueryParam("after")
                    List<String> after,
            @Parameter(description = "How many seconds to wait for it at most, 0 to 10") @QueryParam("wait") @Nullable Integer wait) {
        settings.requireApi(api, version);
        positions.await(after, wait);
        return new WaitingProposals(proposals.all().stream()
                .filter(this::isOfUse)
                .map(each -> new Waiting(
                        each.act(),
                        each.subject(),
                        each.content(),
                        each.reason(),
                        each.proposer(),
                        each.recordedAt(),
                        each.position()))
                .toList());
    }

    private boolean isOfUse(OpenProposals.Waiting waiting) {
        return ofUse.stream()
                .filter(each -> each.act().equals(waiting.act()))
                .allMatch(each -> each.isOfUse(waiting.subject()));
    }
}
