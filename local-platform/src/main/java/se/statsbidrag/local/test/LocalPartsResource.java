package se.statsbidrag.local.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test the shared PostgreSQL and Kafka. Use it as {@code @QuarkusTestResource(value =
 * LocalPartsResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))}: it sets the data source's
 * address, user and password and {@code kafka.bootstrap.servers}, with a new and empty database each time it starts.
 * {@code kafka=false} leaves Kafka out.
 */
public final class LocalPartsResource implements QuarkusTestResourceLifecycleManager {

    private String database = "test";
    private boolean withKafka = true;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        withKafka = Boolean.parseBoolean(arguments.getOrDefault("kafka", "true"));
    }

    @Override
    public Map<String, String> start() {
        TestDatabase fresh = TestParts.shared().freshDatabase(database);
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", fresh.jdbcUrl(),
                "quarkus.datasource.username", fresh.username(),
                "quarkus.datasource.password", "none"));
        if (withKafka) {
            settings.put("kafka.bootstrap.servers", TestParts.shared().kafka().bootstrapServers());
        }
        return Map.copyOf(settings);
    }

    /** Nothing to do: the parts are shared and end with the JVM. */
    @Override
    public void stop() {}
}
