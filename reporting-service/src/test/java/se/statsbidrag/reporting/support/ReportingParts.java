package se.statsbidrag.reporting.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import se.statsbidrag.local.test.LocalPartsResource;

/** A database of its own, the shared Kafka, local mode, and no other service in reach: what they say comes by Kafka. */
public final class ReportingParts implements QuarkusTestResourceLifecycleManager {
    private final LocalPartsResource parts = new LocalPartsResource();

    @Override
    public Map<String, String> start() {
        parts.init(Map.of("database", "reporting"));
        Map<String, String> settings = new HashMap<>(parts.start());
        settings.put("quarkus.http.test-port", "0");
        settings.put("statsbidrag.local.mode", "true");
        settings.put("statsbidrag.sources.requisitions", "http://127.0.0.1:1");
        settings.put("statsbidrag.sources.allocations", "http://127.0.0.1:1");
        return settings;
    }

    @Override
    public void stop() {
        parts.stop();
    }
}
