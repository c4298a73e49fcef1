package se.statsbidrag.reporting.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import se.statsbidrag.local.test.LocalPartsResource;

/**
 * A database of its own, the shared Kafka, local mode, and no other service in reach unless {@link OtherServices} answers: what
 * they say comes by Kafka.
 */
public final class ReportingParts implements QuarkusTestResourceLifecycleManager {
    private final LocalPartsResource parts = new LocalPartsResource();

    @Override
    public Map<String, String> start() {
        parts.init(Map.of("database", "reporting"));
        Map<String, String> settings = new HashMap<>(parts.start());
        settings.put("quarkus.http.test-port", "0");
        settings.put("statsbidrag.local.mode", "true");
        try (ServerSocket requisitions = free();
                ServerSocket allocations = free()) {
            settings.put("statsbidrag.sources.requisitions", "http://127.0.0.1:" + requisitions.getLocalPort());
            settings.put("statsbidrag.sources.allocations", "http://127.0.0.1:" + allocations.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Override
    public void stop() {
        parts.stop();
    }
}
