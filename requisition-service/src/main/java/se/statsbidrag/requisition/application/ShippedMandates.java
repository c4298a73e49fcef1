package se.statsbidrag.requisition.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.statsbidrag.events.RepresentativeApplied;
import se.statsbidrag.events.RepresentativeApproved;
import se.statsbidrag.events.log.EventLog;
import se.statsbidrag.events.log.Origin;
import se.statsbidrag.events.log.RecordedEvent;
import se.statsbidrag.events.log.StreamAppend;
import se.statsbidrag.events.log.VersionConflict;
import se.statsbidrag.rules.value.OrganisationNumber;

/** Puts the mandates of the demonstration's representatives in force at a local start, once for each organisation. */
final class ShippedMandates {
    private static final Origin ORIGIN = Origin.ofSystem("shipped");
    private static final String REASON = "Levererat med det lokala systemet";

    private final EventLog log;

    ShippedMandates(EventLog log) {
        this.log = log;
    }

    /**
     * Records those of organisations whose stream is empty.
     *
     * @param mandates each as {@code <organisation number>=<opaque id of the representative>}
     * @param receivedAt when each is said to have applied
     * @return what was recorded
     * @throws IllegalArgumentException when one is not in that form
     */
    List<RecordedEvent> ship(List<String> mandates, Instant receivedAt) {
        while (true) {
            List<StreamAppend> appends = new ArrayList<>();
            mandates.forEach(mandate -> appends.addAll(append(mandate, receivedAt)));
            if (appends.isEmpty()) {
                return List.of();
            }
            try {
                return log.append(appends, ORIGIN).events();
            } catch (VersionConflict anotherInstance) {
                // It has recorded the same mandates: look again at what is left to do.
                continue;
            }
        }
    }

    private List<StreamAppend> append(String mandate, Instant receivedAt) {
        String[] parts = mandate.strip().split("=", -1);
        if (parts.length != 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    "statsbidrag.local.mandates: '" + mandate + "' is not <organisation number>=<opaque id>");
        }
        OrganisationNumber organisation = new OrganisationNumber(parts[0]);
        if (!log.readStream(Streams.mandate(organisation)).isEmpty()) {
            return List.of();
        }
        return List.of(new StreamAppend(
                Streams.mandate(organisation),
                0,
                List.of(
                        new RepresentativeApplied(organisation, parts[1], receivedAt),
                        new RepresentativeApproved(organisation, parts[1], REASON))));
    }
}
