package se.statsbidrag.events.quarkus;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells those in this process who wait for news of the own log. */
@Singleton
class Told {
    private final Followers followers;
    private final RelayRunner relay;

    @Inject
    Told(Followers followers, RelayRunner relay) {
        this.followers = followers;
        this.relay = relay;
    }

    /** Something was appended and is committed. */
    void ofAppend() {
        followers.nudge();
        relay.nudge();
    }
}
