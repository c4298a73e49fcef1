package se.statsbidrag.events.quarkus;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import se.statsbidrag.events.log.DatabaseClock;
import se.statsbidrag.events.log.Transactions;

/** The business clock of a local system: begins in another year, goes on while the system is stopped, can be set forwards. */
@Singleton
class LocalClock {
    private static final int BEFORE_ALL_OTHERS = 1;

    private final Settings settings;
    private final DatabaseClock clock;
    private final Transactions transactions;
    private final CommandGate gate;
    private final Followers followers;
    private final Deadlines deadlines;

    @Inject
    LocalClock(
            Settings settings,
            DatabaseClock clock,
            Transactions transactions,
            CommandGate gate,
            Followers followers,
            Deadlines deadlines) {
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
        this.gate = gate;
        this.followers = followers;
        this.deadlines = deadlines;
    }

    void start(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        if (settings.localMode()) {
            Instant origin = settings.localOrigin().orElseGet(Instant::now);
            transactions.inTransaction(() -> clock.beginAt(Duration.between(origin, Settings.businessOrigin())));
        }
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Waits for the commands in flight, sets the clock, and appends every mark that has come due.
     *
     * @throws ProblemException 422 when the clock has passed the instant
     */
    Instant set(Instant instant) {
        return gate.alone(() -> {
            try {
                transactions.inTransaction(() -> clock.setForward(instant));
            } catch (IllegalArgumentException e) {
                throw Problems.invalid(
                        "now", instant.toString(), String.valueOf(e.getMessage()), "Set it to a later instant");
            }
            followers.catchUpAll();
            deadlines.markAllDue();
            return clock.instant();
        });
    }
}
