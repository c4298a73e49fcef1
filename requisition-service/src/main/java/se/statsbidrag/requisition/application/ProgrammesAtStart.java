package se.statsbidrag.requisition.application;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;

/** Proposes the shipped definitions when the service starts; where one is wrong, the service does not start. */
@ApplicationScoped
public class ProgrammesAtStart {
    private static final Logger LOGGER = Logger.getLogger(ProgrammesAtStart.class);
    private static final String ON_CLASS_PATH = "classpath:";
    private static final int AFTER_THE_CLOCK = 100;
    /** Where the business clock of a fresh local system begins. */
    private static final Instant DEMONSTRATION_APPLIED = Instant.parse("2024-12-31T23:00:00Z");

    private final ShippedProgrammes shipped;
    private final String location;
    private final boolean localMode;
    private final ShippedMandates shippedMandates;
    private final List<String> mandates;

    /**
     * @param location a folder of definition files: {@code classpath:…}, or a directory
     * @param localMode whether they are put in force as well, and mandates with them
     * @param mandates in local mode alone: the demonstration's, each as {@code <organisation number>=<opaque id>}
     */
    @Inject
    public ProgrammesAtStart(
            EventLog log,
            EventCodec codec,
            @ConfigProperty(name = "statsbidrag.programmes") String location,
            @ConfigProperty(name = "statsbidrag.local.mode", defaultValue = "false") boolean localMode,
            @ConfigProperty(name = "statsbidrag.local.mandates") Optional<List<String>> mandates) {
        this.shipped = new ShippedProgrammes(log, codec);
        this.location = location;
        this.localMode = localMode;
        this.shippedMandates = new ShippedMandates(log);
        this.mandates = mandates.orElse(List.of());
    }

    /** Once the business clock is set and before anything else starts, so that a refusal leaves nothing running. */
    void propose(@Observes @Priority(AFTER_THE_CLOCK) StartupEvent start) {
        List<RecordedEvent> recorded;
        try {
            recorded = new ArrayList<>(shipped.ship(texts(), localMode));
        } catch (DefinitionsRefused refused) {
            LOGGER.error("The service does not start: programme definitions in " + location + " are refused.");
            refused.reasons().forEach(LOGGER::error);
            throw refused;
        }
        if (localMode) {
            recorded.addAll(shippedMandates.ship(mandates, DEMONSTRATION_APPLIED));
        }
        recorded.forEach(
                event -> LOGGER.infof("%s in %s at position %d", event.type(), event.stream(), event.position()));
    }

    private SortedMap<String, String> texts() {
        try {
            if (!location.startsWith(ON_CLASS_PATH)) {
                return directory(Path.of(location));
            }
            SortedMap<String, String> texts = new TreeMap<>();
            ClassPathUtils.consumeAsPaths(location.substring(ON_CLASS_PATH.length()), folder -> {
                try {
                    texts.putAll(DefinitionFolder.texts(folder));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the definition files in " + location + " cannot be read", e);
        }
    }

    private static SortedMap<String, String> directory(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DefinitionsRefused(List.of(folder.toAbsolutePath()
                    + ": is not a directory; set statsbidrag.programmes to a directory of definition files"));
        }
        return DefinitionFolder.texts(folder);
    }
}
