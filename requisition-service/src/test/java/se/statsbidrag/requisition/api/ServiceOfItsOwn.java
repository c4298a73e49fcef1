package se.statsbidrag.requisition.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Starts the service anew, with an empty database and the clock at its beginning, for those classes that name the same
 * {@code for}. As a profile would; but with a profile Quarkus also loads and compiles all libraries once more.
 */
public final class ServiceOfItsOwn implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of();
    }

    @Override
    public void stop() {}
}
