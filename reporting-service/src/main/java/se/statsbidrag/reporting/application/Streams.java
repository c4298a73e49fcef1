package se.statsbidrag.reporting.application;

import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.reporting.domain.DeliveryKey;

/** The names of this service's streams: what must be unique is unique because it is one stream. */
final class Streams {
    /** One for all scopes, so that two reporters cannot take the same region at once. */
    static final StreamName SCOPES = new StreamName("reporter-scopes");

    private Streams() {}

    static StreamName delivery(DeliveryKey key) {
        return new StreamName("delivery/" + key.reporter() + "/" + key.month());
    }
}
