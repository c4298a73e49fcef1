package se.statsbidrag.reporting.application;

import se.statsbidrag.events.log.StreamName;
import se.statsbidrag.reporting.domain.DeliveryKey;
import se.statsbidrag.rules.value.ProgrammeId;

/** The names of this service's streams: what must be unique is unique because it is one stream. */
final class Streams {
    /** One for all scopes, so that two reporters cannot take the same region at once. */
    static final StreamName SCOPES = new StreamName("reporter-scopes");

    private Streams() {}

    /** What was settled of the late deliveries of a month to one programme. */
    static StreamName admissions(ProgrammeId programme, DeliveryKey key) {
        return new StreamName("delivery-admission/" + programme + "/" + key.reporter() + "/" + key.month());
    }

    static StreamName delivery(DeliveryKey key) {
        return new StreamName("delivery/" + key.reporter() + "/" + key.month());
    }
}
