package se.statsbidrag.events.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the service the settings that it is named with; a profile would, but loads and compiles all libraries once more. */
public final class OtherSettings implements QuarkusTestResourceLifecycleManager {
    private Map<String, String> settings = Map.of();

    @Override
    public void init(Map<String, String> arguments) {
        settings = Map.copyOf(arguments);
    }

    @Override
    public Map<String, String> start() {
        return settings;
    }

    @Override
    public void stop() {}
}
