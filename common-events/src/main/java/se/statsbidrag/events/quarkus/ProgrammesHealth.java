package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import se.statsbidrag.events.deadline.ProgrammeInForce;

/** Ready only when a programme's definition is in force and this service has read it. */
@Readiness
@ApplicationScoped
class ProgrammesHealth implements HealthCheck {
    private final Programmes programmes;
    private final Settings settings;

    @Inject
    ProgrammesHealth(Programmes programmes, Settings settings) {
        this.programmes = programmes;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("programmes");
        try {
            var inForce = programmes.current().programmes();
            return response.withData(
                            "in force",
                            inForce.stream().map(ProgrammesHealth::text).collect(Collectors.joining(", ")))
                    .status(!inForce.isEmpty() || !settings.readyOnlyWithProgrammes())
                    .build();
        } catch (RuntimeException e) {
            return response.withData("fault", String.valueOf(e.getMessage()))
                    .down()
                    .build();
        }
    }

    private static String text(ProgrammeInForce programme) {
        return programme.id() + " version " + programme.version();
    }
}
