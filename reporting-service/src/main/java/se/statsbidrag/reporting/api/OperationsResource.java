package se.statsbidrag.reporting.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.statsbidrag.events.access.Roles;
import se.statsbidrag.events.quarkus.Fault;
import se.statsbidrag.events.quarkus.Positions;
import se.statsbidrag.reporting.application.Reporting;
import se.statsbidrag.reporting.domain.IntakeRules;
import se.statsbidrag.reporting.read.OperationStatistics;
import se.statsbidrag.rules.value.Place;
import se.statsbidrag.rules.value.Procedure;
import se.statsbidrag.rules.value.RecipientCode;

/** The operations in force for statistics, beside last year's (R-K9). */
@Path("/reporting/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "Counts in force for statistics, beside last year's")
@Blocking
public class OperationsResource {
    private final OperationStatistics statistics;
    private final Reporting reporting;
    private final Positions positions;

    OperationsResource(OperationStatistics statistics, Reporting reporting, Positions positions) {
        this.statistics = statistics;
        this.reporting = reporting;
        this.positions = positions;
    }

    /** A count beside the one of the same month last year. */
    record Counted(
            String month,
            String homeRegion,
            String procedure,
            String place,
            long count,
            long countLastYear,
            long difference) {}

    /** One page of counts. */
    record Operations(List<Counted> operations, int page, int limit, long total) {}

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DECISION_MAKER, Roles.ECONOMIST, Roles.READER, Roles.AUDITOR})
    @Operation(
            operationId = "listOperations",
            summary = "Counts per month",
            description = "By home region, procedure and place, with last year's and the difference. Only months that"
                    + " someone has delivered are there. Each filter may stand more than once.")
    @APIResponse(responseCode = "200", description = "One page of counts, by month, home region, procedure and place")
    public Operations listOperations(
            @QueryParam("homeRegion") List<String> homeRegion,
            @QueryParam("procedure") List<String> procedure,
            @QueryParam("place") List<String> place,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @BeanParam Paging paging) {
        List<Fault> faults = new ArrayList<>();
        IntakeRules rules = reporting.rules();
        OperationStatistics.Filter filter = new OperationStatistics.Filter(
                Parameters.known(
                        "homeRegion",
                        homeRegion,
                        rules.regions().stream().map(RecipientCode::value).toList(),
                        faults),
                Parameters.known(
                        "procedure",
                        procedure,
                        rules.procedures().stream().map(Procedure::value).toList(),
                        faults),
                Parameters.known(
                        "place",
                        place,
                        Stream.of(Place.values()).map(Place::name).toList(),
                        faults),
                Parameters.month("from", from, faults),
                Parameters.month("to", to, faults));
        Paging.Chosen chosen = paging.chosen(faults);
        paging.await(positions, faults);
        return new Operations(
                statistics.counts(filter, chosen.page(), chosen.limit()).stream()
                        .map(each -> new Counted(
                                each.month().toString(),
                                each.homeRegion(),
                                each.procedure(),
                                each.place(),
                                each.count(),
                                each.countLastYear(),
                                each.difference()))
                        .toList(),
                chosen.page(),
                chosen.limit(),
                statistics.size(filter));
    }
}
