package se.statsbidrag.allocation.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.statsbidrag.allocation.application.PaymentsOverview;
import se.statsbidrag.allocation.application.PaymentsOverview.State;
import se.statsbidrag.events.quarkus.Programmes;
import se.statsbidrag.rules.value.ProgrammeId;

/** Alarms, once for each start of the service, about payments that the bank should have made and no statement shows. */
@ApplicationScoped
public class MissingPayments {
    private static final Logger LOGGER = Logger.getLogger(MissingPayments.class.getName());
    private static final long EVERY_SECONDS = 60;

    private final Programmes programmes;
    private final PaymentsOverview overview;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("missing-payments").daemon().factory());
    private final Set<String> alarmed = new TreeSet<>();

    @Inject
    MissingPayments(Programmes programmes, PaymentsOverview overview) {
        this.programmes = programmes;
        this.overview = overview;
    }

    void start(@Observes StartupEvent started) {
        var _ = worker.scheduleWithFixedDelay(this::tryToLook, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.shutdown();
        worker.close();
    }

    /** Looks at every programme now; the identifications of all that was alarmed about since the start. */
    public synchronized Set<String> look() {
        programmes.current().programmes().forEach(each -> look(each.id()));
        return Set.copyOf(alarmed);
    }

    private void look(ProgrammeId programme) {
        overview.of(programme).payments().stream()
                .filter(each -> each.state() == State.MISSING)
                .filter(each -> alarmed.add(each.payment().id()))
                .forEach(each -> LOGGER.severe(
                        "ALARM: payment " + each.payment().id() + " of " + programme + " was to be made on "
                                + each.executionDate() + " and is on no statement: ask the bank"));
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Missing payments could not be looked for; it is tried again", e);
        }
    }
}
