package se.statsbidrag.events.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import se.statsbidrag.events.inbox.FollowerState;

/**
 * Ready while every log is followed. A silent source or Kafka is told, but the service serves on with what it has; a broken
 * chain, an unknown event or a read model that fails makes it unready.
 */
@Readiness
@ApplicationScoped
class FlowHealth implements HealthCheck {
    private final Followers followers;
    private final RelayRunner relay;

    @Inject
    FlowHealth(Followers followers, RelayRunner relay) {
        this.followers = followers;
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("event flow");
        boolean up = true;
        for (FollowerState state : followers.states()) {
            switch (state) {
                case FollowerState.Following following -> response.withData(following.log(), "followed");
                case FollowerState.SourceSilent silent -> response.withData(silent.log(), silent.reason());
                case FollowerState.Failing failing -> {
                    up = false;
                    response.withData(failing.log(), "failing: " + failing.reason());
                }
                case FollowerState.Stopped stopped -> {
                    up = false;
                    response.withData(stopped.log(), "stopped at " + stopped.event() + ": " + stopped.reason());
                }
            }
        }
        String fault = relay.fault();
        return response.withData("relay", fault == null ? "sends" : fault)
                .status(up)
                .build();
    }
}
