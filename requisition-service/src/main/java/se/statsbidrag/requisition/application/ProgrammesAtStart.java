package se.statsbidrag.requisition.application;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import se.statsbidrag.events.codec.EventCodec;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.RecordedEvent;

/**
 * Imports the shipped reference data and proposes the shipped definitions when the service starts; where a file is wrong,
 * the service does not start. Reference data comes in everywhere, not in local mode alone: a table by itself rules nothing,
 * and what rests on synthetic figures says so.
 */
@ApplicationScoped
public class ProgrammesAtStart {
    private static final Logger LOGGER = Logger.getLogger(ProgrammesAtStart.class);
    private static final String PROGRAMMES = "statsbidrag.programmes";
    private static final String REFERENCE_DATA = "statsbidrag.reference-data";
    private static final int AFTER_THE_CLOCK = 100;
    /** Where the business clock of a fresh local system begins. */
    private static final Instant DEMONSTRATION_APPLIED = Instant.parse("2024-12-31T23:00:00Z");

    private final ShippedProgrammes shipped;
    private final String location;
    private final ShippedReferenceData shippedTables;
    private final String referenceData;
    private final boolean localMode;
    private final ShippedMandates shippedMandates;
    private final List<String> mandates;
    private volatile List<String> passedOver = List.of();

    /**
     * @param location a folder of definition files: {@code classpath:…}, or a directory
     * @param referenceData a folder of tables, written as {@code location} is
     * @param localMode whether they are put in force as well, and mandates with them
     * @param mandates in local mode alone: the demonstration's, each as {@code <organisation number>=<opaque id>}
     */
    @Inject
    public ProgrammesAtStart(
            EventLog log,
            EventCodec codec,
            @ConfigProperty(name = PROGRAMMES) String location,
            @ConfigProperty(name = REFERENCE_DATA) String referenceData,
            @ConfigProperty(name = "statsbidrag.local.mode", defaultValue = "false") boolean localMode,
            @ConfigProperty(name = "statsbidrag.local.mandates") Optional<List<String>> mandates) {
        this.shipped = new ShippedProgrammes(log, codec);
        this.location = location;
        this.shippedTables = new ShippedReferenceData(new ReferenceData(log, codec));
        this.referenceData = referenceData;
        this.localMode = localMode;
        this.shippedMandates = new ShippedMandates(log);
        this.mandates = mandates.orElse(List.of());
    }

    /** Once the business clock is set and before anything else starts, so that a refusal leaves nothing running. */
    void propose(@Observes @Priority(AFTER_THE_CLOCK) StartupEvent start) {
        List<RecordedEvent> recorded;
        try {
            recorded = new ArrayList<>(shippedTables.ship(ShippedFiles.read(REFERENCE_DATA, referenceData, ".csv")));
            ShippedProgrammes.Outcome programmes =
                    shipped.ship(ShippedFiles.read(PROGRAMMES, location, ".yaml"), localMode);
            recorded.addAll(programmes.recorded());
            passedOver = programmes.passedOver();
        } catch (DefinitionsRefused refused) {
            LOGGER.error("The service does not start: files in " + location + " or " + referenceData + " are refused.");
            refused.reasons().forEach(LOGGER::error);
            throw refused;
        }
        passedOver.forEach(line -> LOGGER.error("ALARM: " + line));
        if (localMode) {
            recorded.addAll(shippedMandates.ship(mandates, DEMONSTRATION_APPLIED));
        }
        recorded.forEach(
                event -> LOGGER.infof("%s in %s at position %d", event.type(), event.stream(), event.position()));
    }

    /** A line for each definition file that was passed over at this start, and why. */
    public List<String> passedOver() {
        return passedOver;
    }
}
