package se.statsbidrag.requisition.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Runs the service as {@code ./start} does: its clock begins in 2025 and can be set. */
public final class LocalMode implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("statsbidrag.local.mode", "true", "statsbidrag.sources.operations", "http://127.0.0.1:9");
    }

    @Override
    public void stop() {}
}
