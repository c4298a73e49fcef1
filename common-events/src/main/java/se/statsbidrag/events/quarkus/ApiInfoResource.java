package se.statsbidrag.events.quarkus;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the API is and where it is described (VER.06), under the API's own base. {@link ApiProfile} documents it. */
@PermitAll
@Path("/{api}/{version}/api-info")
@Produces(MediaType.APPLICATION_JSON)
public class ApiInfoResource {

    /**
     * @param apiName the service's name
     * @param apiVersion semantic version
     * @param apiReleased the day of this version's release
     * @param apiDocumentation where its OpenAPI document is
     * @param apiStatus as the profile has it
     */
    public record ApiInfo(
            String apiName, String apiVersion, String apiReleased, String apiDocumentation, String apiStatus) {}

    private final Settings settings;
    private final String name;

    @Inject
    ApiInfoResource(Settings settings, @ConfigProperty(name = "quarkus.application.name") String name) {
        this.settings = settings;
        this.name = name;
    }

    @GET
    @Operation(hidden = true)
    public ApiInfo read(@PathParam("api") String api, @PathParam("version") String version) {
        settings.requireApi(api, version);
        return new ApiInfo(name, ApiProfile.VERSION, ApiProfile.RELEASED, "/q/openapi", "active");
    }
}
