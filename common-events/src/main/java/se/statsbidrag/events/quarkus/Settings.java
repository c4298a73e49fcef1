package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What a service is told from outside. Each key can be set as an environment variable in the usual way, such as
 * {@code STATSBIDRAG_SOURCES_REQUISITIONS}.
 */
@Singleton
class Settings {
    private static final Instant BUSINESS_ORIGIN = Instant.parse("2024-12-31T23:00:00Z");

    private final Config config;

    @Inject
    Settings(Config config) {
        this.config = config;
    }

    /** {@code statsbidrag.log.name}: the log that this service writes; also its Kafka topic. */
    String ownLog() {
        return config.getValue("statsbidrag.log.name", String.class);
    }

    /** {@code statsbidrag.log.followed}: the other services' logs that it follows; none by default. */
    List<String> followedLogs() {
        return config.getOptionalValues("statsbidrag.log.followed", String.class)
                .map(List::copyOf)
                .orElse(List.of());
    }

    /** {@code statsbidrag.sources.<log>}: base address of the service that owns a followed log. */
    URI source(String log) {
        String key = "statsbidrag.sources." + log;
        return config.getOptionalValue(key, URI.class)
                .orElseThrow(() -> new IllegalStateException("This service follows the log '" + log + "'. Set " + key
                        + " (STATSBIDRAG_SOURCES_" + log.toUpperCase(java.util.Locale.ROOT)
                        + ") to the address of the service that owns it, such as http://localhost:8081"));
    }

    /** {@code statsbidrag.local.mode}: whether the business clock can be set. */
    boolean localMode() {
        return config.getOptionalValue("statsbidrag.local.mode", Boolean.class).orElse(false);
    }

    /**
     * {@code statsbidrag.local.origin}: in local mode, the instant at which the system clock stood when a fresh system's
     * business clock stood at {@link #businessOrigin}. By default the service's own first start.
     */
    Optional<Instant> localOrigin() {
        return config.getOptionalValue("statsbidrag.local.origin", Instant.class);
    }

    /** Where the business clock of a fresh local system begins: 2025-01-01T00:00:00+01:00. */
    static Instant businessOrigin() {
        return BUSINESS_ORIGIN;
    }

    /** {@code statsbidrag.ready.programmes}: whether the service is ready only when a definition is in force. */
    boolean readyOnlyWithProgrammes() {
        return config.getOptionalValue("statsbidrag.ready.programmes", Boolean.class)
                .orElse(true);
    }

    /** {@code statsbidrag.rebuild}: whether all read models are thrown away and rebuilt at start. */
    boolean rebuildAtStart() {
        return config.getOptionalValue("statsbidrag.rebuild", Boolean.class).orElse(false);
    }

    /** {@code statsbidrag.api.base}: the path under which the service's REST API stands, such as {@code /requisition/v1}. */
    String apiBase() {
        return config.getOptionalValue("statsbidrag.api.base", String.class).orElse("");
    }

    /** @throws ProblemException 404 unless this service's API stands at {@code /<api>/<version>} */
    void requireApi(String api, String version) {
        if (!apiBase().equals("/" + api + "/" + version)) {
            throw Problems.notFound("resource at this address");
        }
    }

    /** {@code statsbidrag.statement.key-file}: the private key (JWK, P-256) that signs statements of the logs' heads. */
    Optional<Path> statementKeyFile() {
        return config.getOptionalValue("statsbidrag.statement.key-file", Path.class);
    }
}
