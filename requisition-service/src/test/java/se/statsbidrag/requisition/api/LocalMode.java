package se.statsbidrag.requisition.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import se.statsbidrag.local.DemonstrationMandates;

/** Runs the service as {@code ./start} does: its clock begins in 2025 and can be set, and each region's representative has a mandate. */
public final class LocalMode implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "statsbidrag.local.mode", "true",
                "statsbidrag.local.mandates", DemonstrationMandates.setting(),
                "statsbidrag.sources.operations", "http://127.0.0.1:9");
    }

    @Override
    public void stop() {}
}
