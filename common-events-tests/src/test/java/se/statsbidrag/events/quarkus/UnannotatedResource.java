package se.statsbidrag.events.quarkus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Forgets to say who may call it. */
@Path("/test/v1/forgotten")
public class UnannotatedResource {
    @GET
    @Operation(hidden = true)
    public String read() {
        return "seen";
    }
}
