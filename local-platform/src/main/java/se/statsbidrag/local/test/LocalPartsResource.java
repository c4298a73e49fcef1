package se.statsbidrag.local.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import se.statsbidrag.local.Tokens;

/**
 * Gives a Quarkus test the shared PostgreSQL, Kafka and identity provider. Use it as {@code @QuarkusTestResource(value =
 * LocalPartsResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))}: it sets the data source's
 * address, user and password, with a new and empty database each time it starts; {@code kafka.bootstrap.servers}; and
 * {@code statsbidrag.identity.url}, {@code statsbidrag.identity.client-secret} and {@code statsbidrag.session.secret}.
 * {@code kafka=false} leaves Kafka out, {@code identity=false} the identity provider.
 */
public final class LocalPartsResource implements QuarkusTestResourceLifecycleManager {

    private String database = "test";
    private boolean withKafka = true;
    private boolean withIdentity = true;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
        withKafka = Boolean.parseBoolean(arguments.getOrDefault("kafka", "true"));
        withIdentity = Boolean.parseBoolean(arguments.getOrDefault("identity", "true"));
    }

    @Override
    public Map<String, String> start() {
        TestDatabase fresh = TestParts.shared().freshDatabase(database);
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url", fresh.jdbcUrl(),
                "quarkus.datasource.username", fresh.username(),
                "quarkus.datasource.password", "none"));
        if (withIdentity) {
            settings.put(
                    "statsbidrag.identity.url",
                    TestParts.shared().identity().issuer().toString());
            settings.put("statsbidrag.identity.client-secret", Tokens.LOCAL_SECRET);
            settings.put("statsbidrag.session.secret", "0123456789abcdef".repeat(4));
        }
        if (withKafka) {
            settings.put("kafka.bootstrap.servers", TestParts.shared().kafka().bootstrapServers());
        }
        return Map.copyOf(settings);
    }

    /** Nothing to do: the parts are shared and end with the JVM. */
    @Override
    public void stop() {}
}
