package se.statsbidrag.allocation.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Finds free ports for the {@link Sources} and tells the service that they are there. */
public final class SourceAddresses implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put("statsbidrag.local.mode", "true");
        settings.put("statsbidrag.bank.folder", "target/bank");
        try (ServerSocket requisitions = free();
                ServerSocket operations = free()) {
            settings.put("statsbidrag.sources.requisitions", "http://127.0.0.1:" + requisitions.getLocalPort());
            settings.put("statsbidrag.sources.operations", "http://127.0.0.1:" + operations.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Override
    public void stop() {}
}
