package se.statsbidrag.requisition.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the definition files that were passed over at the start. The service serves on with what people have proposed, so
 * it is ready all the same.
 */
@Readiness
@ApplicationScoped
class ShippedDefinitionsHealth implements HealthCheck {
    private final ProgrammesAtStart start;

    @Inject
    ShippedDefinitionsHealth(ProgrammesAtStart start) {
        this.start = start;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("shipped definitions").up();
        List<String> passedOver = start.passedOver();
        return passedOver.isEmpty()
                ? response.build()
                : response.withData("passed over", String.join("\n", passedOver))
                        .build();
    }
}
